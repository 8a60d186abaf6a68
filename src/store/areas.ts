import type { Actor } from '#access/actor.ts'
import type { Read, Write } from '#command/ports.ts'
import { accountRead, accountWrite } from './account.ts'
import { blobRead, blobWrite } from './blob.ts'
import { bulletinRead, bulletinWrite } from './bulletin.ts'
import { campaignRead, campaignWrite } from './campaign.ts'
import { careRead } from './care.ts'
import { demoRead, demoWrite } from './demo.ts'
import { draftRead, draftWrite } from './draft.ts'
import { flagRead, flagWrite } from './flag.ts'
import { noticeRead, noticeWrite } from './notice.ts'
import { figureRead } from './figure.ts'
import { opWrite } from './op.ts'
import { quotaRead } from './quota.ts'
import { recordRead, recordWrite } from './record.ts'
import { registerRead, registerWrite } from './register.ts'
import type { Sql } from './sql.ts'
import { standingRead } from './standing.ts'
import { supervisionRead } from './supervision.ts'

export const readOf = (sql: Sql): Read => ({
  account: accountRead(sql),
  blob: blobRead(sql),
  bulletin: bulletinRead(sql),
  campaign: campaignRead(sql),
  care: careRead(sql),
  demo: demoRead(sql),
  draft: draftRead(sql),
  figure: figureRead(sql),
  flag: flagRead(sql),
  notice: noticeRead(sql),
  quota: quotaRead(sql),
  record: recordRead(sql),
  register: registerRead(sql),
  standing: standingRead(sql),
  supervision: supervisionRead(sql),
})

export const writeOf = (sql: Sql, by: Actor): Write => ({
  account: accountWrite(sql, by),
  blob: blobWrite(sql, by),
  bulletin: bulletinWrite(sql, by),
  campaign: campaignWrite(sql, by),
  care: careRead(sql),
  demo: demoWrite(sql),
  draft: draftWrite(sql, by),
  figure: figureRead(sql),
  op: opWrite(sql, by),
  flag: flagWrite(sql, by),
  notice: noticeWrite(sql, by),
  quota: quotaRead(sql),
  record: recordWrite(sql, by),
  register: registerWrite(sql, by),
  standing: standingRead(sql),
  supervision: supervisionRead(sql),
})
