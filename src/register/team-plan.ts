import type { Day } from '#kit/day.ts'
import type { Lasting } from './entry.ts'
import type { Duty, Term } from './shape.ts'

/** A member as it is planned: `who` is any key of an org or person. */
export type PlannedMember = Term & { readonly who: string; readonly duty: Duty }
export type SaidMember = Lasting & { readonly who: string; readonly duty: Duty }

/**
 * A team's members after some were named. Whoever belongs already, with the same duty on the day given, goes on doing so; a new last day
 * ends that. With `othersLeave` the named ones are all: the others leave on that day, or never belonged when that is the day
 * they came; whoever only comes later is not spoken of.
 */
export const sayMembers = (
  before: readonly PlannedMember[],
  said: readonly SaidMember[],
  othersLeave: Day | undefined,
): readonly PlannedMember[] => {
  const named = said.reduce(sayMember, before)
  if (othersLeave === undefined) return named
  const stays = (m: PlannedMember): boolean => said.some((s) => s.who === m.who && s.duty === m.duty)
  return named.flatMap((m) => {
    if (stays(m) || (m.until !== null && m.until <= othersLeave) || (m.from ?? '') > othersLeave) return [m]
    return m.from === othersLeave ? [] : [{ ...m, until: othersLeave }]
  })
}

const sayMember = (members: readonly PlannedMember[], { who, duty, from = null, until }: SaidMember): readonly PlannedMember[] => {
  const known = members.find((m) => m.who === who && m.duty === duty && holds(m, from))
  if (known === undefined) return [...members, { who, duty, from, until: until ?? null }]
  if (until === undefined || until === known.until) return members
  // What is named without a first day and ends before it began says nothing that could hold.
  if (until !== null && known.from !== null && until <= known.from) return members
  return members.map((m) => (m === known ? { ...m, until } : m))
}

/** Whether it holds on the day; without a day, whether it has no end yet or is the only one there can be meant. */
const holds = (m: PlannedMember, day: Day | null): boolean =>
  day === null ? m.until === null || m.from === null : (m.from ?? '') <= day && (m.until === null || day < m.until)

export const sameMembers = (a: readonly PlannedMember[], b: readonly PlannedMember[]): boolean => {
  const line = (m: PlannedMember): string => JSON.stringify([m.who, m.duty, m.from, m.until])
  const lines = new Set(a.map(line))
  return a.length === b.length && b.every((m) => lines.has(line(m)))
}
