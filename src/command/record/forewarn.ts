import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { turnAround } from '#figure/turn.ts'
import type { Day, Period } from '#kit/day.ts'
import type { CampaignId, OrgId, PlaceId, RecordId, SubjectId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { Turn } from '#scheme/atom.ts'
import type { Scheme } from '#scheme/shape.ts'
import { concerns } from '../burden/show.ts'
import { read } from '../command.ts'
import type { Forewarning } from '../care-views.ts'
import { schemeOf, scopeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import type { Burdened } from '../ports/care.ts'

const input = z.strictObject({
  campaign: id<CampaignId>(),
  day,
  org: id<OrgId>().optional(),
  place: id<PlaceId>().optional(),
  subjects: z.array(id<SubjectId>()).max(500).default([]),
  /** The record that is being corrected: it does not count against itself. */
  record: id<RecordId>().optional(),
})
type Input = z.output<typeof input>
type Bound = Scheme['burden'][number]

/** How often is told for the month where the scheme sets no bound of its own. */
const usual: Turn = 'month'

export const forewarn = read({
  name: 'record.forewarn',
  says: {
    zh: '填报之前：这些对象本期已被走访几次、由几个单位、为几个活动',
    en: 'Before entry: how often these were visited in this turn, by how many units, for how many campaigns.',
  },
  input,
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, asked, { actor, today }): Promise<readonly Forewarning[]> => {
    if (asked.org !== undefined) await scopeOf(db, actor, asked.org, today)
    const { scheme } = (await schemeOf(db, asked.campaign)).compiled
    return [
      ...(await ofSubjects(db, asked, scheme)),
      ...(await ofNode(db, asked, scheme, 'place')),
      ...(await ofNode(db, asked, scheme, 'org')),
    ]
  },
})

type Visit = { readonly record: string; readonly day: Day; readonly org: string; readonly campaign: string }
/** One of those who would be visited (or asked) once more, with the visits so far. */
type Host = { readonly of: Exclude<Burdened, 'person'>; readonly id: string; readonly name: string; readonly visits: readonly Visit[] }

const ofSubjects = async (db: Read, asked: Input, scheme: Scheme): Promise<readonly Forewarning[]> => {
  if (asked.subjects.length === 0) return []
  const faces = await db.care.faces('subject', asked.subjects)
  const spans = [usual, ...scheme.burden.map((b) => b.every)].map((every) => turnAround(every, asked.day, scheme.window))
  const calls = Map.groupBy(await db.care.calls(asked.subjects, hull(spans), asked.record), (c) => c.subject)
  return asked.subjects.flatMap((subject) => {
    const face = faces.get(subject)
    if (face === undefined) return []
    const host: Host = { of: 'subject', id: subject, name: face.name, visits: calls.get(subject) ?? [] }
    const bounds = scheme.burden.filter((b) => concerns(b.of, 'subject', face.kind))
    const told = bounds.map((bound) => tell(host, asked, scheme, bound))
    // The bound that would be broken, else how things stand; nothing where nobody came yet.
    const first = told.find((f) => f.over !== null) ?? told[0] ?? tell(host, asked, scheme, null)
    return first.times > 0 ? [first] : []
  })
}

const hull = (spans: readonly Period[]): Period => ({
  from: spans.map((s) => s.from).toSorted()[0] ?? '',
  to:
    spans
      .map((s) => s.to)
      .toSorted()
      .at(-1) ?? '',
})

const tell = ({ of, id: host, name, visits }: Host, asked: Input, { window }: Scheme, bound: Bound | null): Forewarning => {
  const every = bound?.every ?? usual
  const turn = turnAround(every, asked.day, window)
  const inside = visits.filter((v) => v.day >= turn.from && v.day <= turn.to)
  const broken = bound !== null && inside.length >= bound.at_most
  return {
    of,
    id: host,
    name,
    every,
    turn,
    times: inside.length,
    orgs: new Set(inside.map((v) => v.org)).size,
    campaigns: new Set(inside.map((v) => v.campaign)).size,
    last:
      inside
        .map((v) => v.day)
        .toSorted()
        .at(-1) ?? null,
    over: broken ? { atMost: bound.at_most, says: bound.says ?? null, campaign: asked.campaign } : null,
  }
}

/** A place or an org speaks up only where the scheme sets a bound for it. */
const ofNode = async (db: Read, asked: Input, scheme: Scheme, of: 'place' | 'org'): Promise<readonly Forewarning[]> => {
  const node = asked[of]
  const bounds = scheme.burden.filter((b) => b.of === of)
  if (node === undefined || bounds.length === 0) return []
  const name = (await db.register.names([node]))[node] ?? ''
  const told = []
  for (const bound of bounds) {
    const visits = await db.care.visitsOf(of, node, turnAround(bound.every, asked.day, scheme.window), asked.record)
    told.push(tell({ of, id: node, name, visits }, asked, scheme, bound))
  }
  return told.filter((f) => f.over !== null).slice(0, 1)
}
