import type { Scheme } from '#scheme/shape.ts'
import { startKinds } from '#scheme/start.ts'
import { Section } from '#web/parts/frame.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import { useCareLines } from './care.ts'
import { useDictionary } from './dictionary.ts'
import { Expression } from './expression.tsx'
import { Events, announcedIn } from './events.tsx'
import type { PartProps } from './part.ts'
import { Phases } from './phases.tsx'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** What the campaign is, when, and among whom it is ranked. */
export const Overview = ({ opened, compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { scheme } = compiled
  const issued = [scheme.issuer && say(scheme.issuer), scheme.reference].filter((t) => t !== undefined).join(' · ')
  return (
    <>
      {(scheme.about !== undefined || issued !== '') && (
        <Section>
          {scheme.about !== undefined && <p className={look.about}>{say(scheme.about)}</p>}
          <p className="soft">{issued}</p>
        </Section>
      )}
      <Section title={w('phases')}>
        {scheme.phases.length === 0 ? (
          <p className="soft">{w('phasesNone')}</p>
        ) : (
          <Phases scheme={scheme} announced={announcedIn(opened.view.announcements)} />
        )}
      </Section>
      <Events opened={opened} compiled={compiled} />
      <Classes scheme={scheme} />
      <Small scheme={scheme} />
    </>
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

/** How kinds of records are called, and the classes that start in a way of their own. */
const useStartKinds = (scheme: Scheme) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const titles = (keys: readonly string[]) => keys.map((key) => say((scheme.activities[key] ?? scheme.matters[key])?.title ?? { zh: key }))
  const list = useListed()
  const others = scheme.classes.map((c) => ({ title: say(c.title), kinds: startKinds(scheme, c.key) }))
  return {
    listed: (keys: readonly string[]) => (keys.length === 0 ? w('startAny') : list(titles(keys))),
    others: others.filter((o) => o.kinds.join() !== scheme.start.with.join()),
  }
}

const Small = ({ scheme }: { readonly scheme: Scheme }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const { listed, others } = useStartKinds(scheme)
  const care = useCareLines(scheme)
  const list = useListed()
  const templates = Object.values(scheme.bulletins).map((b) => say(b.title))
  const lines: readonly (readonly [string, string])[] = [
    [
      w('start'),
      w('startWith', {
        by: scheme.start.by === undefined ? w('startNoDay') : sayDay(scheme.start.by, language),
        kinds: listed(scheme.start.with),
      }),
    ],
    ...others.map(({ title, kinds }) => [title, w('startOther', { kinds: listed(kinds) })] as const),
    ...care,
    ...(templates.length === 0 ? [] : [[w('bulletins'), list(templates)] as const]),
  ]
  return (
    <Section>
      <ul className={look.lines}>
        {lines.map(([label, value]) => (
          <li key={`${label} ${value}`} className={look.line}>
            <strong>{label}</strong>
            <span>{value}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
