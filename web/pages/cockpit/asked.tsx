import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { CampaignRow } from '#command/views.ts'
import { commonWords } from '#web/say/everyday.ts'
import { sayDay, sayMoment } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './cockpit.module.css'
import type { CockpitSearch } from './routes.ts'
import { useSealed } from './sealed.tsx'
import { cockpitWords } from './words.ts'

/** The period and the moment asked for, from the address, and how to ask for others. */
export const useAsked = () => {
  const { from, to, asOf } = useSearch({ from: '/shell/' })
  const navigate = useNavigate()
  const ask = (change: CockpitSearch) => void navigate({ to: '/', search: (old) => ({ ...old, ...change }) })
  return { from, to, asOf, span: { from, to, asOf }, ask, past: asOf !== undefined, narrowed: from !== undefined || to !== undefined }
}

const day = (d: Dayjs) => d.format('YYYY-MM-DD')

/** Fast choices of a period; those outside the campaign's window are left out. */
const presets = (window: CampaignRow['window'], w: ReturnType<typeof useWords<typeof cockpitWords>>) => {
  const now = dayjs()
  const all: { label: string; value: [Dayjs, Dayjs] }[] = [
    { label: w('thisWeek'), value: [now.startOf('week'), now] },
    { label: w('thisMonth'), value: [now.startOf('month'), now] },
    { label: w('lastMonth'), value: [now.subtract(1, 'month').startOf('month'), now.subtract(1, 'month').endOf('month')] },
    { label: w('last30'), value: [now.subtract(29, 'day'), now] },
  ]
  return all.filter(({ value: [a, b] }) => day(a) <= window.to && day(b) >= window.from)
}

export const AskedPickers = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const c = useWords(commonWords)
  const w = useWords(cockpitWords)
  const { from, to, asOf, ask } = useAsked()
  const sealed = useSealed(campaign.id).slice(0, 5)
  const range: [Dayjs | null, Dayjs | null] = [from === undefined ? null : dayjs(from), to === undefined ? null : dayjs(to)]
  return (
    <>
      <DatePicker.RangePicker
        aria-label={w('period')}
        className={look.period ?? ''}
        value={range}
        placeholder={[w('from'), w('to')]}
        presets={presets(campaign.window, w)}
        minDate={dayjs(campaign.window.from)}
        maxDate={dayjs(campaign.window.to)}
        allowEmpty={[true, true]}
        inputReadOnly
        onChange={(days) => ask({ from: days?.[0] ? day(days[0]) : undefined, to: days?.[1] ? day(days[1]) : undefined })}
      />
      <DatePicker
        aria-label={w('asOf')}
        className={look.asOf ?? ''}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        value={asOf === undefined ? null : dayjs(asOf)}
        placeholder={`${w('asOf')}${c('colon')}${w('asOfHint')}`}
        maxDate={dayjs()}
        presets={sealed.map(({ title, at }) => ({ label: w('sealedAt', { title }), value: dayjs(at) }))}
        inputReadOnly
        onChange={(at) => ask({ asOf: at === null ? undefined : (sealed.find((b) => dayjs(b.at).isSame(at))?.at ?? at.toISOString()) })}
      />
    </>
  )
}

/** Says that this is not "everything, now", and leads back. */
export const AskedNote = () => {
  const w = useWords(cockpitWords)
  const { language } = usePreferences()
  const { from, to, asOf, ask, past, narrowed } = useAsked()
  if (!past && !narrowed) return null
  return (
    <div className={look.note} role="status">
      <span>
        {asOf !== undefined && w('pastNote', { moment: sayMoment(asOf) })}
        {narrowed &&
          w('periodNote', { from: from === undefined ? '…' : sayDay(from, language), to: to === undefined ? '…' : sayDay(to, language) })}
      </span>
      <Button size="small" onClick={() => ask({ from: undefined, to: undefined, asOf: undefined })}>
        {past ? w('backToNow') : w('whole')}
      </Button>
    </div>
  )
}
