import { Drawer, Skeleton } from 'antd'
import { Suspense, lazy, useState } from 'react'
import type { BulletinView, Derivation, Part } from '#command/views.ts'
import type { OrgId } from '#kit/id.ts'
import { useScope } from '#web/api/scope.ts'
import type { FigureAt } from '#web/figure/behind.tsx'
import { Amount } from '#web/parts/figures.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

const Behind = lazy(async () => ({ default: (await import('#web/figure/behind.tsx')).Behind }))

/** Everything countable that a printed figure rests on: a formula's own parts are the indicators it uses. */
const leavesOf = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => (part.uses.length === 0 ? [part] : part.uses.map((indicator) => ({ ...part, indicator, value: null, facts: 0, uses: [] }))))

const Units = ({ title, units }: { readonly title: string; readonly units: readonly OrgId[] }) => {
  const { orgs } = useScope()
  const names = new Map(orgs.map((o) => [o.id, o.name]))
  return (
    <>
      <h3 className={look.panelHead}>
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

/** A count of units names them; there are no records to list. */
const Counted = ({ how }: { readonly how: Derivation['how'] }) => {
  const w = useWords(bulletinWords)
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

type PanelProps = { readonly derivation: Derivation; readonly moment: string | null }

const Panel = ({ derivation, moment }: PanelProps) => {
  const w = useWords(bulletinWords)
  const { orgs } = useScope()
  const [chosen, setChosen] = useState(0)
  const leaves = leavesOf(derivation.parts)
  const leaf = leaves[chosen]
  const names = new Map(orgs.map((o) => [o.id, o.name]))
  const counted = derivation.how.is === 'count' || derivation.how.is === 'units'
  const several = leaves.length > 1
  if (leaf === undefined) return counted ? <Counted how={derivation.how} /> : null
  const at: FigureAt = {
    campaign: leaf.campaign, indicator: leaf.indicator, org: leaf.org ?? undefined, orgName: leaf.org === null ? undefined : names.get(leaf.org), place: leaf.place ?? undefined,
    from: leaf.from ?? undefined, to: leaf.to ?? undefined, asOf: moment ?? undefined, value: leaf.value, unit: several ? '' : derivation.unit, facts: leaf.facts, approx: leaf.approx,
    pending: leaf.pending, pendingFacts: leaf.pendingFacts, showPending: derivation.measure === 'pending',
    sealed: { source: derivation.source, schemeVersion: derivation.schemeVersion, printed: derivation.printed, alone: !several },
  }
  return (
    <>
      {several && (
        <>
          <div className={look.printed}>{derivation.printed}</div>
          <h3 className={look.panelHead}>{w('made', { n: leaves.length })}</h3>
          <ul className={look.leaves}>
            {leaves.map((part, i) => (
              <li key={i}>
                <button type="button" className={`bare ${look.leaf}`} aria-pressed={i === chosen} onClick={() => setChosen(i)}>
                  <span>{[part.org === null ? '' : (names.get(part.org) ?? ''), part.from === null ? '' : `${part.from} – ${part.to ?? ''}`, part.indicator].filter((x) => x !== '').join(' · ')}</span>
                  <b>{part.value === null ? '' : <Amount value={part.value} />}</b>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Suspense fallback={<Skeleton active />}>
        <Behind key={chosen} at={at} />
      </Suspense>
    </>
  )
}

/** Where a printed figure comes from; figure 0 or null keeps it shut. */
export const FigurePanel = ({ bulletin, figure, close }: { readonly bulletin: BulletinView; readonly figure: number | null; readonly close: () => void }) => {
  const say = useSay()
  const derivation = bulletin.derivations.find((d) => d.number === figure)
  return (
    <Drawer open={derivation !== undefined} onClose={close} title={derivation === undefined ? '' : say(derivation.title)} size={680} destroyOnHidden styles={{ wrapper: { maxWidth: '100vw' } }}>
      {derivation !== undefined && <Panel key={derivation.number} derivation={derivation} moment={bulletin.moment} />}
    </Drawer>
  )
}
