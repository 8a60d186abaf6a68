import type { Term } from '#register/shape.ts'
import { useWords } from '#web/say/words.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

/** When something was so: 2010-01-01 – 至今. */
export const Since = ({ term }: { readonly term: Term }) => {
  const w = useWords(registerWords)
  const words = term.from === null && term.until === null ? w('always') : `${term.from ?? '…'} – ${term.until ?? w('now')}`
  return <span className={`num ${look.since}`}>{words}</span>
}
