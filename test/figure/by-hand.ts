import assert from 'node:assert/strict'
import type { FigureRow } from '#command/views.ts'
import { totals } from '#figure/total.ts'
import { Decimal } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'
import type { Store } from '#store/store.ts'

/* Newest words, stocks and rates counted once more from the bare facts, one by one, by code that the house does not have. */

type Fact = {
  indicator: string
  record: string
  seq: number
  day: string
  value: string
  pending: boolean
  each: string | null
  key: string | null
  approx: Approx | null
}

const factsOf = async (store: Store, campaign: CampaignId, until: string): Promise<readonly Fact[]> =>
  (
    await store.pool.query(
      `select indicator, record_id as record, seq, day, value, pending, each_id as each, key, approx from fact
       where campaign_id = $1 and retracted_at is null and day <= $2 order by record_id, seq`,
      [campaign, until],
    )
  ).rows as Fact[]

const later = (a: Fact, b: Fact): boolean =>
  a.day !== b.day ? a.day > b.day : a.record !== b.record ? a.record > b.record : Number(a.seq) > Number(b.seq)

const newest = (facts: readonly Fact[]): readonly Fact[] => {
  const last = new Map<string, Fact>()
  for (const f of facts) {
    const before = last.get(f.each ?? '')
    if (before === undefined || later(f, before)) last.set(f.each ?? '', f)
  }
  return [...last.values()]
}

const sum = (facts: readonly Fact[]): string => facts.reduce((n, f) => n.plus(f.value), new Decimal(0)).toFixed()

/** Added up without a store, what has no beginning is the same (figure/total.ts). */
const assertTotals = (facts: readonly Fact[], figure: FigureRow): void => {
  const whole = totals()
  whole.add(facts.map((f) => ({ ...f, org: [], place: [] })))
  const [total] = whole.sums()
  assert.deepEqual(
    [total?.facts ?? 0, total?.pendingFacts ?? 0, [...(total?.approx ?? [])].sort()],
    [figure.facts, figure.pendingFacts, [...figure.approx].sort()],
    `${figure.indicator}, without a store`,
  )
}

/** @param factors the printed unit in base units, by indicator: 10000 for 万元 */
export const assertByHand = async (
  store: Store,
  campaign: CampaignId,
  until: string,
  figures: readonly FigureRow[],
  factors: Readonly<Record<string, number>>,
): Promise<void> => {
  const facts = await factsOf(store, campaign, until)
  const printed = (indicator: string, value: string): string => new Decimal(value).div(factors[indicator] ?? 1).toFixed()
  for (const figure of figures) {
    const mine = facts.filter((f) => f.indicator === figure.indicator)
    if (figure.take === 'latest' || figure.take === 'stock') assertTotals(mine, figure)
    if (figure.take === 'latest') {
      const said = newest(mine.filter((f) => !f.pending))
      const blank = said.length === 0 || (figure.indicator.endsWith('alone') && said.length > 1)
      assert.equal(figure.confirmed, blank ? null : printed(figure.indicator, sum(said)), `${figure.indicator} until ${until}`)
      const waiting = newest(mine).filter((f) => f.pending)
      if (!figure.indicator.endsWith('alone'))
        assert.equal(figure.pending, printed(figure.indicator, sum(waiting)), `${figure.indicator}, pending`)
    }
    if (figure.take === 'stock') {
      const there = mine.filter((f) => !f.pending)
      const value = there.some((f) => f.key !== null)
        ? String(new Set(there.map((f) => f.key)).size)
        : printed(figure.indicator, sum(there))
      assert.equal(figure.confirmed, value, `${figure.indicator} until ${until}`)
    }
  }
}
