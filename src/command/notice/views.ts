import type { Escalation } from '#appraise/escalation.ts'
import type { NoticeAct, NoticeState } from '#appraise/notice.ts'
import type { Text } from '#kit/text.ts'
import type { StoredNotice, StoredStep } from '../ports/notice.ts'

export type NoticeRow = Pick<
  StoredNotice,
  | 'id'
  | 'number'
  | 'org'
  | 'orgName'
  | 'team'
  | 'teamName'
  | 'title'
  | 'state'
  | 'issuedOn'
  | 'receiveBy'
  | 'due'
  | 'asked'
  | 'answeredOn'
  | 'extensions'
  | 'late'
  | 'by'
  | 'at'
> & {
  /** Its kind, as the scheme calls it. */
  readonly grade: Text | null
  readonly overdue: 'receipt' | 'answer' | null
  /** Working days left until it is due, negative when that is past; null when nothing is waited for. */
  readonly left: number | null
  /** The furthest step of escalation that is due and not noted. */
  readonly escalation: Text | null
}

export type NoticeView = StoredNotice & {
  readonly gradeTitle: Text | null
  readonly overdue: 'receipt' | 'answer' | null
  readonly left: number | null
  /** Oldest first. */
  readonly history: readonly StoredStep[]
  readonly escalations: readonly Escalation[]
  /** What this actor may do now. */
  readonly may: readonly NoticeAct[]
  /** The accounts that receive it. */
  readonly liaison: string
  /** The unit's notices in this campaign before this one, and how many were not answered in time. */
  readonly before: { readonly issued: number; readonly late: number }
  readonly extend: { readonly times: number; readonly most: string | null }
}

export type NoticeList = {
  readonly rows: readonly NoticeRow[]
  readonly counts: Readonly<Record<NoticeState, number>> & { readonly overdue: number; readonly asked: number }
  readonly grades: readonly { readonly key: string; readonly title: Text }[]
  /** The deadline a notice issued today has unless it names another. */
  readonly due: string
  /** Pass it back as `after`; null at the end. */
  readonly next: number | null
}
