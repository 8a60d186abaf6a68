import type { NoticeState } from '#appraise/notice.ts'
import type { FlagRow, FlagVerdict, Verdict } from '#command/flag/views.ts'
import type { NoticeList, NoticeView } from '#command/notice/views.ts'
import type { Digest, Supervision } from '#command/supervision/views.ts'
import type { Page } from '#command/views.ts'
import type { CampaignId, NoticeId, OrgId, RecordId, TeamId } from '#kit/id.ts'
import type { Attachment } from '#record/shape.ts'

/* Supervision, notices, flags and digests as this door calls them. */

type Call<I, O> = { readonly in: I; readonly out: O }
type Scope = { readonly campaign: CampaignId; readonly org?: OrgId | undefined }
type Seen = { readonly notice: NoticeId; readonly seen: number }
type Noted = Seen & { readonly note: string }

export type SupervisionReads = {
  'supervision.show': Call<Scope & { readonly class?: string | undefined; readonly on?: string | undefined }, Supervision>
  'digest.show': Call<Scope & { readonly week?: string | undefined }, Digest>
  'flag.list': Call<
    Scope & {
      readonly state?: 'waiting' | Verdict | undefined
      readonly rule?: string | undefined
      readonly after?: string | undefined
      readonly limit?: number | undefined
    },
    Page<FlagRow>
  >
  'notice.list': Call<
    Scope & {
      readonly state?: NoticeState | 'open' | 'overdue' | 'asked' | undefined
      readonly after?: number | undefined
      readonly limit?: number | undefined
    },
    NoticeList
  >
  'notice.show': Call<{ readonly notice: NoticeId }, NoticeView>
}

export type SupervisionWrites = {
  'flag.judge': Call<
    { readonly record: RecordId; readonly version: number; readonly rule: string; readonly verdict: Verdict; readonly why: string },
    { readonly verdicts: readonly FlagVerdict[] }
  >
  'notice.issue': Call<
    {
      readonly id: NoticeId
      readonly campaign: CampaignId
      /** Either the org or the team. */
      readonly org?: OrgId | undefined
      readonly team?: TeamId | undefined
      readonly title: string
      readonly asks: string
      readonly grade?: string | undefined
      readonly until?: string | undefined
      readonly files?: readonly Attachment[] | undefined
    },
    NoticeView
  >
  'notice.receive': Call<Seen & { readonly note?: string | undefined }, NoticeView>
  'notice.answer': Call<Noted & { readonly files?: readonly Attachment[] | undefined }, NoticeView>
  'notice.ask': Call<Noted & { readonly until: string }, NoticeView>
  'notice.extend': Call<Seen & { readonly until?: string | undefined; readonly note?: string | undefined }, NoticeView>
  'notice.refuse': Call<Noted, NoticeView>
  'notice.return': Call<Noted & { readonly until?: string | undefined }, NoticeView>
  'notice.close': Call<Seen & { readonly note?: string | undefined }, NoticeView>
  'notice.withdraw': Call<Noted, NoticeView>
  'notice.escalate': Call<Noted & { readonly step: string }, NoticeView>
}
