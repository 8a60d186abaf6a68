import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { day } from '#record/shape.ts'
import { read } from '../command.ts'
import { flag } from '../record/look.ts'
import type { TeamRow } from '../team-views.ts'

export const listTeams = read({
  name: 'team.list',
  says: {
    zh: '列出协作区、督导组、领导小组及其某一天的成员；all 为历次成员，包括已撤销的。',
    en: 'List the teams with their members on a day; all: with everybody who ever belonged, and teams that have ended.',
  },
  input: z.strictObject({
    kind: z.string().max(40).optional(),
    on: day.optional(),
    all: flag.default(false),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, { kind, on, all }, { today }): Promise<readonly TeamRow[]> => {
    const teams = await db.register.teams({ on: all ? null : (on ?? today) })
    return teams.filter((t) => (kind === undefined || t.kind === kind) && (all || t.members.length > 0))
  },
})
