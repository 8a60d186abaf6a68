import { DownloadOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { urlOf } from '#web/api/client.ts'
import { usePages } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { Rows } from '#web/pages/register/rows.tsx'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import { type Of, useBurdenColumns } from './burden-columns.tsx'
import look from './care.module.css'
import type { BurdenSearch } from './routes.ts'
import { careWords } from './words.ts'

const kinds: readonly Of[] = ['subject', 'place', 'org', 'person']

/** Who bears most, over all campaigns: the campaign that is looked at plays no part here. */
export const BurdenPage = () => {
  const w = useWords(careWords)
  const search: BurdenSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const put = (change: BurdenSearch) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), resetScroll: false })
  const of: Of = search.of ?? 'subject'
  return (
    <Frame wide title={w('burden')} about={w('burdenAbout')} actions={<Period search={search} put={put} />}>
      <Section
        about={w(`says_${of}`)}
        title={
          <Segmented<Of>
            value={of}
            options={kinds.map((value) => ({ value, label: w(`of_${value}`) }))}
            onChange={(next) => put({ of: next === 'subject' ? undefined : next })}
          />
        }
      >
        <Loads key={of} of={of} search={search} />
      </Section>
    </Frame>
  )
}

const Period = ({ search, put }: { readonly search: BurdenSearch; readonly put: (change: BurdenSearch) => void }) => {
  const w = useWords(careWords)
  const at = (day: string | undefined): Dayjs | null => (day === undefined ? null : dayjs(day))
  const say = (day: Dayjs | null | undefined): string | undefined => day?.format('YYYY-MM-DD')
  return (
    <DatePicker.RangePicker
      aria-label={w('period')}
      value={[at(search.from), at(search.to)]}
      placeholder={[w('allTime'), w('allTime')]}
      allowEmpty={[true, true]}
      inputReadOnly
      onChange={(days) => put({ from: say(days?.[0]), to: say(days?.[1]) })}
    />
  )
}

const Loads = ({ of, search: { from, to } }: { readonly of: Of; readonly search: BurdenSearch }) => {
  const w = useWords(careWords)
  const { org } = useScope()
  const pages = usePages('burden.show', { of, from, to, org: org?.id, limit: 50 }, { keep: true })
  const columns = useBurdenColumns(of)
  const { language } = usePreferences()
  const file = urlOf('burden.export', { of, from, to, org: org?.id, lang: language })
  return (
    <Answer of={pages} rows={8}>
      {() =>
        pages.rows.length > 0 ? (
          <>
            <div className={look.filters}>
              <Button size="small" icon={<DownloadOutlined />} href={file} download>
                {w('downloadBurden')}
              </Button>
            </div>
            <Rows rows={pages.rows} more={pages} columns={columns} />
          </>
        ) : (
          <Empty title={w('noBurden')} hint={w('noBurdenHint')} action={<LinkButton to="/records/new">{w('enter')}</LinkButton>} />
        )
      }
    </Answer>
  )
}
