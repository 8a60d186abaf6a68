// oxlint-disable react/no-array-index-key -- the parts of a derivation are known by their place
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Derivation, Part, StoodHow } from '#bulletin/shape.ts'
import { type StoodCount, standingIn, stoodIn } from '#bulletin/stood.ts'
import type { OrgId } from '#kit/id.ts'
import { useScope } from '#web/api/scope.ts'
import type { FigureAt } from '#web/figure/at.ts'
import { Behind } from '#web/figure/behind.tsx'
import partsLook from '#web/figure/parts.module.css'
import { useScheme } from '#web/form/scheme.ts'
import { Amount } from '#web/parts/figures.tsx'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

/** Everything countable that a printed figure rests on: a formula's own parts are the indicators it uses. */
const leavesOf = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) =>
    part.uses.length === 0 ? [part] : part.uses.map((indicator) => ({ ...part, indicator, value: null, facts: 0, uses: [] })),
  )

type Names = ReadonlyMap<string, string>

const useNames = (): Names => {
  const { orgs } = useScope()
  return useMemo(() => new Map(orgs.map((o) => [o.id, o.name])), [orgs])
}

const Units = ({ title, units }: { readonly title: string; readonly units: readonly OrgId[] }) => {
  const names = useNames()
  return (
    <>
      <h3 className={partsLook.head}>
        {title} <span className="soft num">{units.length}</span>
      </h3>
      <ul className={look.unitNames}>
        {units.map((id) => (
          <li key={id}>{names.get(id) ?? '…'}</li>
        ))}
      </ul>
    </>
  )
}

/** How those who owe a quota stood: units by name, people only as numbers, with the way to those who may see them. */
const Standing = ({ how }: { readonly how: StoodHow }) => {
  const w = useWords(bulletinWords)
  const { campaign, quota, on, who } = how.ask
  const here = useScope().campaign?.id === campaign
  const of = (count: StoodCount) => standingIn(count, how.rows).map((row) => row.id as OrgId)
  return (
    <>
      {who === 'org' &&
        (['behind', 'course', 'met'] as const)
          .map((count) => ({ count, units: of(count) }))
          .filter(({ units }) => units.length > 0)
          .map(({ count, units }) => <Units key={count} title={w(`stood_${count}`)} units={units} />)}
      <p className="soft">{w(how.kept ? 'stoodKept' : 'stoodAgain', { on })}</p>
      {here && (
        <Link to="/quotas" search={{ quota, on }}>
          {w('stoodMore')}
        </Link>
      )}
    </>
  )
}

/** A count of units names them; there are no records to list. */
const Counted = ({ how }: { readonly how: Derivation['how'] }) => {
  const w = useWords(bulletinWords)
  const [stood] = stoodIn(how)
  if (stood !== undefined) return <Standing how={stood} />
  if (how.is === 'units') return <Units title={w('unitsAll')} units={how.units} />
  if (how.is !== 'count') return null
  const started = new Set(how.started)
  return (
    <>
      <Units title={w('unitsNot')} units={how.ask.units.filter((u) => !started.has(u))} />
      <Units title={w('unitsStarted')} units={how.started} />
    </>
  )
}

/** Whose figure a part is, by name. */
const useCalled = (names: Names) => {
  const list = useListed()
  return ({ org, orgs }: Part): string | undefined => {
    if (orgs !== undefined) return list(orgs.map((o) => names.get(o) ?? '…'))
    return org === null ? undefined : names.get(org)
  }
}

/** The part as a figure of its own, at the bulletin's moment. `alone`: it is all that is printed. */
const atOf = (part: Part, derivation: Derivation, moment: string | null, orgName: string | undefined, alone: boolean): FigureAt => ({
  campaign: part.campaign,
  indicator: part.indicator,
  org: part.org ?? undefined,
  orgName,
  orgs: part.orgs,
  place: part.place ?? undefined,
  from: part.from ?? undefined,
  to: part.to ?? undefined,
  asOf: moment ?? undefined,
  value: part.value,
  unit: alone ? derivation.unit : '',
  facts: part.facts,
  approx: part.approx,
  pending: part.pending,
  pendingFacts: part.pendingFacts,
  showPending: derivation.measure === 'pending',
  sealed: { source: derivation.source, schemeVersion: derivation.schemeVersion, printed: derivation.printed, alone },
})

type LeavesProps = {
  readonly derivation: Derivation
  readonly leaves: readonly Part[]
  readonly names: Names
  readonly chosen: number
  readonly choose: (i: number) => void
}

/** A figure made of several: one of them is looked at. They are told apart by what differs among them. */
const Leaves = ({ derivation, leaves, names, chosen, choose }: LeavesProps) => {
  const w = useWords(bulletinWords)
  const say = useSay()
  const compiled = useScheme(leaves[0]?.campaign ?? null).data?.compiled
  const oneIndicator = new Set(leaves.map((part) => part.indicator)).size === 1
  const title = (key: string) => say(compiled?.indicators.get(key)?.indicator.title ?? { zh: key })
  const said = ({ org, from, to, indicator }: Part) =>
    [oneIndicator ? '' : title(indicator), org === null ? '' : (names.get(org) ?? ''), from === null ? '' : `${from} – ${to ?? ''}`]
      .filter((x) => x !== '')
      .join(' · ')
  return (
    <>
      <div className={look.printed}>{derivation.printed}</div>
      <h3 className={partsLook.head}>{w('made', { n: leaves.length })}</h3>
      <ul className={partsLook.tall}>
        {leaves.map((part, i) => (
          <li key={i}>
            <button type="button" className={`bare ${partsLook.one}`} aria-pressed={i === chosen} onClick={() => choose(i)}>
              <span>{said(part)}</span>
              <b>{part.value !== null && <Amount value={part.value} />}</b>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What it is made of; of a ranking the highest first. */
const inOrder = (derivation: Derivation): readonly Part[] => {
  const leaves = leavesOf(derivation.parts)
  return derivation.how.is === 'leaders' ? leaves.toSorted((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0)) : leaves
}

/** One printed figure, down to the records. */
export const FigureStory = ({ derivation, moment }: { readonly derivation: Derivation; readonly moment: string | null }) => {
  const names = useNames()
  const [chosen, setChosen] = useState(0)
  const leaves = useMemo(() => inOrder(derivation), [derivation])
  const leaf = leaves[chosen]
  const called = useCalled(names)
  if (leaf === undefined) return <Counted how={derivation.how} />
  const several = leaves.length > 1
  return (
    <>
      {several && <Leaves derivation={derivation} leaves={leaves} names={names} chosen={chosen} choose={setChosen} />}
      <Behind key={chosen} at={atOf(leaf, derivation, moment, called(leaf), !several)} />
    </>
  )
}
