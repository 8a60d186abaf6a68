import type { Page, SubjectRow } from '#command/views.ts'
import type { CampaignId, PlaceId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { likelyDay } from './today.ts'

type Wanted = {
  readonly q: string
  readonly place: PlaceId | null
  readonly kind: string | undefined
  readonly limit: number
  readonly enabled: boolean
}

/** Whom one may have visited: found by what was typed, else those of the place; without either, first whom one's unit has still to reach. */
export const useWhom = ({ q, place, kind, limit, enabled }: Wanted): Page<SubjectRow> | undefined => {
  const { campaign, org } = useScope()
  const where = q !== '' ? { q } : place === null ? {} : { place }
  const all = useRead('subject.list', { ...where, kind, limit }, { enabled, keep: true })
  const first = enabled && q === '' && place === null && campaign !== null
  const on = campaign === null ? undefined : likelyDay(campaign.window)
  const due = useRead(
    'coverage.unreached',
    { campaign: campaign?.id ?? ('' as CampaignId), org: org?.id, on, kind, limit },
    { enabled: first },
  )
  if (!first || due.data === undefined) return first && due.error === null ? undefined : all.data
  const known = new Set(due.data.rows.map((row) => row.id))
  return all.data && { ...all.data, rows: [...due.data.rows, ...all.data.rows.filter((row) => !known.has(row.id))].slice(0, limit) }
}
