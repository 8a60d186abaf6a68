import { Tooltip } from 'antd'
import { usePreferences } from '#web/say/preferences.ts'
import { type Dictionary, inWords } from './in-words.ts'
import look from './scheme.module.css'

/** An expression in words, its own text one pointer away; where words would mislead, its text. */
export const Expression = ({ source, dictionary }: { readonly source: string; readonly dictionary: Dictionary }) => {
  const { language } = usePreferences()
  const words = inWords(source, dictionary, language)
  if (words === null) return <code className={look.code}>{source}</code>
  return (
    <Tooltip title={<code>{source}</code>}>
      <span className={look.words} tabIndex={0}>
        {words}
      </span>
    </Tooltip>
  )
}
