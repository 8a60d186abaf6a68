import { creditsOf } from '#figure/credit.ts'
import type { Fact } from '#figure/shape.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Difference } from '#command/views.ts'
import type { Sql } from '../sql.ts'

type Moments = { readonly at: string; readonly until: string | null }
type Stored = {
  record: string
  version: number
  indicator: string
  person: string
  day: string
  place: string[] | null
  value: string
  key: string | null
  turn: number
  parts: number
  pending: boolean
  recorded: string
  retracted: string | null
}

/** The second way of crediting: what versions do towards people, derived again and laid beside what is stored. */
export const creditsAmong = async (
  sql: Sql,
  campaign: CampaignId,
  versions: readonly (RecordVersion & Moments)[],
): Promise<(version: RecordVersion & Moments, facts: readonly Fact[]) => readonly Difference[]> => {
  const credited = new Set(
    (
      await sql.one<{ credited: string[] }>(
        `select v.credited from campaign c join scheme_version v using (tenant_id, campaign_id, version) where c.tenant_id = $1 and c.campaign_id = $2`,
        [campaign],
      )
    )?.credited,
  )
  const rows = await sql.rows<Stored>(
    `select c.record_id as record, c.version, c.indicator, c.person_id as person, c.day, p.nodes as place, c.value, c.key, c.turn, c.parts, c.pending,
       c.recorded_at as recorded, c.retracted_at as retracted
     from credit c left join path p on p.tenant_id = $1 and p.path_id = c.place_path where c.tenant_id = $1 and c.campaign_id = $2 and c.record_id = any($3::uuid[])`,
    [campaign, [...new Set(versions.map((v) => v.record))]],
  )
  const stored = Map.groupBy(rows, (r) => `${r.record} ${r.version}`)
  return (version, facts) => {
    const is = (stored.get(`${version.record} ${version.version}`) ?? []).map((c) =>
      line({ ...c, place: c.place ?? [], value: plain(new Decimal(c.value)) }, c.recorded === version.at && c.retracted === version.until),
    )
    const should = creditsOf(credited, version, facts).map((c) => line(c, true))
    return [
      ...without(is, should).map((text) => ({ what: what(version), stored: text, derived: null })),
      ...without(should, is).map((text) => ({ what: what(version), stored: null, derived: text })),
    ]
  }
}

const what = ({ record, version }: RecordVersion): string => `record ${record} version ${version} credit`

/** Those that the others do not hold as often. */
const without = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others]
  return lines.filter((l) => {
    const at = left.indexOf(l)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

type Said = Pick<Stored, 'indicator' | 'person' | 'day' | 'value' | 'key' | 'turn' | 'parts' | 'pending'> & {
  readonly place: readonly string[]
}

const line = (c: Said, inTime: boolean): string =>
  [
    c.indicator,
    c.person,
    c.day,
    c.place.join('/'),
    c.value,
    c.key,
    `${c.turn} of ${c.parts}`,
    c.pending ? 'pending' : 'confirmed',
    inTime ? 'in time' : 'wrong moment',
  ].join(' ')
