import { App, Button, Modal } from 'antd'
import { Suspense, lazy, useState } from 'react'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import look from './author.module.css'
import type { DeskProps } from './desk.tsx'
import { sheet } from './paper.ts'
import { type Saving, nameIn } from './saving.ts'
import { authorWords } from './words.ts'

const Difference = lazy(() => import('./difference.tsx').then((m) => ({ default: m.Difference })))

/** Somebody else saved the same draft: both texts are there, and a person says which one goes on. */
export const Conflict = ({
  desk: { paper, take },
  saving: { state, settle, settled },
}: {
  readonly desk: DeskProps
  readonly saving: Saving
}) => {
  const w = useWords(authorWords)
  const { modal } = App.useApp()
  const [looking, setLooking] = useState(false)
  if (state.is !== 'conflict') return null
  const { theirs, mine } = state
  const takeTheirs = () => {
    take({ ...sheet(theirs, paper.base), draft: { id: theirs.id, seen: theirs.version, at: null } })
    settled()
  }
  const sure = (title: string, content: string, onOk: () => void) =>
    void modal.confirm({ title, content, okButtonProps: { danger: true }, onOk })
  return (
    <>
      <div className={look.conflict} role="alert">
        <strong>{w(mine ? 'conflict' : 'conflictNewer', { by: theirs.by, at: sayMoment(theirs.at) })}</strong>
        <div className={look.draftActs}>
          <Button size="small" onClick={() => setLooking(true)}>
            {w('conflictLook')}
          </Button>
          <Button size="small" onClick={() => (mine ? sure(w('conflictTheirs'), w('conflictTheirsSure'), takeTheirs) : takeTheirs())}>
            {w('conflictTheirs')}
          </Button>
          {mine && (
            <>
              <Button size="small" onClick={() => settle('apart', w('copyOfMine', { name: nameIn(paper.source) }))}>
                {w('conflictCopy')}
              </Button>
              <Button size="small" danger onClick={() => sure(w('conflictMine'), w('conflictMineSure'), () => settle('over', ''))}>
                {w('conflictMine')}
              </Button>
            </>
          )}
        </div>
      </div>
      <Modal open={looking} width={900} footer={null} title={w('conflictLook')} onCancel={() => setLooking(false)} destroyOnHidden>
        <Suspense fallback={null}>
          <Difference before={theirs} after={paper} />
        </Suspense>
      </Modal>
    </>
  )
}
