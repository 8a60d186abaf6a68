import { Tooltip } from 'antd'
import { usePreferences } from '#web/say/preferences.ts'
import { type Dictionary, inWords } from './in-words.ts'
import look from './scheme.module.css'

type Props = { readonly source: string; readonly dictionary: Dictionary /** Words before it. */; readonly lead?: string }

/** An expression in words, its own text one pointer or Tab away; where words would mislead, its text. */
export const Expression = ({ source, dictionary, lead = '' }: Props) => {
  const { language } = usePreferences()
  const words = inWords(source, dictionary, language)
  return (
    <>
      {lead}
      {words === null && <code className={look.code}>{source}</code>}
      {words !== null && (
        <Tooltip title={<code>{source}</code>}>
          <button type="button" className={`bare ${look.words}`}>
            {words}
          </button>
        </Tooltip>
      )}
    </>
  )
}
