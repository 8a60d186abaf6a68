import type { NoticeAct, NoticeStanding } from '#appraise/notice.ts'
import type { CampaignId, NoticeId, OrgId, TeamId } from '#kit/id.ts'
import type { Attachment } from '#record/shape.ts'

export type StoredNotice = NoticeStanding & {
  readonly id: NoticeId
  readonly campaign: CampaignId
  /** Counts the campaign's notices. */
  readonly number: number
  /** Who answers: the unit itself; of a team, the org that led it on the day of issue. */
  readonly org: OrgId
  readonly orgName: string
  /** The team it is addressed to; null: to the org. */
  readonly team: TeamId | null
  readonly teamName: string | null
  /** The org whose office issued it. */
  readonly office: OrgId
  readonly title: string
  /** What the unit is to do. */
  readonly asks: string
  readonly files: readonly Attachment[]
  readonly by: string
  readonly at: string
  /** The steps of escalation that somebody noted as taken. */
  readonly noted: readonly string[]
}

export type StoredStep = {
  readonly version: number
  readonly act: NoticeAct | 'issue'
  readonly on: string
  readonly until: string | null
  readonly step: string | null
  readonly note: string
  readonly files: readonly Attachment[]
  readonly by: string
  readonly at: string
}

export type NewNotice = Pick<StoredNotice, 'id' | 'campaign' | 'org' | 'team' | 'office' | 'title' | 'asks' | 'files'> & {
  readonly standing: NoticeStanding
}

export type NoticeRead = {
  /** Of these orgs in the campaign, the newest first. */
  list(campaign: CampaignId, orgs: readonly OrgId[]): Promise<readonly StoredNotice[]>
  /** Addressed to the team, the newest first. */
  ofTeam(campaign: CampaignId, team: TeamId): Promise<readonly StoredNotice[]>
  find(notice: NoticeId): Promise<StoredNotice | undefined>
  /** Oldest first. */
  steps(notice: NoticeId): Promise<readonly StoredStep[]>
  /** Acts on days of a period with notices of these orgs, by act. */
  acts(
    campaign: CampaignId,
    orgs: readonly OrgId[],
    from: string,
    to: string,
  ): Promise<Readonly<Partial<Record<NoticeAct | 'issue', number>>>>
}

export type NoticeWrite = NoticeRead & {
  /** Holds the notice until the end of the transaction. */
  hold(notice: NoticeId): Promise<StoredNotice | undefined>
  /** Gives it the campaign's next number. */
  issue(notice: NewNotice): Promise<void>
  take(notice: NoticeId, standing: NoticeStanding, step: Omit<StoredStep, 'version' | 'by' | 'at'>): Promise<void>
}
