import { App, Button, Progress, Tag } from 'antd'
import type { DemoRow } from '#command/views.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { Answer, FaultNotice, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './campaign.module.css'
import { TakeOut } from './take-out.tsx'
import { campaignWords } from './words.ts'

const underWay = (row: DemoRow): boolean => row.state === 'wanted' || row.state === 'loading'

/** Every demo as a card; while one is loaded its bar moves, also after the page was left and the server was started anew. */
export const Demos = () => {
  const w = useWords(campaignWords)
  const asked = useRead('demo.list', {})
  const busy = asked.data?.some(underWay) === true
  const moving = useRead('demo.list', {}, { every: busy ? 1500 : false })
  if (asked.data?.length === 0) return null
  return (
    <Section title={w('demos')} about={w('demosAbout')}>
      <Answer of={moving} rows={6}>
        {(rows) => (
          <ul className={look.cards} aria-label={w('demos')}>
            {rows.map((row) => (
              <DemoCard key={row.key} row={row} />
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  )
}

const DemoCard = ({ row }: { readonly row: DemoRow }) => {
  const w = useWords(campaignWords)
  const say = useSay()
  return (
    <li className={look.card}>
      <h3 className={look.title}>{say(row.title)}</h3>
      {row.about !== null && <p className={look.about}>{say(row.about)}</p>}
      {row.campaigns.length > 1 && <p className="soft">{w('with', { n: row.campaigns.length })}</p>}
      <div className={look.do}>
        <State row={row} />
      </div>
    </li>
  )
}

const State = ({ row }: { readonly row: DemoRow }) => {
  const c = useWords(commonWords)
  const w = useWords(campaignWords)
  const say = useSay()
  switch (row.state) {
    case 'offered':
      return <Take row={row} />
    case 'wanted':
      return <Tag>{w('wanted')}</Tag>
    case 'loading':
      return <Bar row={row} />
    case 'loaded':
      return (
        <>
          <span className={look.loaded}>{w('loaded')}</span>
          <LinkButton to="/" search={{ campaign: row.key }} aria-label={w('openNamed', { title: say(row.title) })}>
            {w('open')}
          </LinkButton>
          <TakeOut row={row} />
        </>
      )
    case 'failed':
      return (
        <>
          <div className={look.failed} role="alert">
            {w('failed')}
            {row.says !== null && `${c('colon')}${say(row.says)}`}
          </div>
          <Take row={row} />
          <TakeOut row={row} />
        </>
      )
  }
}

const Bar = ({ row: { done, total } }: { readonly row: DemoRow }) => {
  const w = useWords(campaignWords)
  return (
    <div className={look.bar} aria-live="polite">
      <span className="soft">{total === 0 ? w('preparing') : `${w('loading')} · ${w('steps', { done, total })}`}</span>
      <Progress percent={total === 0 ? 0 : Math.floor((done * 100) / total)} size="small" status="active" aria-label={w('loading')} />
    </div>
  )
}

const Take = ({ row }: { readonly row: DemoRow }) => {
  const w = useWords(campaignWords)
  const say = useSay()
  const { modal } = App.useApp()
  const does = useWrite('demo.load')
  const ask = () =>
    modal.confirm({ title: w('sure'), content: w('sureHint'), okText: w('take'), onOk: () => does.mutate({ key: row.key }) })
  return (
    <>
      <Button loading={does.isPending} aria-label={w('takeNamed', { title: say(row.title) })} onClick={() => void ask()}>
        {w(row.state === 'failed' ? 'again' : 'take')}
      </Button>
      {does.error !== null && <FaultNotice fault={does.error} />}
    </>
  )
}
