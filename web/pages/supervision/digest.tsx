import { DownloadOutlined, LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { Digest } from '#command/supervision/views.ts'
import type { CampaignRow } from '#command/views.ts'
import { addDays } from '#kit/day.ts'
import { urlOf } from '#web/api/client.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { Answer, Frame } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import { DigestBody } from './digest-body.tsx'
import { digestPageWords } from './digest-words.ts'
import type { DigestSearch } from './routes.ts'
import { SupervisionTabs } from './tabs.tsx'

type ActionsProps = { readonly digest: Digest; readonly campaign: CampaignRow; readonly org: string | undefined }

const Actions = ({ digest, campaign, org }: ActionsProps) => {
  const w = useWords(digestPageWords)
  const { language } = usePreferences()
  const navigate = useNavigate()
  const { from, to } = digest.week
  const go = (week: string) => void navigate({ to: '/supervision/digest', search: (old) => ({ ...old, week }) })
  const file = (named: boolean) => urlOf('digest.export', { campaign: campaign.id, org, week: from, named, lang: language })
  const files = [
    { key: 'plain', label: <a href={file(false)}>{w('docx')}</a> },
    { key: 'named', label: <a href={file(true)}>{w('docxNamed')}</a> },
  ]
  return (
    <>
      <Button icon={<LeftOutlined aria-hidden />} disabled={from <= campaign.window.from} onClick={() => go(addDays(from, -7))}>
        {w('earlier')}
      </Button>
      <Button disabled={to >= campaign.window.to} onClick={() => go(addDays(from, 7))}>
        {w('later')} <RightOutlined aria-hidden />
      </Button>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {w('print')}
      </Button>
      <Dropdown menu={{ items: files }} trigger={['click']}>
        <Button icon={<DownloadOutlined aria-hidden />}>{w('download')}</Button>
      </Dropdown>
    </>
  )
}

const Loaded = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(digestPageWords)
  const { org } = useScope()
  const { language } = usePreferences()
  const { week }: DigestSearch = useSearch({ strict: false })
  const asked = useRead('digest.show', { campaign: campaign.id, org: org?.id, week }, { keep: true })
  const digest = asked.data
  const about =
    digest &&
    w('about', {
      from: sayDay(digest.week.from, language),
      to: sayDay(digest.week.to, language),
      year: digest.week.year,
      n: digest.week.number,
      org: digest.org.name,
    })
  return (
    <Frame title={w('title')} about={about ?? '…'} actions={digest && <Actions digest={digest} campaign={campaign} org={org?.id} />} wide>
      <SupervisionTabs />
      <Answer of={asked} rows={10}>
        {(data) => (
          <div>
            <DigestBody digest={data} />
          </div>
        )}
      </Answer>
    </Frame>
  )
}

/** What happened in a week, for who has five minutes. */
export const DigestPage = () => {
  const w = useWords(digestPageWords)
  const { campaign, ready } = useScope()
  const oversees = useHolds('office', 'liaison')
  if (campaign !== null && oversees) return <Loaded key={campaign.id} campaign={campaign} />
  return <Frame title={w('title')}>{ready && <NoCampaign />}</Frame>
}
