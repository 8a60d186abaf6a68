import type { AccountRead, AccountWrite } from './ports/account.ts'
import type { BlobRead, BlobWrite } from './ports/blob.ts'
import type { BulletinRead, BulletinWrite } from './ports/bulletin.ts'
import type { CampaignRead, CampaignWrite } from './ports/campaign.ts'
import type { CareRead } from './ports/care.ts'
import type { DemoRead, DemoWrite } from './ports/demo.ts'
import type { DraftRead, DraftWrite } from './ports/draft.ts'
import type { FigureRead } from './ports/figure.ts'
import type { FlagRead, FlagWrite } from './ports/flag.ts'
import type { NoticeRead, NoticeWrite } from './ports/notice.ts'
import type { OpWrite } from './ports/op.ts'
import type { QuotaRead } from './ports/quota.ts'
import type { RecordRead, RecordWrite } from './ports/record.ts'
import type { RegisterRead, RegisterWrite } from './ports/register.ts'
import type { StandingRead } from './ports/standing.ts'
import type { SupervisionRead } from './ports/supervision.ts'

/** What a command may look up. Everything is already confined to the actor's tenant. */
export type Read = {
  readonly account: AccountRead
  readonly blob: BlobRead
  readonly bulletin: BulletinRead
  readonly campaign: CampaignRead
  readonly care: CareRead
  readonly demo: DemoRead
  readonly draft: DraftRead
  readonly figure: FigureRead
  readonly flag: FlagRead
  readonly notice: NoticeRead
  readonly quota: QuotaRead
  readonly record: RecordRead
  readonly register: RegisterRead
  readonly standing: StandingRead
  readonly supervision: SupervisionRead
}

/** What a command may change, all in one transaction. */
export type Write = Read & {
  readonly account: AccountWrite
  readonly blob: BlobWrite
  readonly bulletin: BulletinWrite
  readonly campaign: CampaignWrite
  readonly demo: DemoWrite
  readonly draft: DraftWrite
  /** The op being carried out; for the doors, not for commands. */
  readonly op: OpWrite
  readonly flag: FlagWrite
  readonly notice: NoticeWrite
  readonly record: RecordWrite
  readonly register: RegisterWrite
}
