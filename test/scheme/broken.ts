import { meaningless } from './broken-meaning.ts'
import { type BrokenScheme, counted, form, head, marked, visit } from './marked.ts'

const file: readonly BrokenScheme[] = [
  marked('the file is larger than a million characters', 'S001', `# ${'x'.repeat(1_000_001)}`),
  marked('it is nested thirty levels deep', 'S001', `a: ${'['.repeat(24)}«${'['.repeat(41)}${']'.repeat(65)}`),
  {
    says: 'its aliases multiply',
    source: `a: &a [1,1,1,1,1,1,1,1,1,1]\n${[...'bcdefgh'].map((k, i) => `${k}: &${k} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`,
    mistakes: ['5:29 S001'],
  },
  marked('the YAML does not parse', 'S002', 'scheme: try-it\ntitle: "试\n«'),
  marked('a key stands twice', 'S003', `${head}«title: 再\nactivities: {}\nindicators: {}\n`),
  marked('it is a list', 'S102', '«- a\n- b\n'),
  marked('it is empty', 'S102', ''),
]

const shapes: readonly BrokenScheme[] = [
  marked('a key of the language is misspelt', 'S101', `${head}activities: {}\nindicators: {}\n«quota: {}\n`),
  marked('a text has a key of no language', 'S101', `${head}activities: {}\nindicators: {}\nissuer: { zh: 办, «fr: bureau }\n`),
  marked('activities are a list', 'S102', `${head}activities: «[]\nindicators: {}\n`),
  marked('a title is missing', 'S103', `${head}activities:\n  «visit:\n    place: none\nindicators: {}\n`),
  marked(
    'the window is missing',
    'S103 S104',
    `«scheme: try-it\ntitle: 试\nactivities: {}\nindicators:\n  «Big: { title: 大, unit: 个, formula: "1" }\n`,
  ),
  marked(
    'a day does not exist',
    'S104',
    'scheme: try-it\ntitle: 试\nwindow: { from: «2012-02-30, to: 2012-12-31 }\nactivities: {}\nindicators: {}\n',
  ),
  marked('a type of field is not one', 'S104', form('      - { key: a, title: 甲, type: «number }')),
  marked(
    'several things are wrong at once',
    'S104 S202 S101 S328',
    `scheme: «Try\ntitle: 试\nwindow: { from: 2012-02-20, to: 2012-12-31 }\n${visit}indicators:\n  a: { title: 甲, unit: 张, from: visit, value: «card }\n  b: { title: 乙, unit: 张, from: visit, «vlaue: cards }\n  c: { title: 丙, unit: 个, of: «c }\n`,
  ),
  marked(
    'what rests on a broken part is not reported as well',
    'S104',
    `${head}activities:\n  visit:\n    title: 走访\n    fields: [{ key: days, title: 天, type: «int, unit: 天 }]\nindicators:\n  d: { title: 天, unit: 天, from: visit, value: days }\n  e: { title: 天, unit: 天, of: d, when: days > 3 }\nquotas:\n  q: { title: 任, who: org, indicator: d, at_least: 3 }\n`,
  ),
]

const expressions: readonly BrokenScheme[] = [
  marked('an expression does not parse', 'S201', counted('  a: { title: 甲, unit: 张, from: visit, value: cards +« }'.replace('+«', '«+'))),
  marked('an expression asks for an unknown field', 'S202', counted('  a: { title: 甲, unit: 张, from: visit, value: cards + «cardz }')),
  marked('two unknown names are both told', 'S202 S202', counted('  a: { title: 甲, unit: 张, from: visit, when: «aa == 1 || «bb == 2 }')),
  marked('blankness is asked of an unknown field', 'S202', counted('  a: { title: 甲, unit: 次, from: visit, when: has(it.«dayz) }')),
  marked('a number is compared with a text', 'S203', counted('  a: { title: 甲, unit: 次, from: visit, when: days «> "3" }')),
  marked('a condition is a number', 'S203', counted('  a: { title: 甲, unit: 次, from: visit, when: «days }')),
  marked('a value is a text', 'S203', counted('  a: { title: 甲, unit: 次, from: visit, value: «way }')),
  marked(
    'the mistake of a folded expression is found in its own line',
    'S202',
    counted('  a:\n    title: 甲\n    unit: 次\n    from: visit\n    when: >\n      days > 3 &&\n      «dayz < 9\n'),
  ),
  marked('integers are divided', 'S204', counted('  a: { title: 甲, unit: 次, from: visit, when: days «/ 2 > 1 }')),
  marked('a regular expression is used', 'S205', counted('  a: { title: 甲, unit: 次, from: visit, when: way.«matches("(a+)+$") }')),
  marked(
    'an expression is too long',
    'S206',
    counted(`  a: { title: 甲, unit: 次, from: visit, when: «${Array(160).fill('1').join('+')} > 0 }`),
  ),
  marked(
    'loops are nested three deep',
    'S206',
    counted(
      '  a: { title: 甲, unit: 次, from: visit, when: "«participants.all(a, participants.all(b, participants.all(c, a.rank == b.rank && b.rank == c.rank)))" }',
    ),
  ),
  marked(
    'a field is shown by a later one',
    'S207',
    form('      - { key: a, title: 甲, type: integer, show: «b }\n      - { key: b, title: 乙, type: boolean }'),
  ),
  marked(
    'an indicator of two activities asks for a field of one',
    'S202',
    `${head}activities:\n  visit: { title: 走访, fields: [{ key: n, title: 数, type: integer }] }\n  forum: { title: 座谈 }\nindicators:\n  a: { title: 甲, unit: 个, from: [visit, forum], value: «n }\n`,
  ),
  marked(
    'one person is asked for where facts are per record',
    'S202',
    counted('  a: { title: 甲, unit: 次, from: visit, when: «participant.rank == "x" }'),
  ),
  marked(
    'a formula asks for an unknown indicator',
    'S202',
    counted('  a: { title: 甲, unit: 次, from: visit }\n  b: { title: 乙, unit: 次, formula: «c / 2 }'),
  ),
  marked(
    'a class asks for the person',
    'S202',
    counted('', 'classes: [{ key: a, title: 甲, where: «person.rank == "x" }]').replace('indicators:\n\n', 'indicators: {}\n'),
  ),
]

export const broken: readonly BrokenScheme[] = [...file, ...shapes, ...expressions, ...meaningless]
