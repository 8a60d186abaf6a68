import type { CompiledForm } from '#scheme/compiled.ts'
import { costOf, inMinutes } from '#scheme/cost.ts'
import { useWords } from '#web/say/words.ts'
import { formWords } from './words.ts'

/** “约 4 分钟”: what a form takes whoever fills it in, by the stated cost of its fields; with all that may be asked besides. */
export const useCost = () => {
  const w = useWords(formWords)
  return ({ form }: CompiledForm): string => {
    const { usual, most } = costOf(form)
    const [n, all] = [inMinutes(usual), inMinutes(most)]
    return all > n ? w('costUpTo', { n, all }) : w('cost', { n })
  }
}
