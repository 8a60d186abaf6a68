import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CampaignRow, Me, OrgRow } from '#command/views.ts'
import type { Role } from '#access/actor.ts'
import { prefer, preferences } from '#web/say/preferences.ts'
import { useRead } from './hooks.ts'

export type Scope = {
  readonly campaigns: readonly CampaignRow[]
  /** The campaign looked at; null while none is loaded (or the list is still coming: see `ready`). */
  readonly campaign: CampaignRow | null
  /** Everything of the tree this account may see. */
  readonly orgs: readonly OrgRow[]
  /** The org looked at; null: the top of what one may see. */
  readonly org: OrgRow | null
  readonly ready: boolean
  readonly look: (at: { readonly campaign?: string; readonly org?: string | null }) => void
}

/** What the shell's two pickers say; pages read their campaign and org from here. */
export const useScope = (): Scope => {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const campaigns = useRead('campaign.list', {})
  const orgs = useRead('org.list', {})
  const wanted = search.campaign ?? preferences().campaign
  return useMemo(() => {
    const rows = campaigns.data ?? []
    const fullest = rows.reduce<CampaignRow | null>((best, row) => (best === null || row.records > best.records ? row : best), null)
    return {
      campaigns: rows,
      campaign: rows.find((row) => row.key === wanted) ?? fullest,
      orgs: orgs.data ?? [],
      org: (search.org === undefined ? undefined : orgs.data?.find((o) => o.code === search.org)) ?? null,
      ready: campaigns.data !== undefined && orgs.data !== undefined,
      look: (at) => {
        if (at.campaign !== undefined) prefer({ campaign: at.campaign })
        void navigate({
          to: '.',
          search: (old: object) => ({
            ...old,
            ...(at.campaign === undefined ? {} : { campaign: at.campaign }),
            ...(at.org === undefined ? {} : { org: at.org ?? undefined }),
          }),
        })
      },
    }
  }, [campaigns.data, orgs.data, wanted, search.org, navigate])
}

/** Who is signed in; inside the shell the answer is already there. */
export const useMe = (): Me | undefined => useRead('session.me', {}).data

/** Whether the account holds one of the roles anywhere (administrators hold every role). Only for what to show: the house decides. */
export const useHolds = (...wanted: readonly Role[]): boolean => {
  const me = useMe()
  return me?.grants.some((g) => g.role === 'administrator' || wanted.includes(g.role)) ?? false
}
