import { Decimal, plain } from '#kit/decimal.ts'
import type { Approx } from '#record/shape.ts'
import type { Sum } from './present.ts'
import type { Fact } from './shape.ts'

/** Facts added up one by one, where there is no store: a rehearsal, a revision that is only thought of. */
export type Totals = {
  /** Those of one day in the order of their records’ ids: of newest words on one day the one added later counts. */
  add(facts: readonly Fact[]): void
  /** One for each indicator that has facts, as the store answers them. */
  sums(): readonly Sum[]
}

type Side = { value: Decimal; facts: number; readonly keys: Set<string> }
type Words = Map<string, Fact>
type Both = {
  readonly confirmed: Side
  readonly pending: Side
  readonly approx: Set<Approx>
  /** Newest words: of each the newest confirmed one, and the newest of all, which counts as pending where it waits for review. */
  readonly sure: Words
  readonly newest: Words
}

const side = (): Side => ({ value: new Decimal(0), facts: 0, keys: new Set() })
const both = (): Both => ({ confirmed: side(), pending: side(), approx: new Set(), sure: new Map(), newest: new Map() })

export const totals = (): Totals => {
  const all = new Map<string, Both>()
  return {
    add: (facts) => {
      for (const fact of facts) {
        const into = all.get(fact.indicator) ?? both()
        all.set(fact.indicator, into)
        if (fact.each === null) put(into, fact)
        else {
          say(into.newest, fact.each, fact)
          if (!fact.pending) say(into.sure, fact.each, fact)
        }
      }
    },
    sums: () => [...all].map(([indicator, one]) => sumOf(indicator, one)),
  }
}

const put = (into: Both, fact: Fact): void => {
  const { pending, confirmed, approx } = into
  const to = fact.pending ? pending : confirmed
  to.facts += 1
  if (fact.key === null) to.value = to.value.plus(fact.value)
  else to.keys.add(fact.key)
  if (fact.approx !== null && !fact.pending) approx.add(fact.approx)
}

const say = (words: Words, each: string, fact: Fact): void => {
  if ((words.get(each)?.day ?? '') <= fact.day) words.set(each, fact)
}

const sumOf = (indicator: string, { confirmed, pending, approx, sure, newest }: Both): Sum => {
  const [said, waiting] = [[...sure.values()], [...newest.values()].filter((f) => f.pending)]
  return {
    indicator,
    confirmed: plain(worth(confirmed, said)),
    pending: plain(worth(pending, waiting)),
    facts: confirmed.facts + said.length,
    pendingFacts: pending.facts + waiting.length,
    approx: [...new Set([...approx, ...said.flatMap((f) => f.approx ?? [])])],
  }
}

const worth = ({ value, keys }: Side, words: readonly Fact[]): Decimal =>
  words.reduce((sum, word) => sum.plus(word.value), value.plus(keys.size))
