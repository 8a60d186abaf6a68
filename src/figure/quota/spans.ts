import { type Day, addDays } from '#kit/day.ts'
import type { OrgId } from '#kit/id.ts'
import type { Names } from '#scheme/compiled.ts'
import type { Span } from './shape.ts'

/** A post, or a term of a unit, under which somebody owes a quota; both days within. */
export type Stretch = { readonly from: Day; readonly until: Day; readonly names: Names; readonly org: OrgId | null }

/**
 * Stretches in order and not overlapping: of two posts at once the one that began first counts until it ends. One that follows another
 * in the same unit without a gap goes on from it.
 */
export const spansOf = (stretches: readonly Stretch[], frame: { readonly from: Day; readonly to: Day }): readonly Span[] => {
  const spans: Span[] = []
  for (const s of stretches.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = spans.at(-1)
    const from = [s.from, frame.from, ...(last ? [addDays(last.to, 1)] : [])].reduce((a, b) => (a > b ? a : b))
    const to = s.until < frame.to ? s.until : frame.to
    if (from > to) continue
    if (last !== undefined && last.org === s.org && addDays(last.to, 1) === from) spans[spans.length - 1] = { ...last, to, names: s.names }
    else spans.push({ from, to, names: s.names, org: s.org })
  }
  return spans
}
