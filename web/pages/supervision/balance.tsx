import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import type { Band } from './band.tsx'
import look from './supervision.module.css'
import { supervisionWords } from './words.ts'

const percent = (share: string): string => String(Math.round(Number(share) * 100))

/** How evenly a class goes, in a sentence. */
export const Balance = ({ band: { spread } }: { readonly band: Pick<Band, 'spread'> }) => {
  const c = useWords(commonWords)
  const w = useWords(supervisionWords)
  if (spread === null) return null
  const of = (value: string) => (spread.of === 'share' ? percent(value) : String(Math.round(Number(value))))
  const ends = { least: of(spread.least), middle: of(spread.middle), most: of(spread.most) }
  return (
    <p className={look.balance}>
      <span className={look.balanceWord} data-even={spread.even}>
        {w('spread')}
        {c('colon')}
        {w(spread.even)}
      </span>
      <span>{spread.of === 'share' ? w('spreadShare', ends) : w('spreadRecords', ends)}</span>
      {spread.half !== null && <span>{w('spreadHalf', { half: spread.half })}</span>}
      {spread.gini !== null && <span className="soft">{w('gini', { n: spread.gini })}</span>}
    </p>
  )
}
