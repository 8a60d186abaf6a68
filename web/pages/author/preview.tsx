import type { FC } from 'react'
import { Duties } from '#web/pages/scheme/duties.tsx'
import { Forms } from '#web/pages/scheme/forms.tsx'
import { Indicators } from '#web/pages/scheme/indicators.tsx'
import { Overview } from '#web/pages/scheme/overview.tsx'
import type { PartProps } from '#web/pages/scheme/part.ts'
import { Empty } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import look from './author.module.css'
import type { Good } from './reading.ts'
import { authorWords } from './words.ts'

export const previews = ['forms', 'indicators', 'duties', 'overview'] as const
type Part = (typeof previews)[number]

const shown: Readonly<Record<Part, FC<PartProps>>> = { forms: Forms, indicators: Indicators, duties: Duties, overview: Overview }

type Props = { readonly part: Part; readonly good: Good | null /** Whether it is the text as it stands. */; readonly current: boolean }

/** The scheme as people will see it: the same parts as on its own page, over the last text without mistakes. */
export const Preview = ({ part, good, current }: Props) => {
  const w = useWords(authorWords)
  const Shown = shown[part]
  if (good === null) return <Empty title={w('noPreview')} />
  return (
    <div className={look.preview}>
      {!current && (
        <p className={look.stale} role="status">
          {w('stale')}
        </p>
      )}
      <Shown key={part} opened={good.opened} compiled={good.compiled} />
    </div>
  )
}
