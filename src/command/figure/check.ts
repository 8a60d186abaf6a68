import { z } from 'zod'
import { anyOf, holdsOn } from '#access/actor.ts'
import { type Odd, oddAmong, oddInScheme } from '#figure/check.ts'
import { present } from '#figure/present.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Period } from '#kit/day.ts'
import type { Text } from '#kit/text.ts'
import { day, id } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { read } from '../command.ts'
import { flag } from '../record/look.ts'
import type { Blank } from '../ports/figure.ts'
import type { FigureCheck, OddRow } from './views.ts'
import { periodOf } from './list.ts'
import { schemeOf, scopeOf } from './present.ts'
import { orgsIn } from './rank.ts'

/** More are counted, not listed. */
const most = 500

export const check = read({
  name: 'figure.check',
  says: {
    zh: '勾稽检查：其中大于总数、分项不合、百分比推不出、空白、单位混用、是否包含未言明——只报告，不改数',
    en: 'What does not add up: parts beyond their whole, partitions that miss, rates that do not derive, blanks, mixed units, inclusions left unsaid. Reported, never repaired.',
  },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    org: id<OrgId>().optional(),
    from: day.optional(),
    to: day.optional(),
    /** Also look for records without a value, which reads every record. */
    blanks: flag.default(true),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { campaign, org, from, to, blanks }, { actor, today }): Promise<FigureCheck> => {
    const { compiled } = await schemeOf(db, campaign)
    const scope = await scopeOf(db, actor, org, today)
    const period = periodOf(from, to, compiled.scheme.window)
    const orgs = await orgsIn(db, scope, today)
    const sums = await db.figure.sumsByOrg(
      campaign,
      compiled,
      orgs.map((o) => o.id),
      { period },
    )
    const inOrder = [...orgs.filter((o) => o.id === scope), ...orgs.filter((o) => o.id !== scope)]
    const among = inOrder.flatMap((o) =>
      oddAmong(compiled, present(compiled, sums.get(o.id) ?? [])).map((odd) => rowOf(odd, { id: o.id, name: o.name }, period)),
    )
    const reads = holdsOn(actor, await db.register.orgPath(scope, today), 'office', 'liaison')
    const blank = blanks ? await db.figure.blanks(campaign, compiled, { scope: { org: scope }, period }) : []
    const name = orgs.find((o) => o.id === scope)?.name ?? ''
    const rows = [
      ...oddInScheme(compiled).map((odd) => rowOf(odd, null, period)),
      ...among,
      ...blank.map((b) => blankRow(compiled, b, { id: scope, name }, period, reads)),
    ]
    return { rows: rows.slice(0, most), found: rows.length, units: orgs.length }
  },
})

type Where = OddRow['org']

const rowOf = (odd: Odd, org: Where, period: Period | undefined): OddRow => ({
  ...odd,
  org,
  from: period?.from ?? null,
  to: period?.to ?? null,
  records: [],
})

const blankRow = (compiled: Compiled, blank: Blank, org: Where, period: Period | undefined, reads: boolean): OddRow => {
  const title: Text = compiled.indicators.get(blank.indicator)?.indicator.title ?? { zh: blank.indicator }
  const says = {
    zh: `${blank.of} 条记录中有 ${blank.records} 条没有填“${title.zh}”的数`,
    en: `${blank.records} of ${blank.of} records hold no value for “${title.en ?? title.zh}”`,
  }
  const odd: Odd = { kind: 'blank', indicator: blank.indicator, says, numbers: [] }
  return { ...rowOf(odd, org, period), records: blank.newest.map((r) => ({ ...r, gist: reads ? r.gist : '' })) }
}
