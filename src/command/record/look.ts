import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId, PlaceId, RecordId } from '#kit/id.ts'
import { open } from '#record/life.ts'
import { day, id, states } from '#record/shape.ts'
import { read } from '../command.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { RecordView } from '../views.ts'
import { formOf } from './ready.ts'
import { circumstance, mayAct, reviews, sightOf } from './right.ts'

/** 'true' and 'false' as they stand in a query. */
export const flag = z.union([z.boolean(), z.stringbool()])
export const limit = z.coerce.number().int().min(1).max(200).default(50)

export const list = read({
  name: 'record.list',
  says: { zh: '列出我能看到的记录', en: 'List the records I may see.' },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    sort: z.enum(['activity', 'matter']).optional(),
    kind: z.string().max(48).optional(),
    state: z.enum(states).optional(),
    org: id<OrgId>().optional(),
    place: id<PlaceId>().optional(),
    from: day.optional(),
    to: day.optional(),
    q: z.string().trim().max(100).optional(),
    closed: flag.optional(),
    mine: flag.optional(),
    flagged: flag.optional(),
    raisedIn: id<RecordId>().optional(),
    oldest: flag.optional(),
    after: z
      .string()
      .max(100)
      .regex(/^[\d:. +-]+\|[0-9a-f-]{36}$/)
      .optional(),
    limit,
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: (db, input, { actor }) => db.record.list(input, sightOf(actor)),
})

export const show = read({
  name: 'record.show',
  says: { zh: '查看一条记录及其全部历史', en: 'Show a record with its whole history.' },
  input: z.strictObject({ record: id<RecordId>() }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor }): Promise<RecordView> => {
    const sight = sightOf(actor)
    const current = await db.record.current(input.record, sight)
    if (current === undefined) throw new Fault('404.1', { what: { zh: '记录', en: 'record' } })
    const { schemeVersion, by: _by, closed: _closed, record, ...shown } = current
    const scheme = (await db.campaign.scheme(current.campaign, schemeVersion)) as LoadedScheme
    const form = formOf(scheme.compiled, current.sort, current.kind)
    const history = await db.record.history(record)
    const reviewer = reviews(
      actor,
      current.context.org.map((n) => n.id),
    )
    const acts = open(current.state, circumstance(form, current.sort, current.content.closing !== null, reviewer))
    const matters = await db.record.list({ campaign: current.campaign, raisedIn: record, limit: 200 }, sight)
    return {
      ...shown,
      id: record,
      history,
      verdicts: await db.flag.verdicts(record),
      names: await db.register.names(idsOf(history.map((v) => v.content))),
      may: acts.filter((act) => mayAct(actor, act, current)),
      matters: matters.rows,
    }
  },
})

const idsOf = (
  contents: readonly { org: string; place: string | null; participants: readonly string[]; subjects: readonly string[] }[],
): readonly string[] => [...new Set(contents.flatMap((c) => [c.org, ...(c.place ? [c.place] : []), ...c.participants, ...c.subjects]))]
