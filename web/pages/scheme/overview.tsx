import type { Text } from '#kit/text.ts'
import type { Scheme } from '#scheme/shape.ts'
import { todayHere } from '#web/form/today.ts'
import { Section } from '#web/parts/frame.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { useDictionary } from './dictionary.ts'
import { Expression } from './expression.tsx'
import type { PartProps } from './part.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** What the campaign is, when, and among whom it is ranked. */
export const Overview = ({ compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { scheme } = compiled
  return (
    <>
      <Section>
        {scheme.about !== undefined && <p className={look.about}>{say(scheme.about)}</p>}
        <p className="soft">{[scheme.issuer && say(scheme.issuer), scheme.reference].filter((t) => t !== undefined).join(' · ')}</p>
      </Section>
      <Section title={w('phases')}>
        {scheme.phases.length === 0 ? <p className="soft">{w('phasesNone')}</p> : <Phases scheme={scheme} />}
      </Section>
      <Classes scheme={scheme} />
      <Small scheme={scheme} />
    </>
  )
}

type Bound = { readonly day: string | null; readonly event: Text | null }

/** A phase's end: a day, or an event that may not have its day yet. */
const boundOf = (scheme: Scheme, at: string | undefined): Bound => {
  if (at === undefined) return { day: null, event: null }
  if (!at.startsWith('event:')) return { day: at, event: null }
  const event = scheme.events.find((e) => e.key === at.slice('event:'.length))
  return { day: event?.day ?? null, event: event?.title ?? { zh: at } }
}

const Phases = ({ scheme }: { readonly scheme: Scheme }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const today = todayHere()
  const bound = (b: Bound): string =>
    [
      b.day === null ? '' : sayDay(b.day, language),
      b.event === null ? '' : b.day === null ? w('on', { event: say(b.event) }) : w('byEvent', { event: say(b.event) }),
    ]
      .filter((t) => t !== '')
      .join(' ')
  return (
    <ol className={look.phases}>
      {scheme.phases.map((phase) => {
        const [from, until] = [boundOf(scheme, phase.from), boundOf(scheme, phase.until)]
        const now = from.day !== null && from.day <= today && (until.day === null || today <= until.day)
        return (
          <li key={phase.key} className={look.phase} data-now={now} data-past={until.day !== null && until.day < today}>
            <span className={look.phaseMark} aria-hidden />
            <span className={look.phaseTitle}>
              {say(phase.title)} {now && <em className={look.now}>{w('today')}</em>}
            </span>
            <span className="soft">
              {bound(from)} – {bound(until)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const Classes = ({ scheme }: { readonly scheme: Scheme }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const dictionary = useDictionary(scheme)
  return (
    <Section title={w('classes')} about={w('classesAbout')}>
      {scheme.classes.length === 0 ? (
        <p className="soft">{w('classesNone')}</p>
      ) : (
        <ul className={look.lines}>
          {scheme.classes.map((c) => (
            <li key={c.key} className={look.line}>
              <strong>{say(c.title)}</strong>
              <span>
                <Expression source={c.where} dictionary={dictionary} />
                {c.minimum > 0 && <span className="soft"> · {w('minimum', { n: c.minimum })}</span>}
                {c.carrier !== undefined && <div>{w('carrier', { carrier: say(c.carrier) })}</div>}
                {c.about !== undefined && <div className="soft">{say(c.about)}</div>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const Small = ({ scheme }: { readonly scheme: Scheme }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const kinds = scheme.start.with.map((key) => {
    const kind = scheme.activities[key] ?? scheme.matters[key]
    return kind === undefined ? key : say(kind.title)
  })
  const tagged = scheme.coverage.must_reach.map((key) => say(scheme.tags.find((t) => t.key === key)?.title ?? { zh: key }))
  const templates = Object.values(scheme.bulletins).map((b) => say(b.title))
  const lines: readonly (readonly [string, string])[] = [
    [
      w('start'),
      w('startWith', {
        by: scheme.start.by === undefined ? w('startNoDay') : sayDay(scheme.start.by, language),
        kinds: kinds.length === 0 ? w('startAny') : kinds.join('、'),
      }),
    ],
    ...(tagged.length === 0 ? [] : [[w('reach'), tagged.join('、')] as const]),
    ...(templates.length === 0 ? [] : [[w('bulletins'), templates.join('、')] as const]),
  ]
  return (
    <Section>
      <ul className={look.lines}>
        {lines.map(([label, value]) => (
          <li key={label} className={look.line}>
            <strong>{label}</strong>
            <span>{value}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
