import type { Sum } from './present.ts'
import type { Fact } from './shape.ts'
import { totals } from './total.ts'

/** What existing records would come to if they were derived anew: their facts as they are beside what they would be. */
export type Weighing = {
  /** One record's facts; records in the order of their days, those of one day in that of their ids. */
  weigh(now: readonly Fact[], then: readonly Fact[]): void
  /** Sums of the facts as they would be. */
  sums(): readonly Sum[]
  /** By indicator: records whose part in it would be another. */
  differing(): ReadonlyMap<string, number>
}

export const weighing = (): Weighing => {
  const whole = totals()
  const differ = new Map<string, number>()
  return {
    weigh: (now, then) => {
      whole.add(then)
      const [before, after] = [parts(now), parts(then)]
      for (const key of new Set([...before.keys(), ...after.keys()]))
        if (before.get(key) !== after.get(key)) differ.set(key, (differ.get(key) ?? 0) + 1)
    },
    sums: () => whole.sums(),
    differing: () => differ,
  }
}

/** A record's part in each indicator, as one line. Where it counts is the same either way. */
const parts = (facts: readonly Fact[]): ReadonlyMap<string, string> => {
  const lines = new Map<string, string>()
  for (const f of facts) lines.set(f.indicator, `${lines.get(f.indicator) ?? ''}|${f.day} ${f.value} ${f.key} ${f.each} ${f.approx}`)
  return lines
}
