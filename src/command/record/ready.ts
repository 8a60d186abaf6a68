import type { Actor } from '#access/actor.ts'
import { creditsOf } from '#figure/credit.ts'
import { derive } from '#figure/derive.ts'
import type { Fact } from '#figure/shape.ts'
import { Fault, type Misfit } from '#kit/fault.ts'
import { checkContent } from '#record/check.ts'
import { gistOf } from '#record/gist.ts'
import type { Act, Content, Context, RecordVersion, Sort, State } from '#record/shape.ts'
import type { RecordId } from '#kit/id.ts'
import { personProgram } from '#scheme/expression.ts'
import type { Compiled, CompiledForm, Program } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { BlobFact } from '../ports/blob.ts'
import type { Circle, LoadedScheme } from '../ports/campaign.ts'
import type { Change } from '../ports/record.ts'
import type { ContextFound } from '../ports/register.ts'
import type { Receipt } from '../views.ts'

export const formOf = (compiled: Compiled, sort: Sort, kind: string): CompiledForm => {
  const form = (sort === 'activity' ? compiled.activities : compiled.matters).get(kind)
  if (form === undefined)
    throw new Fault('404.1', {
      what: sort === 'activity' ? { zh: '活动类型', en: 'kind of activity' } : { zh: '事项类型', en: 'kind of matter' },
    })
  return form
}

/** Each unit's widened circle, as something to run. */
export type Circles = ReadonlyMap<string, Program<boolean>>
export const circlesOf = (circles: readonly Circle[]): Circles => new Map(circles.map((c) => [c.org, personProgram(c.where)]))

/** Marks who belongs to the campaign: by its own words, or by the circle that their record's org or one above it widened. */
export const narrow = (context: Context, compiled: Compiled, circles: Circles): Context => ({
  ...context,
  participants: context.participants.map((p) => ({
    ...p,
    within:
      compiled.participates(p) || context.org.some((n) => circles.get(n.id)?.run({ person: { rank: p.rank, post: p.post } }) === true),
  })),
})

export type Draft = {
  readonly record: RecordId
  readonly version: number
  readonly sort: Sort
  readonly kind: string
  readonly act: Act
  readonly content: Content
  readonly why: string
  readonly by: Actor
  readonly stateAfter: (path: readonly string[]) => State
}

/** The stored files, by SHA-256. */
export type Files = ReadonlyMap<string, BlobFact>

/** Those of the files named in the contents that are stored. */
export const filesOf = async (db: Pick<Read, 'blob'>, contents: readonly Content[]): Promise<Files> => {
  const named = [...new Set(contents.flatMap((c) => c.attachments.map((a) => a.sha256)))]
  return new Map((named.length === 0 ? [] : await db.blob.have(named)).map((file) => [file.sha256, file]))
}

/** What a file is, is known from its bytes, whatever was said of it. */
const attached = (content: Content, files: Files): Content => ({
  ...content,
  attachments: content.attachments.map((a) => ({
    ...a,
    type: files.get(a.sha256)?.type ?? a.type,
    size: files.get(a.sha256)?.size ?? a.size,
  })),
})

const lost = (content: Content, files: Files): readonly Misfit[] =>
  content.attachments.flatMap((a, i) =>
    files.has(a.sha256)
      ? []
      : [{ path: `attachments.${i}`, code: 'lost', says: { zh: `文件“${a.name}”没有上传`, en: `The file “${a.name}” was not uploaded` } }],
  )

/** Checks content against its form and the register, and makes the version with its facts. Throws 422.1 with every misfit at once. */
export const ready = (draft: Draft, scheme: LoadedScheme, { context, missing }: ContextFound, files: Files, today: string): Change => {
  const form = formOf(scheme.compiled, draft.sort, draft.kind)
  const { content, misfits, flags } = checkContent(form, attached(draft.content, files), context, scheme.compiled, today)
  const unknown = missing.map(({ path, id }) => ({
    path,
    code: 'unknown',
    says: { zh: `名册中没有 ${id}`, en: `${id} is not in the register` },
  }))
  const all = [...unknown, ...lost(draft.content, files), ...misfits]
  if (all.length > 0) throw new Fault('422.1', { count: all.length, misfits: all })
  const version: RecordVersion = {
    record: draft.record,
    version: draft.version,
    sort: draft.sort,
    kind: draft.kind,
    state: draft.stateAfter(context.org.map((n) => n.id)),
    schemeVersion: scheme.version,
    content,
    context,
  }
  const facts = derive(scheme.compiled, version)
  return {
    version,
    act: draft.act,
    why: draft.why,
    flags,
    gist: gistOf(form, content),
    facts,
    credits: creditsIn(scheme, version, facts),
    by: draft.by,
  }
}

/** What it does towards people, by what the campaign credits now; null where it credits nothing and never did. */
export const creditsIn = ({ credited }: LoadedScheme, version: RecordVersion, facts: readonly Fact[]): Change['credits'] =>
  credited.size === 0 ? null : creditsOf(credited, version, facts)

export const receipt = (change: Change): Receipt => ({
  id: change.version.record,
  version: change.version.version,
  state: change.version.state,
  flags: change.flags,
})
