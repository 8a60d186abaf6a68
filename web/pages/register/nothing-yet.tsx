import type { ReactNode } from 'react'
import { Empty } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useWords } from '#web/say/words.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

/** Nothing to show: because nothing fits, or because the register is empty – then how it is filled. */
export const NothingYet = ({ narrowed = false, action }: { readonly narrowed?: boolean; readonly action?: ReactNode }) => {
  const w = useWords(registerWords)
  const fill = (
    <>
      <LinkButton tone="primary" to="/register/import">
        {w('import')}
      </LinkButton>{' '}
      {action}
    </>
  )
  return (
    <div className={look.sheet}>
      {narrowed ? <Empty title={w('noneFit')} hint={w('noneFitHint')} /> : <Empty title={w('empty')} hint={w('emptyHint')} action={fill} />}
    </div>
  )
}
