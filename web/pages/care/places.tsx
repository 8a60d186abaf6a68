import { Button } from 'antd'
import type { CoverageView } from '#command/care-views.ts'
import { Section } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import look from './care.module.css'
import { percent } from './reach.tsx'
import { careWords } from './words.ts'

type Place = CoverageView['places'][number]
type Props = { readonly view: CoverageView; readonly go: (place: string | undefined) => void }

/** From ochre, where most are left, to full blue-green. Five steps, told apart by the number as well. */
const step = (share: number | null): string => (share === null ? 'none' : share === 100 ? '5' : String(1 + Math.floor(share / 25)))

const Tile = ({ place, go }: { readonly place: Place; readonly go: Props['go'] }) => {
  const w = useWords(careWords)
  const share = percent(place)
  const name = place.id === null ? w('nowhere') : place.name
  const inside = (
    <>
      <span className={look.tileName}>{name}</span>
      <span className={look.tileShare}>{share === null ? '—' : `${share}%`}</span>
      <span className={look.tileCount}>{w('reachedOf', { n: place.reached, all: place.subjects })}</span>
      {place.pending > 0 && <span className={look.tilePending}>{w('pendingN', { n: place.pending })}</span>}
    </>
  )
  return (
    <li>
      {place.id === null ? (
        <div className={look.tile} data-step={step(share)}>
          {inside}
        </div>
      ) : (
        <button type="button" className={`bare ${look.tile}`} data-step={step(share)} onClick={() => go(place.id ?? undefined)}>
          {inside}
        </button>
      )}
    </li>
  )
}

/** Places as a grid, coloured by share with the numbers in them. */
export const Places = ({ view, go }: Props) => {
  const w = useWords(careWords)
  if (view.places.length === 0 && view.way.length === 0) return null
  return (
    <Section title={w('byPlace')} about={w('byPlaceAbout')}>
      {view.way.length > 0 && (
        <nav className={look.way} aria-label={w('byPlace')}>
          <Button type="link" size="small" onClick={() => go(undefined)}>
            {w('everywhere')}
          </Button>
          {view.way.map((one, i) => (
            <span key={one.id}>
              <span aria-hidden>›</span>{' '}
              {i === view.way.length - 1 ? (
                <span aria-current="location">{one.name}</span>
              ) : (
                <Button type="link" size="small" onClick={() => go(one.id)}>
                  {one.name}
                </Button>
              )}
            </span>
          ))}
        </nav>
      )}
      <ul className={look.tiles}>
        {view.places.map((place) => (
          <Tile key={place.id ?? 'nowhere'} place={place} go={go} />
        ))}
      </ul>
    </Section>
  )
}
