import { Link } from '@tanstack/react-router'
import type { NoticeList } from '#command/notice/views.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import look from '#web/parts/banner.module.css'
import { useWords } from '#web/say/words.ts'
import { noticeWords } from './notice-words.ts'

type Wait = { readonly n: number; readonly word: 'wait_receive' | 'wait_answer' | 'wait_close' | 'wait_decide' | 'wait_overdue' }

const forUnit = (c: NoticeList['counts']): readonly Wait[] => [
  { n: c.issued, word: 'wait_receive' },
  { n: c.received + c.returned, word: 'wait_answer' },
]
const forOffice = (c: NoticeList['counts']): readonly Wait[] => [
  { n: c.answered, word: 'wait_close' },
  { n: c.asked, word: 'wait_decide' },
  { n: c.overdue, word: 'wait_overdue' },
]

/** Notices that wait for whoever looks: the unit to receive and answer, the office to close and decide. Nothing when none does. */
export const NoticesWaiting = ({ campaign, org }: { readonly campaign: CampaignId; readonly org: OrgId | undefined }) => {
  const office = useHolds('office')
  const oversees = useHolds('office', 'liaison')
  const asked = useRead('notice.list', { campaign, org, state: 'open', limit: 1 }, { enabled: oversees, keep: true, every: 60_000 })
  const w = useWords(noticeWords)
  if (asked.data === undefined) return null
  const { counts } = asked.data
  const waits = (office ? forOffice(counts) : forUnit(counts)).filter((x) => x.n > 0)
  if (waits.length === 0) return null
  return (
    <Link to="/supervision/notices" search={{ state: 'open' }} className={look.cinnabar}>
      <span>{w('waiting', { what: waits.map(({ n, word }) => w(word, { n })).join(w('between')) })}</span>
      <b>{w('toNotices')} →</b>
    </Link>
  )
}
