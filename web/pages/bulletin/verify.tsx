import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { BulletinView, Verification } from '#command/views.ts'
import { type Refusal, get } from '#web/api/client.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

const Result = ({ result }: { readonly result: Verification }) => {
  const w = useWords(bulletinWords)
  if (result.differences.length === 0) {
    return (
      <p className={look.verified} role="status">
        <CheckCircleFilled aria-hidden /> {w('verified', { n: result.checked })}
      </p>
    )
  }
  return (
    <div role="alert">
      <p className={look.differs}>
        <CloseCircleFilled aria-hidden /> {w('differs', { n: result.checked, m: result.differences.length })}
      </p>
      <ul className={look.differences}>
        {result.differences.map((d) => (
          <li key={d.what}>
            {d.what}: {w('stored')} {d.stored ?? '—'} · {w('derived')} {d.derived ?? '—'}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Works every figure out again, when asked to. */
export const Verify = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  const asked = useQuery<Verification, Refusal>({
    queryKey: ['bulletin.verify', bulletin.id],
    queryFn: ({ signal }) => get('bulletin.verify', { bulletin: bulletin.id }, signal),
    enabled: false,
    staleTime: 0,
  })
  return (
    <div className={look.verify}>
      <Button block onClick={() => void asked.refetch()} loading={asked.isFetching}>
        {w('verify')}
      </Button>
      {asked.data === undefined && asked.error === null && <p className={look.sideHint}>{w('verifyHint')}</p>}
      {asked.error !== null && <FaultNotice fault={asked.error} />}
      {asked.data !== undefined && <Result result={asked.data} />}
    </div>
  )
}
