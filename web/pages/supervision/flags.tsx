import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { FlagRow } from '#command/flag/views.ts'
import type { CampaignRow } from '#command/views.ts'
import { usePages } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { flagWords } from './flag-words.ts'
import { JudgeButton } from './judge.tsx'
import type { FlagsSearch } from './routes.ts'
import look from './supervision.module.css'
import { SupervisionTabs } from './tabs.tsx'
import { VerdictMark, VerdictSaid } from './verdict.tsx'

type LineProps = { readonly row: FlagRow; readonly narrow: ((rule: string) => void) | null }

const Line = ({ row, narrow }: LineProps) => {
  const w = useWords(flagWords)
  const say = useSay()
  return (
    <li className={look.flag}>
      <VerdictMark verdict={row.verdict} />
      <div className={look.flagBody}>
        {narrow === null ? (
          <div className={look.flagSays}>{say(row.says)}</div>
        ) : (
          <button type="button" className={`bare ${look.flagSays} ${look.flagDoor}`} title={w('onlyRule')} onClick={() => narrow(row.rule)}>
            {say(row.says)}
          </button>
        )}
        <div className={look.meta}>
          <span>{row.day}</span>
          <span>{row.orgName}</span>
          <span className={row.own ? look.waits : ''}>{row.own ? w('own') : w('by', { by: row.by })}</span>
        </div>
        <Link to="/records/$record" params={{ record: row.record }} className={look.gist}>
          {row.gist === '' ? w('open') : row.gist}
        </Link>
        {row.verdict !== null && <VerdictSaid verdict={row.verdict} />}
      </div>
      <JudgeButton flag={row} again={row.verdict !== null} />
    </li>
  )
}

const states = ['waiting', 'not_fine', 'fine', 'all'] as const
type State = (typeof states)[number]

const Loaded = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(flagWords)
  const navigate = useNavigate()
  const { org } = useScope()
  const { state = 'waiting', rule }: FlagsSearch = useSearch({ strict: false })
  const pages = usePages(
    'flag.list',
    { campaign: campaign.id, org: org?.id, rule, limit: 50, state: state === 'all' ? undefined : state },
    { keep: true },
  )
  const go = (change: { readonly state?: State | undefined; readonly rule?: string | undefined }) =>
    void navigate({ to: '/supervision/flags', search: { state, rule, ...change } })
  return (
    <Frame title={w('title')} about={w('about')} wide>
      <SupervisionTabs />
      <div className={look.filters}>
        <Segmented
          value={state}
          options={states.map((s) => ({ value: s, label: w(s) }))}
          onChange={(s) => go({ state: states.find((x) => x === s) })}
        />
        {rule !== undefined && <Button onClick={() => go({ rule: undefined })}>{w('everyRule')}</Button>}
      </div>
      <Section flush>
        <Answer of={pages} rows={6}>
          {() =>
            pages.rows.length === 0 ? (
              <Empty title={w(state === 'waiting' ? 'none' : 'noneSuch')} hint={w('noneHint')} />
            ) : (
              <ul className={look.flagRows}>
                {pages.rows.map((row) => (
                  <Line key={`${row.record} ${row.rule}`} row={row} narrow={rule === undefined ? (r) => go({ rule: r }) : null} />
                ))}
              </ul>
            )
          }
        </Answer>
        {pages.hasNextPage && (
          <div className={look.more}>
            <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {w('more')}
            </Button>
          </div>
        )}
      </Section>
    </Frame>
  )
}

/** Flags wait here for a person's word. */
export const FlagsPage = () => {
  const w = useWords(flagWords)
  const { campaign, ready } = useScope()
  const oversees = useHolds('office', 'liaison')
  if (campaign !== null && oversees) return <Loaded key={campaign.id} campaign={campaign} />
  return <Frame title={w('title')}>{ready && <NoCampaign />}</Frame>
}
