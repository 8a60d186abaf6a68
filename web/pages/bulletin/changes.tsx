import { Link } from '@tanstack/react-router'
import type { BulletinChange, BulletinView } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { Answer } from '#web/parts/frame.tsx'
import { actWords } from '#web/say/everyday.ts'
import { sayMoment } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { FigureLink } from './figure-link.tsx'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

/** Records named for each change; the rest is counted. */
const most = 3

const Change = ({ change, bulletin }: { readonly change: BulletinChange; readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  const act = useWords(actWords)
  const say = useSay()
  const derivation = bulletin.derivations.find((d) => d.number === change.number)
  return (
    <li className={look.change}>
      <FigureLink figure={change.number} className={look.changeTitle}>
        {derivation === undefined ? change.printed : say(derivation.title)}
      </FigureLink>
      <p className={look.thenNow}>
        <span className="soft">{w('then')}</span> <b>{change.printed}</b> <span aria-hidden>→</span>{' '}
        <span className="soft">{w('now')}</span> <b className={look.nowValue}>{change.printedNow}</b>
      </p>
      {change.records.length > 0 && (
        <ul className={look.because} aria-label={w('byRecords')}>
          {change.records.slice(0, most).map((r) => (
            <li key={`${r.record} ${r.at}`}>
              <Link to="/records/$record" params={{ record: r.record }}>
                {sayMoment(r.at)} {act(r.act)}
              </Link>{' '}
              <span className="soft">{r.by}</span>
            </li>
          ))}
          {change.records.length > most && <li className="soft">{w('moreRecords', { n: change.records.length })}</li>}
        </ul>
      )}
    </li>
  )
}

/** What the bulletin's figures would be today, and the acts that moved them. */
export const Changes = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  const asked = useRead('bulletin.changes', { bulletin: bulletin.id })
  return (
    <Answer of={asked} rows={5}>
      {(changes) =>
        changes.length === 0 ? (
          <p className={look.sideHint}>{w('changesNone')}</p>
        ) : (
          <>
            <p className={look.sideHint}>{w('changes_n', { n: changes.length })}</p>
            <ul>
              {changes.map((change) => (
                <Change key={change.number} change={change} bulletin={bulletin} />
              ))}
            </ul>
          </>
        )
      }
    </Answer>
  )
}
