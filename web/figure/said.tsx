import type { Field, Scheme } from '#scheme/shape.ts'
import { useDictionary } from '#web/pages/scheme/dictionary.ts'
import { inWords, named } from '#web/pages/scheme/in-words.ts'
import { usePreferences } from '#web/say/preferences.ts'
import look from './behind.module.css'

type Props = { readonly source: string; readonly scheme: Scheme; readonly fields: readonly Field[] }

/** An expression of the scheme in words; where words would mislead, as it is written, with titles for keys. */
export const Said = ({ source, scheme, fields }: Props) => {
  const { language } = usePreferences()
  const dictionary = useDictionary(scheme, fields)
  return inWords(source, dictionary, language) ?? <code className={look.code}>{named(source, dictionary)}</code>
}
