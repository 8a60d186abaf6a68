import type { Text } from '#kit/text.ts'
import { dutiesIn } from '#scheme/care.ts'
import type { Scheme } from '#scheme/shape.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { schemeWords } from './words.ts'

/** Who must be reached and how often is too often, each as a label and what it says. */
export const useCareLines = ({ coverage, burden, tags, subjects, demands }: Scheme): readonly (readonly [string, string])[] => {
  const w = useWords(schemeWords)
  const say = useSay()
  const titled = (list: readonly { readonly key: string; readonly title: Text }[], key: string): string =>
    say(list.find((one) => one.key === key)?.title ?? { zh: key })
  const whom = (of: string): string => (of === 'place' ? w('eachPlace') : of === 'org' ? w('eachUnit') : titled(subjects, of))
  const reached = dutiesIn(coverage).flatMap((duty) => {
    const whoever = [
      ...duty.must_reach.map((key) => titled(tags, key)),
      ...duty.everyone.map((key) => w('everyOne', { kind: titled(subjects, key) })),
    ]
    return whoever.length === 0 ? [] : [[w('reach'), `${whoever.join(w('listComma'))} · ${w(`every_${duty.every}`)}`] as const]
  })
  const bounds = burden.map((b) => w('bound', { of: whom(b.of), n: b.at_most, every: w(`every_${b.every}`) }))
  return [
    ...reached,
    ...(bounds.length === 0 ? [] : [[w('burden'), bounds.join(w('listComma'))] as const]),
    ...demands.map((d) => [w('demanded'), d.says === undefined ? d.what : say(d.says)] as const),
  ]
}
