import type { PersonId, RecordId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Fact } from './shape.ts'

/**
 * What one version of a record does towards one person: what facts are to units, credits are to people. How a joint visit is shared out is
 * the quota's business; so a credit keeps the whole worth, at which place among the participants its person stands, and how many they are.
 */
export type Credit = {
  readonly record: RecordId
  readonly version: number
  readonly indicator: string
  readonly person: PersonId
  readonly day: string
  /** From the top down; empty without a place. */
  readonly place: readonly string[]
  /** Decimal string in base units. */
  readonly value: string
  /** What is counted once, or the subject it is of; null otherwise. */
  readonly key: string | null
  /** 0 for the participant named first; how many share it. */
  readonly turn: number
  readonly parts: number
  readonly pending: boolean
}

/** A function of (scheme version, record version) and of which indicators the campaign credits; the facts are what the version derives to. */
export const creditsOf = (credited: ReadonlySet<string>, version: RecordVersion, facts: readonly Fact[]): readonly Credit[] => {
  if (credited.size === 0) return []
  const { participants } = version.context
  return facts.flatMap((fact) => {
    if (!credited.has(fact.indicator)) return []
    const shared = {
      record: version.record,
      version: version.version,
      indicator: fact.indicator,
      day: fact.day,
      place: fact.place,
      value: fact.value,
      pending: fact.pending,
    }
    // A fact of one participant is theirs alone; every other one is everybody's who took part.
    const own = participants.find((p) => p.id === fact.member)
    if (own !== undefined) return [{ ...shared, person: own.id, key: fact.key, turn: 0, parts: 1 }]
    const key = fact.key ?? fact.member ?? null
    return participants.map((p, turn) => ({ ...shared, person: p.id, key, turn, parts: participants.length }))
  })
}
