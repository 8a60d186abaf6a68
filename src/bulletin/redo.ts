import { type Answers, askKey, filled, partOf, startsIn, told } from './render.ts'
import type { Ask, Block, Derivation, Document, Part, Run, StartAsk, StoodHow } from './shape.ts'
import { standKey, stoodIn, stoodKey } from './stood.ts'

/* A sealed bulletin worked out again from nothing but its derivations and the facts. */

/** Stored and worked out again; null: not there. The shape of a difference everywhere in the house. */
export type Difference = { readonly what: string; readonly stored: string | null; readonly derived: string | null }

/** What must be looked up to work the derivations out again. */
export const planAgain = (
  derivations: readonly Derivation[],
): { readonly figures: readonly Ask[]; readonly starts: readonly StartAsk[]; readonly stands: readonly StoodHow[] } => ({
  figures: [...new Map(derivations.flatMap((d) => d.parts).map((p) => [askKey(p), askOf(p)])).values()],
  starts: derivations.flatMap(({ how }) => startsIn(how)),
  stands: [...new Map(derivations.flatMap(({ how }) => stoodIn(how)).map((how) => [stoodKey(how), how])).values()],
})

const askOf = ({ campaign, indicator, org, orgs, place, from, to }: Part): Ask => ({
  campaign,
  indicator,
  org,
  ...(orgs === undefined ? {} : { orgs }),
  place,
  from,
  to,
})

/** The derivation with today's answers in it, or those of another moment. */
export const again = (derivation: Derivation, document: Document, answers: Pick<Answers, 'figure' | 'started' | 'stood'>): Derivation => {
  const parts = derivation.parts.map((part) => partOf(askOf(part), answers.figure(askOf(part))))
  return { ...derivation, ...told(filled(derivation.how, answers), parts, derivation.form, document.language) }
}

/** Every way in which what is stored differs from what the facts of its moment give. */
export const differences = (
  document: Document,
  derivations: readonly Derivation[],
  answers: Pick<Answers, 'figure' | 'started' | 'stood'>,
): readonly Difference[] => [
  ...derivations.flatMap((stored) => compare(stored, again(stored, document, answers))),
  ...unmatched(document, derivations),
]

const compare = (stored: Derivation, derived: Derivation): readonly Difference[] => {
  const name = `${stored.number} ${stored.source}`
  const rows: readonly [string, string | null, string | null][] = [
    [name, stored.value, derived.value],
    [`${name} pending`, stored.pending, derived.pending],
    [`${name} printed`, stored.printed, derived.printed],
    [`${name} facts`, String(stored.facts), String(derived.facts)],
    ...stored.parts.map((part, i): [string, string | null, string | null] => [
      `${name} part ${i + 1} ${part.indicator}`,
      part.value,
      derived.parts[i]?.value ?? null,
    ]),
    ...stoodRows(stored, derived),
  ]
  const wrong = rows.filter(([, a, b]) => a !== b)
  return wrong.map(([what, a, b]) => ({ what, stored: a, derived: b }))
}

/** What each of those who owe a quota had done. */
const stoodRows = (stored: Derivation, derived: Derivation): readonly [string, string | null, string | null][] => {
  const now = new Map(stoodIn(derived.how).flatMap((how) => how.rows.map((row) => [`${standKey(how.ask)} ${row.id}`, row.done])))
  return stoodIn(stored.how).flatMap(({ ask, rows }) =>
    rows.map((row): [string, string | null, string | null] => [
      `${stored.number} ${stored.source} ${ask.quota} ${row.id}`,
      row.done,
      now.get(`${standKey(ask)} ${row.id}`) ?? null,
    ]),
  )
}

/** The page must show what its derivations say, each once. */
const unmatched = ({ blocks }: Document, derivations: readonly Derivation[]): readonly Difference[] => {
  const shown = new Map(blocks.flatMap(runsIn).flatMap((r) => (r.is === 'figure' ? [[r.figure, r.text] as const] : [])))
  const known = new Map(derivations.map((d) => [d.number, d.printed]))
  return [...new Set([...shown.keys(), ...known.keys()])].flatMap((n) => {
    const [stored, derived] = [shown.get(n) ?? null, known.get(n) ?? null]
    return stored === derived ? [] : [{ what: `${n} on the page`, stored, derived }]
  })
}

const runsIn = (block: Block): readonly Run[] => (block.is === 'table' ? [block.head, ...block.rows].flat(2) : block.runs)
