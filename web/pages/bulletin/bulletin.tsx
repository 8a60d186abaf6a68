import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Suspense, lazy } from 'react'
import type { BulletinId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { FaultNotice, Frame } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { SealedBulletin } from './sealed.tsx'
import { bulletinWords } from './words.ts'

const Draft = lazy(async () => ({ default: (await import('./draft.tsx')).DraftPage }))

const Waiting = () => (
  <Frame title="…">
    <Skeleton active paragraph={{ rows: 12 }} />
  </Frame>
)

/** One bulletin: at the desk while it is a draft, on the reading page ever after. */
export const BulletinPage = () => {
  const w = useWords(bulletinWords)
  const { bulletin: id } = useParams({ from: '/shell/bulletins/$bulletin' })
  const office = useHolds('office')
  const asked = useRead('bulletin.show', { bulletin: id as BulletinId })
  if (asked.data === undefined) {
    if (asked.error === null) return <Waiting />
    return (
      <Frame title={w('title')} back={{ to: '/bulletins', says: w('backToDesk') }}>
        <FaultNotice fault={asked.error} retry={() => void asked.refetch()} />
      </Frame>
    )
  }
  if (asked.data.state === 'sealed' || !office) return <SealedBulletin bulletin={asked.data} />
  return (
    <Suspense fallback={<Waiting />}>
      <Draft key={asked.data.id} bulletin={asked.data} />
    </Suspense>
  )
}
