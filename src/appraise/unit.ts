import { Decimal, plain } from '#kit/decimal.ts'
import type { Assignee, Progress } from '#figure/quota/shape.ts'
import type { Scheme } from '#scheme/shape.ts'
import { type Light, type Owed, lightOf, shareOf } from './light.ts'

/** What a unit owes of one quota, itself or through its people; decimal strings in the indicator's unit. */
export type UnitQuota = Owed & {
  readonly quota: string
  /** 0 the quota's own period, 1 … the ones beside it. */
  readonly part: number
  readonly pending: string
  /** For quotas of people: how many owe it, and how many of them are behind; null when the unit owes it itself. */
  readonly people: { readonly all: number; readonly behind: number } | null
  /** How many go beyond an upper bound. */
  readonly over: number
  /** How many have no value to judge by. */
  readonly blank: number
  /** In principle: shown, and of no light. */
  readonly soft: boolean
  readonly light: Light
}

/** The quotas of units or teams, in the order they come in. `answers`: who answers for an assignee; nobody: none of those asked for. */
export const unitQuotas = <U extends string>(
  progress: readonly Progress[],
  answers: (assignee: Assignee) => readonly U[],
  rules: Scheme['lights'],
): ReadonlyMap<U, readonly UnitQuota[]> => {
  const units = new Map<U, Map<string, Progress[]>>()
  for (const one of progress) {
    for (const unit of answers(one.assignee)) {
      const quotas = units.get(unit) ?? new Map<string, Progress[]>()
      units.set(unit, quotas)
      const key = `${one.quota} ${one.part}`
      quotas.set(key, [...(quotas.get(key) ?? []), one])
    }
  }
  return new Map([...units].map(([unit, quotas]) => [unit, [...quotas.values()].map((all) => together(all, rules))]))
}

const together = (all: readonly Progress[], rules: Scheme['lights']): UnitQuota => {
  const [first] = all as readonly [Progress, ...Progress[]]
  const owed = {
    owed: sumOf(all.map((p) => p.owed)),
    expected: sumOf(all.map((p) => p.expected)),
    done: sumOf(all.map((p) => atMost(p.done, all.length > 1 ? p.owed : null))),
    met: sumOf(all.map((p) => atMost(p.done, all.length > 1 ? p.expected : null))),
  }
  return {
    ...owed,
    quota: first.quota,
    part: first.part,
    pending: plain(all.reduce((sum, p) => sum.plus(p.pending), new Decimal(0))),
    people: first.assignee.kind === 'person' ? { all: all.length, behind: all.filter((p) => p.standing === 'behind').length } : null,
    over: all.filter((p) => p.standing === 'over').length,
    blank: all.filter((p) => p.standing === 'blank').length,
    soft: first.soft,
    light: first.soft ? 'none' : lightOf(shareOf(owed), rules),
  }
}

const atMost = (value: string | null, bound: string | null): string | null =>
  value === null || bound === null ? value : plain(Decimal.min(value, bound))

/** Of those that have a value; null when none has. */
const sumOf = (values: readonly (string | null)[]): string | null => {
  const known = values.filter((v) => v !== null)
  return known.length === 0 ? null : plain(known.reduce((sum, v) => sum.plus(v), new Decimal(0)))
}
