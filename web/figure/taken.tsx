import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { figureWords } from './words.ts'

/** What of its facts a figure takes, and what it stands beside. */
export const Taken = ({ made, compiled }: { readonly made: CompiledIndicator; readonly compiled: Compiled }) => {
  const w = useWords(figureWords)
  const say = useSay()
  const titleOf = (key: string) => say(compiled.indicators.get(key)?.indicator.title ?? { zh: key })
  const { beside, included = 'unsaid' } = made.indicator
  const says = [
    made.take === 'stock' ? w('take_stock') : null,
    made.each === null ? null : w('take_latest', { each: w(`each_${made.each}`) }),
    made.each !== null && made.alone ? w('alone') : null,
    beside === undefined ? null : w('beside', { total: titleOf(beside), included: w(`included_${included}`) }),
  ].filter((s) => s !== null)
  return <>{says.map((s) => ` · ${s}`).join('')}</>
}
