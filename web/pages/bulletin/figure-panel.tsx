import { Drawer, Skeleton } from 'antd'
import { Suspense, lazy } from 'react'
import type { BulletinView } from '#command/views.ts'
import { useSay } from '#web/say/words.ts'
import { useOpenFigure } from './figure-link.tsx'

const FigureStory = lazy(async () => ({ default: (await import('./figure-story.tsx')).FigureStory }))

/** Where the open figure comes from; shut while none is open. */
export const FigurePanel = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const { open, close } = useOpenFigure()
  const say = useSay()
  const derivation = bulletin.derivations.find((d) => d.number === open)
  return (
    <Drawer
      open={derivation !== undefined}
      onClose={close}
      title={derivation === undefined ? '' : say(derivation.title)}
      size={680}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {derivation !== undefined && (
        <Suspense fallback={<Skeleton active />}>
          <FigureStory key={derivation.number} derivation={derivation} moment={bulletin.moment} />
        </Suspense>
      )}
    </Drawer>
  )
}
