import { derive } from '#figure/derive.ts'
import type { RecordVersion } from '#record/shape.ts'
import { readScheme } from '#scheme/read.ts'
import { scheme } from './world.ts'

/** Facts from records, pure, on one core. */
export const deriveRate = async (): Promise<unknown> => {
  const read = readScheme(scheme)
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  const versions = Array.from({ length: 2000 }, (_, n) => version(n))
  const run = (rounds: number) => {
    // Processor time, not the clock's: what else the machine does is not the derivation's doing.
    const begin = process.cpuUsage().user
    let facts = 0
    for (let r = 0; r < rounds; r++) for (const v of versions) facts += derive(read.compiled, v).length
    const seconds = (process.cpuUsage().user - begin) / 1e6
    return { records: (rounds * versions.length) / seconds, facts: facts / seconds }
  }
  run(5)
  const { records, facts } = run(50)
  const result = { recordsPerSecond: Math.round(records), factsPerSecond: Math.round(facts), fields: 25, budget: 100_000 }
  process.stdout.write(`  ${result.recordsPerSecond} records a second, ${result.factsPerSecond} facts a second (budget 100,000 records)\n`)
  return result
}

const version = (n: number): RecordVersion => {
  const id = (k: string) => `0190000${k}-0000-7000-8000-${String(n).padStart(12, '0')}` as never
  const numbers = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i + 1}`, String((n + i) % 50)]))
  const texts = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`t${i}`, '走访记录']))
  return {
    record: id('1'),
    version: 1,
    sort: 'activity',
    kind: `visit_${'abcdef'[n % 6]}`,
    state: 'accepted',
    schemeVersion: 1,
    content: {
      day: '2012-05-01',
      org: id('2'),
      place: id('3'),
      participants: [id('4'), id('5')],
      subjects: [id('6')],
      fields: {
        ...numbers,
        ...texts,
        days: '0.5',
        funds: '1.25',
        long: '详情',
        way: n % 2 ? 'home' : 'forum',
        topics: ['road'],
        told: true,
        on: '2012-03-01',
      },
      attachments: [],
      raisedIn: null,
      closing: null,
    },
    context: {
      org: [
        { id: id('7'), code: 'ROOT', kind: '', class: '' },
        { id: id('8'), code: 'T1', kind: 'township', class: '' },
        { id: id('2'), code: 'U1', kind: 'unit', class: '' },
      ],
      place: [
        { id: id('9'), code: 'C', kind: 'city' },
        { id: id('3'), code: 'V1', kind: 'village' },
      ],
      participants: [4, 5].map((k) => ({ id: id(String(k)), rank: 'staff', post: '干部', org: id('2'), within: true })),
      subjects: [{ id: id('6'), kind: 'household', tags: [] }],
    },
  }
}
