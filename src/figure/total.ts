import { Decimal, plain } from '#kit/decimal.ts'
import type { Approx } from '#record/shape.ts'
import type { Sum } from './present.ts'
import type { Fact } from './shape.ts'

/** Facts added up one by one, where there is no store: a rehearsal, a revision that is only thought of. */
export type Totals = {
  /** In the order in which they were recorded: of newest words on one day the later counts. */
  add(facts: readonly Fact[]): void
  /** One for each indicator that has facts, as the store answers them. */
  sums(): readonly Sum[]
}

type Side = {
  value: Decimal
  facts: number
  readonly keys: Set<string>
  readonly newest: Map<string, { readonly day: string; readonly value: string }>
}
type Both = { readonly confirmed: Side; readonly pending: Side; readonly approx: Set<Approx> }

const side = (): Side => ({ value: new Decimal(0), facts: 0, keys: new Set(), newest: new Map() })

export const totals = (): Totals => {
  const all = new Map<string, Both>()
  return {
    add: (facts) => {
      for (const fact of facts) {
        const both = all.get(fact.indicator) ?? { confirmed: side(), pending: side(), approx: new Set<Approx>() }
        all.set(fact.indicator, both)
        put(fact.pending ? both.pending : both.confirmed, fact)
        if (fact.approx !== null && !fact.pending) both.approx.add(fact.approx)
      }
    },
    sums: () =>
      [...all].map(([indicator, { confirmed, pending, approx }]) => ({
        indicator,
        confirmed: plain(worth(confirmed)),
        pending: plain(worth(pending)),
        facts: confirmed.facts,
        pendingFacts: pending.facts,
        approx: [...approx],
      })),
  }
}

const put = (into: Side, fact: Fact): void => {
  into.facts += 1
  if (fact.key !== null) into.keys.add(fact.key)
  else if (fact.each === null) into.value = into.value.plus(fact.value)
  else if ((into.newest.get(fact.each)?.day ?? '') <= fact.day) into.newest.set(fact.each, fact)
}

const worth = ({ value, keys, newest }: Side): Decimal =>
  [...newest.values()].reduce((sum, word) => sum.plus(word.value), value.plus(keys.size))
