/* Schemes of the right shape that mean nothing, or contradict themselves. */

import { miscounted } from './broken-counts.ts'
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
    'the start rule of a class names an unknown activity',
    'S310',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }',
      `classes: [{ key: town, title: 镇, where: 'true' }]\nstart: { classes: { town: [«visits] } }\n`,
    ),
  ),
  marked(
    'the start rule speaks of an unknown class',
    'S315',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }',
      `classes: [{ key: town, title: 镇, where: 'true' }]\nstart: { classes: { «towns: [visit] } }\n`,
    ),
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

export const meaningless: readonly BrokenScheme[] = [...forms, ...classes, ...units, ...miscounted, ...rest, ...unsupervised]
