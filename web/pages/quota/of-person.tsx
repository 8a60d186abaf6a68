import { useState } from 'react'
import type { CampaignRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { likelyDay } from '#web/form/today.ts'
import { useWords } from '#web/say/words.ts'
import { QuotaLine } from './line.tsx'
import look from './quota.module.css'
import { WhyDrawer } from './why.tsx'
import { quotaWords } from './words.ts'

/** What one person owes in the campaign that is looked at; nothing for who may not know. */
export const QuotasOf = ({ person }: { readonly person: string }) => {
  const { campaign } = useScope()
  const oversees = useHolds('office', 'liaison')
  return campaign === null || !oversees ? null : <Owing person={person} campaign={campaign} />
}

const Owing = ({ person, campaign }: { readonly person: string; readonly campaign: CampaignRow }) => {
  const w = useWords(quotaWords)
  const on = likelyDay(campaign.window)
  const [open, setOpen] = useState<string | null>(null)
  const list = useRead('quota.list', { campaign: campaign.id, on, whom: person, limit: 1000 }).data
  if (list === undefined || list.rows.rows.length === 0) return null
  return (
    <>
      <h3>{w('quotas')}</h3>
      <ul className={`${look.lines} ${look.narrow}`}>
        {list.rows.rows.map((p) => {
          const head = list.quotas.find((q) => q.key === p.quota)
          return head && <QuotaLine key={`${p.quota} ${p.part}`} progress={p} head={head} mine open={() => setOpen(p.quota)} />
        })}
      </ul>
      <WhyDrawer asked={open === null ? null : { campaign: campaign.id, quota: open, who: person, on }} close={() => setOpen(null)} />
    </>
  )
}
