import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { draftBulletin } from '#command/bulletin/draft.ts'
import { sealBulletin } from '#command/bulletin/desk.ts'
import { verifyBulletin } from '#command/bulletin/look.ts'
import { list as listFigures } from '#command/figure/list.ts'
import { close } from '#command/record/acts.ts'
import { submit } from '#command/record/submit.ts'
import type { BulletinView, FigureRow, Receipt, Verification } from '#command/views.ts'
import { readSound } from '#bulletin/sound.ts'
import { formatMistake } from '#scheme/mistake.ts'
import type { County } from '../quota/county.ts'

/* A notice of a kind found elsewhere, written down in the campaign language by hand: its scheme and its template, as one source. */

export const notice = (name: string): string => {
  const [scheme = '', template = ''] = [`${name}.yaml`, `${name}.md`].map((f) => readFileSync(join(import.meta.dirname, f), 'utf8'))
  const { mistakes } = readSound(scheme, { [`${name}.md`]: template })
  assert.deepEqual(
    mistakes.map((m) => formatMistake(m.file ?? `${name}.yaml`, m, 'en')),
    [],
  )
  return scheme.replace(`template: ${name}.md`, `template: ${JSON.stringify(template)}`)
}

export type Entered = {
  readonly sort?: 'activity' | 'matter'
  readonly kind: string
  readonly day: string
  readonly org: string
  readonly people?: readonly string[]
  readonly subjects?: readonly string[]
  readonly fields: object
}

/** Hands a record in, and tells which rules flagged it. */
export const enters = async (c: County, { sort = 'activity', kind, day, org, people = [], subjects = [], fields }: Entered) => {
  const content = { day, org: c.id(org), participants: people.map(c.id), subjects: subjects.map(c.id), fields }
  const receipt = await c.does<Receipt>(submit, { id: uuidv7(), campaign: c.campaign, sort, kind, content })
  return { ...receipt, rules: receipt.flags.map((f) => f.rule) }
}

export const closes = async (c: County, record: Receipt, day: string, outcome: string): Promise<readonly string[]> =>
  (await c.does<Receipt>(close, { record: record.id, seen: record.version, day, outcome, note: '办结' })).flags.map((f) => f.rule)

/** The figures by key, in their printed unit. */
export const figures = async (c: County): Promise<Readonly<Record<string, string | null>>> =>
  Object.fromEntries((await c.does<readonly FigureRow[]>(listFigures, { campaign: c.campaign })).map((f) => [f.indicator, f.confirmed]))

export const standing = async (c: County, quota: string, on: string): Promise<readonly string[]> =>
  (await c.progress(on, quota)).map((p) => `${p.assignee.code} ${p.done}/${p.owed} ${p.standing}`).toSorted()

/** The bulletin's lines, once it is sealed and has been found to follow from the facts. */
export const printed = async (c: County, template: string): Promise<readonly string[]> => {
  const id = uuidv7()
  await c.does(draftBulletin, { id, campaign: c.campaign, template })
  const sealed = await c.does<BulletinView>(sealBulletin, { bulletin: id })
  assert.deepEqual((await c.does<Verification>(verifyBulletin, { bulletin: id })).differences, [])
  return sealed.document.blocks.flatMap((b) =>
    b.is === 'table'
      ? [b.head, ...b.rows].map((row) => row.map((cell) => cell.map((r) => r.text).join('')).join(' | '))
      : [b.runs.map((r) => r.text).join('')],
  )
}
