import type { Day } from '#kit/day.ts'
import type { OrgId, RecordId, SubjectId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'

/** One paid visit to one subject: what coverage and burden are counted from. */
export type Call = {
  readonly record: RecordId
  readonly version: number
  readonly subject: SubjectId
  readonly kind: string
  readonly day: Day
  readonly org: OrgId
  /** How many came. */
  readonly people: number
  /** Waiting for review. */
  readonly pending: boolean
}

/** Whom a version of a record visited: each subject of an activity that counts, once. A function of the version and nothing else. */
export const callsOf = ({ record, version, sort, kind, state, content, context }: RecordVersion): readonly Call[] => {
  if (sort !== 'activity' || (state !== 'submitted' && state !== 'accepted')) return []
  const one = {
    record,
    version,
    kind,
    day: content.day,
    org: content.org,
    people: context.participants.length,
    pending: state === 'submitted',
  }
  return [...new Set(context.subjects.map((s) => s.id))].map((subject) => ({ ...one, subject }))
}
