import { useNavigate, useSearch } from '@tanstack/react-router'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { CampaignRow } from '#command/views.ts'
import type { Progress } from '#figure/quota/shape.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { likelyDay } from '#web/form/today.ts'
import { Frame } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { useWords } from '#web/say/words.ts'
import { Everyone } from './everyone.tsx'
import { Mine } from './mine.tsx'
import type { QuotaSearch } from './search.ts'
import { WhyDrawer } from './why.tsx'
import { quotaWords } from './words.ts'

export const QuotasPage = () => {
  const w = useWords(quotaWords)
  const { campaign, ready } = useScope()
  if (campaign !== null) return <Owed campaign={campaign} />
  return <Frame title={w('quotas')}>{ready && <NoCampaign />}</Frame>
}

/** What one owes oneself, then, for those who look after units, what everybody does. */
const Owed = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(quotaWords)
  const search: QuotaSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const oversees = useHolds('office', 'liaison')
  const [asked, setAsked] = useState<{ readonly quota: string; readonly who: string } | null>(null)
  const put = (change: QuotaSearch) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), resetScroll: false })
  const on = search.on ?? likelyDay(campaign.window)
  const open = (p: Progress) => setAsked({ quota: p.quota, who: p.assignee.id })
  return (
    <Frame
      wide
      title={w('quotas')}
      about={w('about')}
      actions={
        <DatePicker
          aria-label={w('day')}
          value={dayjs(on)}
          minDate={dayjs(campaign.window.from)}
          maxDate={dayjs(likelyDay(campaign.window))}
          allowClear={false}
          inputReadOnly
          onChange={(day) => put({ on: day?.format('YYYY-MM-DD') })}
        />
      }
    >
      <Mine campaign={campaign.id} on={on} open={open} alone={!oversees} />
      {oversees && <Everyone campaign={campaign.id} on={on} search={search} put={put} open={open} />}
      <WhyDrawer asked={asked === null ? null : { ...asked, campaign: campaign.id, on }} close={() => setAsked(null)} />
    </Frame>
  )
}
