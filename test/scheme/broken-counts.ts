import { type BrokenScheme, counted, form, marked } from './marked.ts'

/* Indicators that come from nothing, contradict what they are part of, or add up what does not add up; records that count where they cannot. */

export const miscounted: readonly BrokenScheme[] = [
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
  marked(
    'a stock of what is raised and closed asks whether the matter is closed',
    'S376',
    counted('  a: { title: 在册, unit: 件, from: [problem.raised, problem.closed], value: "«closed ? -1 : 1", take: stock }'),
  ),
  marked(
    'a part of what is raised and closed asks how the matter ended',
    'S376',
    counted(
      "  a: { title: 甲, unit: 件, from: [matter.raised, problem.closed] }\n  b: { title: 乙, unit: 件, of: a, when: 'has(«it.outcome)' }",
    ),
  ),
  marked(
    'an event that there is not, and one that is not counted',
    'S345 S345',
    counted(
      `  a: { title: 甲, unit: 件, from: problem.raised, when: 'event == «"closed"' }\n  b: { title: 乙, unit: 件, from: matter.closed, when: 'event in ["closed", «"shut"]' }`,
    ),
  ),
  marked(
    'days between what is no day',
    'S377 S377',
    counted(
      `  a: { title: 甲, unit: 次, from: visit, when: 'days_between(«kind, day) > 3' }\n  b: { title: 乙, unit: 次, from: visit, when: 'workday_after(«"2024-02-30", 3) < day' }`,
    ),
  ),
  marked('the closing day of an activity', 'S202', counted(`  a: { title: 甲, unit: 次, from: visit, when: 'day < «day_closed' }`)),
  marked('half a day later', 'S203', counted(`  a: { title: 甲, unit: 次, from: visit, when: '«day_after(day, 0.5) > day' }`)),
  marked('days in a condition that is over no record', 'S205', counted(`  a: { title: 甲, unit: 次, formula: '«weekday("2024-01-01")' }`)),
  marked(
    'days in a figure that counts things',
    'S311',
    counted(`  a: { title: 甲, unit: «件, from: problem.closed, value: 'workdays_between(day, day_closed)' }`),
  ),
  marked(
    'a quota of each phase, and none; one by a phase that there is not; an event with an offset that is none',
    'S378 S378 S104',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }',
      `quotas:
  each: { title: 任, who: org, indicator: a, at_least: 1, every: «phase }
  by: { title: 任, who: org, indicator: a, at_least: 1, by: «phase:spring }
  late: { title: 任, who: org, indicator: a, at_least: 1, by: «event:exam + soon }
`,
    ),
  ),
  marked(
    'targets by name beside another bound',
    'S344',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }',
      'quotas:\n  each: { title: 任, who: org, indicator: a, at_least: 1, «targets: { T1: 3 } }\n',
    ),
  ),
  marked(
    'times of what is not linked',
    'S379',
    counted(
      '  a: { title: 甲, unit: 次, from: visit }',
      'quotas:\n  each: { title: 任, who: org, indicator: a, at_least: 3, «times: 2 }\n',
    ),
  ),
  marked('an event of an activity', 'S202', counted(`  a: { title: 甲, unit: 次, from: visit, when: '«event == "raised"' }`)),
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
