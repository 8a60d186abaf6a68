import type { Progress } from '#figure/quota/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { Answer, Empty, Section } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { QuotaLine } from './line.tsx'
import look from './quota.module.css'
import { quotaWords } from './words.ts'

type Props = {
  readonly campaign: CampaignId
  readonly on: string
  readonly open: (progress: Progress) => void
  /** Nothing else stands on the page: then it is said when nothing is owed. */
  readonly alone: boolean
  /** Said in a line, among other things. */
  readonly brief?: boolean
}

export const Mine = ({ campaign, on, open, alone, brief = false }: Props) => {
  const w = useWords(quotaWords)
  const asked = useRead('quota.mine', { campaign, on }, { keep: true })
  if (!alone && (asked.data?.[0]?.rows.length ?? 0) === 0) return null
  return (
    <Section title={w('mine')}>
      <Answer of={asked} rows={4}>
        {([found]) =>
          found === undefined || found.rows.length === 0 ? (
            brief ? (
              <p className="soft">{w('mineNone')}</p>
            ) : (
              <Empty title={w('mineNone')} hint={w('mineNoneHint')} />
            )
          ) : (
            <ul className={look.lines}>
              {found.rows.map((p) => {
                const head = found.quotas.find((q) => q.key === p.quota)
                return head && <QuotaLine key={`${p.quota} ${p.part}`} progress={p} head={head} mine open={() => open(p)} />
              })}
            </ul>
          )
        }
      </Answer>
    </Section>
  )
}
