import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId, RecordId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { read, write } from '../command.ts'
import { scopeOf } from '../figure/present.ts'
import { limit } from '../record/look.ts'
import { reviews, sightOf } from '../record/right.ts'
import type { Page } from '../views.ts'
import { type FlagRow, type FlagVerdict, verdicts } from './views.ts'

export const listFlags = read({
  name: 'flag.list',
  says: { zh: '列出被提示的记录：待判断的和已判断的', en: 'List flags: those that wait for judgement and those judged.' },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    state: z.enum(['waiting', ...verdicts]).optional(),
    rule: z.string().max(48).optional(),
    /** That org with all below it. */
    org: id<OrgId>().optional(),
    after: z
      .string()
      .max(150)
      .regex(/^\d{4}-\d\d-\d\d\|[0-9a-f-]{36}\|.{1,60}$/)
      .optional(),
    limit,
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }): Promise<Page<FlagRow>> => {
    if (input.org !== undefined) await scopeOf(db, actor, input.org, today)
    return db.flag.list(input, sightOf(actor))
  },
})

export const judgeFlag = write({
  name: 'flag.judge',
  says: {
    zh: '判断一条提示：无妨，或确有问题，并说明理由',
    en: 'Judge a flag: fine or not fine, with the reason. Nothing follows from it by itself.',
  },
  input: z.strictObject({
    record: id<RecordId>(),
    /** The version that was looked at; another one in between is a conflict. */
    version: z.int().min(1),
    rule: z.string().min(1).max(60),
    verdict: z.enum(verdicts),
    why: z.string().trim().min(1).max(500),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { record, version, rule, verdict, why }, { actor }): Promise<{ readonly verdicts: readonly FlagVerdict[] }> => {
    const current = await db.record.current(record, sightOf(actor))
    if (current === undefined) throw new Fault('404.1', { what: { zh: '记录', en: 'record' } })
    const path = current.context.org.map((n) => n.id)
    if (!reviews(actor, path)) throw new Fault('403.1', { what: { zh: '判断提示', en: 'judging flags' } })
    if (current.version !== version) throw new Fault('409.2', { current: current.version, seen: version })
    if (!current.flags.some((f) => f.rule === rule)) throw new Fault('404.1', { what: { zh: '提示', en: 'flag' } })
    await db.flag.judge(record, { rule, version, verdict, why })
    return { verdicts: await db.flag.verdicts(record) }
  },
})
