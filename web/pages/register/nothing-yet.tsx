import { Empty } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useWords } from '#web/say/words.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

/** The register is empty: say how it is filled. */
export const NothingYet = () => {
  const w = useWords(registerWords)
  return (
    <div className={look.sheet}>
      <Empty
        title={w('empty')}
        hint={w('emptyHint')}
        action={
          <LinkButton tone="primary" to="/register/import">
            {w('import')}
          </LinkButton>
        }
      />
    </div>
  )
}
