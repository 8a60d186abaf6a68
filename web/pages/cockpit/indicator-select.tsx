import { Select } from 'antd'
import type { FigureRow } from '#command/views.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './cockpit.module.css'
import { cockpitWords } from './words.ts'

type Props = { readonly figures: readonly FigureRow[]; readonly value: string; readonly choose: (indicator: string) => void }

/** Which figure a drawing or a ranking is about. */
export const IndicatorSelect = ({ figures, value, choose }: Props) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  return (
    <Select
      aria-label={w('indicator')}
      className={look.indicator ?? ''}
      value={value}
      onChange={choose}
      popupMatchSelectWidth={false}
      options={figures.map((f) => ({ value: f.indicator, label: say(f.title) }))}
    />
  )
}
