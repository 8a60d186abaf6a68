import { type BrokenScheme, counted, marked } from './marked.ts'

/* Lights, notices and days that contradict themselves. */

const one = (rest: string) => counted('  a: { title: 甲, unit: 次, from: visit }', rest)
const steps = 'escalate: [{ to: lead, after: 1 day }, { to: office, after: 3 days }]'

export const unsupervised: readonly BrokenScheme[] = [
  marked('yellow is above green', 'S361', one('lights: { green: 0.9, yellow: «0.95 }\n')),
  marked('a deadline is no length of time', 'S104', one('supervision: { answer: «soon }\n')),
  marked('a step goes to a word without a title', 'S362', one('supervision: { escalate: [{ to: «boss, after: 1 day }] }\n')),
  marked(
    'two steps go the same way',
    'S305',
    one('supervision: { escalate: [{ to: lead, after: 1 day }, { to: «lead, after: 2 days }] }\n'),
  ),
  marked(
    'a later step comes earlier',
    'S363',
    one('supervision: { escalate: [{ to: lead, after: 3 working days }, { to: office, after: «1 working day }] }\n'),
  ),
  marked('repeats lead to no step', 'S364', one(`supervision: { ${steps}, repeats: { in: cumulative, times: 3, to: «talk } }\n`)),
  marked(
    'one of several repeats leads to no step',
    'S364',
    one(`supervision: { ${steps}, repeats: [{ in: cumulative, times: 3, to: lead }, { in: consecutive, times: 2, to: «talk }] }\n`),
  ),
  marked(
    'an urgent notice begins with no step',
    'S364',
    one(`supervision: { ${steps}, grades: [{ key: urgent, title: 急, begin: «group }] }\n`),
  ),
  marked('a holiday ends before it begins', 'S365', one('holidays: [{ from: 2012-10-07, to: «2012-10-01 }]\n')),
]
