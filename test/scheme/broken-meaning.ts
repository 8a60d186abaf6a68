/* Schemes of the right shape that mean nothing, or contradict themselves. */

import { unsupervised } from './broken-supervision.ts'
import { type BrokenScheme, counted, form, head, marked } from './marked.ts'

const forms: readonly BrokenScheme[] = [
  marked('two fields have one key', 'S301', form('      - { key: a, title: 甲, type: text }\n      - { key: «a, title: 乙, type: text }')),
  marked('a field has the name of what every record has', 'S302', form('      - { key: «day, title: 甲, type: text }')),
  marked('a field has a name CEL keeps for itself', 'S302', form('      - { key: «in, title: 甲, type: text }')),
  marked('a choice has no options', 'S303', form('      - { key: a, title: 甲, type: «choice }')),
  marked('a text has decimals', 'S304', form('      - { key: a, title: 甲, type: text, «decimals: 2 }')),
  marked('a number has options', 'S304', form('      - { key: a, title: 甲, type: integer, «options: [{ key: a, title: 甲 }] }')),
  marked(
    'an option stands twice',
    'S305',
    form('      - { key: a, title: 甲, type: choice, options: [{ key: a, title: 甲 }, { key: «a, title: 乙 }] }'),
  ),
  marked('the least is more than the most', 'S306', form('      - { key: a, title: 甲, type: integer, min: «5, max: 3 }')),
  marked(
    'more participants are asked for than may come',
    'S306',
    form('      - { key: a, title: 甲, type: integer }', '    participants: { min: «5, max: 3 }\n'),
  ),
  marked(
    'a visit is paid to a kind of subject that there is not',
    'S307',
    `${form('      - { key: a, title: 甲, type: integer }', '    to: [«农户]\n')}subjects: [{ key: 户, title: 户, unit: 户 }]\n`,
  ),
  marked(
    'subjects are asked for, but of no kind',
    'S308',
    form('      - { key: a, title: 甲, type: integer }', '    subjects: { min: «1 }\n'),
  ),
  marked(
    'coverage asks for a tag that there is not',
    'S309',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'tags: [{ key: 困难, title: 困难 }]\ncoverage: { must_reach: [«困难户] }\n'),
  ),
  marked(
    'the start rule names an unknown activity',
    'S310',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'start: { with: [«visits] }\n'),
  ),
  marked(
    'an expression compares a choice with no option of it',
    'S345',
    counted('  a: { title: 甲, unit: 次, from: visit, when: way == «"c" }'),
  ),
  marked(
    'an expression asks for an unknown kind of subject',
    'S345',
    counted(`  a: { title: 甲, unit: 次, from: visit, per: subject, when: 'subject.kind in ["户", «"人"]' }`),
  ),
  marked(
    'an expression asks for an unknown tag',
    'S345',
    counted(
      '  a: { title: 甲, unit: 次, from: visit, per: subject, when: \'«"困" in subject.tags\' }',
      'tags: [{ key: 困难, title: 困难 }]\n',
    ),
  ),
  marked(
    'an expression asks for an unknown outcome',
    'S345',
    counted('  a: { title: 甲, unit: 个, from: problem.closed, when: outcome == «"solvd" }'),
  ),
  marked(
    'an expression asks for an unknown rank',
    'S345',
    counted(
      '  a: { title: 甲, unit: 次, from: visit, when: "participants.exists(p, p.rank == «\'局级\')" }',
      'ranks: [{ key: 处级, title: 处级 }]\n',
    ),
  ),
]

const classed = "classes: [{ key: town, title: 乡镇, where: org.class == '乡镇' }]\n"
const classes: readonly BrokenScheme[] = [
  marked(
    'a form is for a class that there is not',
    'S315',
    `${form('      - { key: a, title: 甲, type: integer }', '    for: [town, «towns]\n')}${classed}`,
  ),
  marked(
    'a form is for one class twice',
    'S305',
    `${form('      - { key: a, title: 甲, type: integer }', '    for: [town, «town]\n')}${classed}`,
  ),
  marked(
    'a form says what becomes of others, and is for everybody',
    'S304',
    form('      - { key: a, title: 甲, type: integer }', '    «otherwise: block\n'),
  ),
]

const units: readonly BrokenScheme[] = [
  marked('days are added up in 万元', 'S311', counted('  a: { title: 甲, unit: «万元, from: visit, value: days }')),
  marked(
    'person-days are 天 and not 人次',
    'S311',
    counted('  a: { title: 甲, unit: «人次, from: visit, value: days * size(participants) }'),
  ),
  marked(
    'a part is measured otherwise than its whole',
    'S311',
    counted('  a: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: «户, of: a, when: days > 1 }'),
  ),
  marked('money is measured in days', 'S311', form('      - { key: a, title: 甲, type: money, unit: «天 }')),
  marked('visits are counted in 元', 'S312', counted('  a: { title: 甲, unit: «元, from: visit }')),
  marked('days and money are added', 'S313', counted('  a: { title: 甲, unit: 元, from: visit, value: funds «+ days }')),
  marked('days and cards are multiplied', 'S313', counted('  a: { title: 甲, unit: 天, from: visit, value: days «* cards }')),
  marked('days and money are compared', 'S313', counted('  a: { title: 甲, unit: 次, from: visit, when: funds «> days }')),
  marked(
    'a formula adds 万元 and 元',
    'S313',
    counted(
      '  a: { title: 甲, unit: 万元, from: visit, value: funds }\n  b: { title: 乙, unit: 元, from: visit, value: funds }\n  c: { title: 丙, unit: 元, formula: a «+ b }',
    ),
  ),
  marked(
    'a unit is declared that is known',
    'S314',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'units: { «万元: { of: 元, factor: 10 } }\n'),
  ),
  marked(
    'a unit has a factor of zero',
    'S314',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'units: { 打: { of: 个, factor: «0 } }\n'),
  ),
  marked(
    'units are made of each other',
    'S328 S328',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'units: { 甲: { of: «乙, factor: 2 }, 乙: { of: «甲, factor: 2 } }\n'),
  ),
]

const indicators: readonly BrokenScheme[] = [
  marked('an indicator comes from nothing', 'S321', counted('  «a: { title: 甲, unit: 次 }')),
  marked('a formula also has a source', 'S322', counted('  a: { title: 甲, unit: 次, «from: visit, formula: "1" }')),
  marked('an indicator of a missing activity', 'S323', counted('  a: { title: 甲, unit: 次, from: «vist }')),
  marked('an indicator of a matter without its event', 'S323', counted('  a: { title: 甲, unit: 件, from: [visit, «problem] }')),
  marked(
    'a subset of something that is not its superset',
    'S324',
    counted('  a: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: 次, of: a, from: «problem.raised }'),
  ),
  marked(
    'a part is counted per person and its whole per record',
    'S324',
    counted('  a: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: 次, of: a, per: «participant }'),
  ),
  marked(
    'a part is worth something else than its whole',
    'S324',
    counted('  a: { title: 甲, unit: 张, from: visit, value: cards }\n  b: { title: 乙, unit: 张, of: a, value: «cards + 1 }'),
  ),
  marked(
    'a part of a formula',
    'S325',
    counted(
      '  a: { title: 甲, unit: 次, formula: "2" }\n  b: { title: 乙, unit: 次, of: «a, when: days > 1 }'.replace(', when: days > 1', ''),
    ),
  ),
  marked(
    'what is counted once has a value',
    'S326',
    counted('  a: { title: 甲, unit: 户, from: visit, distinct: subject, «value: cards }'.replace('value: cards', 'value: "2"')),
  ),
  marked(
    'different subjects are counted per participant',
    'S326',
    counted('  a: { title: 甲, unit: 户, from: visit, distinct: subject, per: «participant }'),
  ),
  marked(
    'a part of a partition is not a part',
    'S327',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: 次, of: a, when: days > 1 }\n  c: { title: 丙, unit: 次, from: visit }',
      'partitions: [{ of: a, into: [b, «c] }]\n',
    ),
  ),
  marked('parts in a circle', 'S328 S328', counted('  a: { title: 甲, unit: 次, of: «b }\n  b: { title: 乙, unit: 次, of: «a }')),
  marked(
    'formulas in a circle',
    'S328 S328',
    counted('  a: { title: 甲, unit: 次, formula: 1 + «b }\n  b: { title: 乙, unit: 次, formula: «a * 2 }'),
  ),
  marked('percentages are added up', 'S372', counted('  a: { title: 甲, unit: "«%", from: visit, value: "2" }')),
  marked(
    'a formula adds percentages',
    'S372',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: "%", ratio: { part: a, whole: a } }\n  c: { title: 丙, unit: "%", formula: b «+ b }',
    ),
  ),
  marked(
    'what is never added up is part of a partition',
    'S372',
    counted(
      '  a: { title: 甲, unit: 天, from: visit, value: days, take: latest, alone: true }\n  b: { title: 乙, unit: 天, of: a, when: cards > 1 }\n  c: { title: 丙, unit: 天, of: a, when: cards > 2 }',
      'partitions: [{ of: «a, into: [b, c] }]\n',
    ),
  ),
  marked('a flow says of each what', 'S371', counted('  a: { title: 甲, unit: 次, from: visit, «each: org }')),
  marked(
    'a flow stands alone, and its sum would mean nothing',
    'S371',
    counted('  a: { title: 甲, unit: 天, from: visit, value: days, «alone: true }'),
  ),
  marked(
    'the latest of each is counted once already',
    'S371',
    counted('  a: { title: 甲, unit: 个, from: visit, distinct: org, take: «latest }'),
  ),
  marked(
    'the latest of each household is counted per person',
    'S371',
    counted('  a: { title: 甲, unit: 户, from: visit, take: latest, each: subject, per: «participant }'),
  ),
  marked(
    'a part takes something else than its whole',
    'S324',
    counted('  a: { title: 甲, unit: 张, from: visit, value: cards, take: latest }\n  b: { title: 乙, unit: 张, of: a, take: «stock }'),
  ),
  marked(
    'a rate of a rate',
    'S373',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: "%", ratio: { part: a, whole: a } }\n  c: { title: 丙, unit: "%", ratio: { part: «b, whole: a } }',
    ),
  ),
  marked(
    'a percentage of days in money',
    'S373',
    counted(
      '  a: { title: 甲, unit: 天, from: visit, value: days }\n  b: { title: 乙, unit: 元, from: visit, value: funds }\n  c: { title: 丙, unit: "%", ratio: { part: a, whole: «b } }',
    ),
  ),
  marked(
    'a rate of something unknown that also has a condition',
    'S322 S341',
    counted(
      '  abc: { title: 甲, unit: 次, from: visit }\n  c: { title: 丙, unit: "%", «when: days > 1, ratio: { part: abc, whole: «abd } }',
    ),
  ),
  marked('a figure is included in what it does not name', 'S374', counted('  a: { title: 甲, unit: 次, from: visit, «included: yes }')),
  marked('a figure stands beside itself', 'S374', counted('  a: { title: 甲, unit: 次, from: visit, beside: «a }')),
  marked(
    'records count twice in another campaign, and in their own',
    'S375 S375',
    form(
      '      - { key: a, title: 甲, type: integer }',
      '    also: [{ campaign: other, as: visit }, { campaign: «other, as: forum }, { campaign: «try-it, as: visit }]\n',
    ),
  ),
  marked(
    'what counts elsewhere is filled from an unknown field',
    'S202',
    form('      - { key: a, title: 甲, type: integer }', '    also: [{ campaign: other, as: visit, fields: { times: a + «bb } }]\n'),
  ),
  marked(
    'a part of an unknown whole',
    'S341',
    counted('  abc: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: 次, of: «abd }'),
  ),
]

/** One quota of units; `a` counts visits, `h` households. */
const owed = (asks: string, indicator = 'a'): string =>
  counted(
    '  a: { title: 甲, unit: 次, from: visit }\n  h: { title: 户, unit: 户, from: visit, distinct: subject }',
    `quotas:\n  q: { title: 任, who: org, indicator: ${indicator}, ${asks} }\n`,
  )

const rest: readonly BrokenScheme[] = [
  marked(
    'the window is empty',
    'S331',
    'scheme: try-it\ntitle: 试\nwindow: { from: 2012-12-31, to: «2012-02-20 }\nactivities: {}\nindicators: {}\n',
  ),
  marked(
    'a phase begins before the campaign',
    'S332',
    `${head}activities: {}\nindicators: {}\nphases: [{ key: a, title: 甲, from: «2012-01-01, until: 2012-03-01 }]\n`,
  ),
  marked('the start rule falls outside the window', 'S332', `${head}activities: {}\nindicators: {}\nstart: { by: «2013-05-15 }\n`),
  marked(
    'a phase ends before it begins',
    'S333',
    `${head}activities: {}\nindicators: {}\nphases: [{ key: a, title: 甲, from: 2012-05-01, until: «2012-03-01 }]\n`,
  ),
  marked(
    'phases overlap',
    'S334',
    `${head}activities: {}\nindicators: {}\nphases: [{ key: a, title: 甲, from: 2012-03-01, until: 2012-04-01 }, { key: b, title: 乙, from: «2012-04-01 }]\n`,
  ),
  marked(
    'a phase waits for an unknown event',
    'S335',
    `${head}activities: {}\nindicators: {}\nevents: [{ key: start, title: 动员 }]\nphases: [{ key: a, title: 甲, from: «event:begin }]\n`,
  ),
  marked(
    'a quota of an unknown indicator',
    'S341',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'quotas:\n  q: { title: 任, who: org, indicator: «aa, at_least: 2 }\n'),
  ),
  marked(
    'a quota without a denominator',
    'S342',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'quotas:\n  q: { title: 任, who: org, indicator: a, «share: 1/3 }\n'),
  ),
  marked(
    'a quota that asks for nothing',
    'S343',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'quotas:\n  «q: { title: 任, who: org, indicator: a }\n'),
  ),
  marked(
    'a quota asks for at least 3 and at most 2',
    'S344',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'quotas:\n  q: { title: 任, who: org, indicator: a, at_least: «3, at_most: 2 }\n'),
  ),
  marked('an upper bound is asked to speak, and there is none', 'S346', owed('at_least: 2, «otherwise: flag')),
  marked('what is asked in principle refuses records', 'S352', owed('at_most: 2, soft: true, otherwise: «block')),
  marked('a third of the linked households is counted in visits', 'S347', owed('share: 1/3, of: linked', '«a')),
  marked('ten villages are counted in visits', 'S347', owed('stages: { places: 10, each: 10 }', '«a')),
  marked('strata stand beside a bound', 'S344', owed("at_least: 2, «strata: [{ when: 'true', share: 1 }]", 'h')),
  marked('a joint visit of units', 'S353', owed('at_least: 2, «joint: split')),
  marked('a second period asks for nothing', 'S343', owed('at_least: 2, also: [«{ every: year }]')),
  marked('a second period is a share of nothing', 'S342', owed('at_least: 2, also: [{ every: year, «share: 0.5 }]')),
  marked('something is owed for each of nothing known', 'S341', owed('for_each: «b')),
  marked('a quota waits for an unknown event', 'S335', owed('at_least: 2, by: «event:end')),
  marked('a quota is due before it begins', 'S333', owed('at_least: 2, from: 2012-05-01, by: «2012-04-01')),
  marked('a unit is asked for its rank', 'S202', owed('at_least: 2, where: «person.rank == "a"')),
  marked('a stratum asks for the person', 'S202', owed('strata: [{ when: «person.rank == "a", share: 1 }]', 'h')),
  marked(
    'people are credited with a stock',
    'S348',
    counted(
      '  a: { title: 甲, unit: 次, from: visit, take: stock }',
      'quotas:\n  q: { title: 任, who: person, indicator: «a, at_least: 2 }\n',
    ),
  ),
  marked(
    'a quota’s bound does not compute',
    'S203',
    counted('  a: { title: 甲, unit: 次, from: visit }', 'quotas:\n  q: { title: 任, who: org, indicator: a, at_least: «org.kind }\n'),
  ),
  marked(
    'a template is missing among the files',
    'S351',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }',
      'bulletins:\n  one: { title: 通报, template: there.md }\n  two: { title: 通报, template: «bulletin/away.md }\n',
    ),
  ),
]

export const meaningless: readonly BrokenScheme[] = [...forms, ...classes, ...units, ...indicators, ...rest, ...unsupervised]
