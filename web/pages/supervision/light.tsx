import type { Light } from '#appraise/light.ts'
import { useWords } from '#web/say/words.ts'
import look from './supervision.module.css'
import { supervisionWords } from './words.ts'

/** Each light has a shape of its own: a disc, a triangle, an octagon, a ring. */
const shapes: Readonly<Record<Light, string>> = {
  green: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  yellow: 'M8 1.5L15 14.2H1z',
  red: 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3L1.5 10.7V5.3z',
  none: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z',
}
/** What stands in it: a tick, an exclamation mark, a bar. */
const marks: Readonly<Record<Light, string>> = { green: 'M5 8.2l2.1 2.1L11.2 6', yellow: 'M8 6v4M8 11.8v.6', red: 'M4.8 8h6.4', none: '' }

export const LightShape = ({ light }: { readonly light: Light }) => (
  <svg className={look.shape} data-light={light} viewBox="0 0 16 16" aria-hidden>
    <path className={look.shapeBody} d={shapes[light]} />
    <path className={look.shapeMark} d={marks[light]} />
  </svg>
)

/** A light by colour, shape and word. */
export const LightMark = ({ light }: { readonly light: Light }) => {
  const w = useWords(supervisionWords)
  return (
    <span className={look.light} data-light={light}>
      <LightShape light={light} />
      {w(light)}
    </span>
  )
}
