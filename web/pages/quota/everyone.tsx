import { Button } from 'antd'
import { useState } from 'react'
import type { QuotaList } from '#command/quota/view.ts'
import { type Progress, standings } from '#figure/quota/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { Answer, Empty, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { grouped } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { Filters } from './filters.tsx'
import { QuotaLine, StandingMark } from './line.tsx'
import look from './quota.module.css'
import type { QuotaSearch } from './search.ts'
import { quotaWords } from './words.ts'

const step = 100
const most = 1000

type Props = {
  readonly campaign: CampaignId
  readonly on: string
  readonly search: QuotaSearch
  readonly put: (change: QuotaSearch) => void
  readonly open: (progress: Progress) => void
}

/** Everybody in the scope, who is behind first. */
export const Everyone = ({ campaign, on, search, put, open }: Props) => {
  const w = useWords(quotaWords)
  const { org } = useScope()
  const [limit, setLimit] = useState(step)
  const { quota, standing, who, q } = search
  const asked = useRead('quota.list', { campaign, org: org?.id, on, quota, standing, who, q, limit }, { keep: true })
  return (
    <Answer of={asked} rows={10}>
      {(list) =>
        list.quotas.length === 0 ? (
          <Section>
            <Empty title={w('none')} hint={w('noneHint')} action={<LinkButton to="/scheme">{w('quotas')}</LinkButton>} />
          </Section>
        ) : (
          <>
            <Overview list={list} search={search} put={put} />
            <Section title={w('everyone')} about={w('total', { n: grouped(String(list.total)) })}>
              <Filters quotas={list.quotas} search={search} put={put} />
              <Rows list={list} open={open} />
              {list.rows.next !== null && limit < most && (
                <Button block className={look.more ?? ''} onClick={() => setLimit(Math.min(most, limit + 2 * step))}>
                  {w('more')}
                </Button>
              )}
            </Section>
          </>
        )
      }
    </Answer>
  )
}

/** Of each quota how many stand how; a press narrows the list to them. */
const Overview = ({ list, search, put }: { readonly list: QuotaList; readonly search: QuotaSearch; readonly put: Props['put'] }) => {
  const say = useSay()
  const w = useWords(quotaWords)
  const chosen = search.quota === undefined ? list.quotas : list.quotas.filter((q) => q.key === search.quota)
  return (
    <ul className={look.cards}>
      {chosen.map((quota) => (
        <li key={quota.key} className={look.card}>
          <button type="button" className={look.cardTitle} onClick={() => put({ quota: quota.key, standing: undefined })}>
            {say(quota.title)}
          </button>
          <span className="soft">
            {w(`who_${quota.who}`)}
            {quota.soft && ` · ${w('soft')}`}
          </span>
          <span className={look.cardCounts}>
            {standings.flatMap((standing) => {
              const n = quota.counts[standing] ?? 0
              return n === 0
                ? []
                : [
                    <button key={standing} type="button" className={look.count} onClick={() => put({ quota: quota.key, standing })}>
                      <StandingMark standing={standing} /> <b className="num">{grouped(String(n))}</b>
                    </button>,
                  ]
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

const Rows = ({ list, open }: { readonly list: QuotaList; readonly open: Props['open'] }) => {
  const w = useWords(quotaWords)
  const heads = new Map(list.quotas.map((q) => [q.key, q]))
  if (list.rows.rows.length === 0) return <Empty title={w('noRows')} hint={w('noRowsHint')} />
  return (
    <ul className={look.lines}>
      {list.rows.rows.map((p) => {
        const head = heads.get(p.quota)
        return head && <QuotaLine key={`${p.quota} ${p.part} ${p.assignee.id}`} progress={p} head={head} open={() => open(p)} />
      })}
    </ul>
  )
}
