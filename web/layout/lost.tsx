import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { Refusal } from '#web/api/client.ts'
import { Empty, FaultNotice, Frame } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'

export const Missing = () => {
  const w = useWords(commonWords)
  return (
    <Frame title={w('notFound')}>
      <Empty hint={w('notFoundHint')} action={<Button href="/">{w('home')}</Button>} />
    </Frame>
  )
}

/** A page for others: said in a sentence, with the way back to one's own. */
export const NotYours = () => {
  const w = useWords(commonWords)
  return (
    <Frame title={w('notYours')}>
      <Empty hint={w('notYoursSays')} action={<LinkButton to="/">{w('home')}</LinkButton>} />
    </Frame>
  )
}

/** A page that threw: a refusal is said as such; anything else is a defect and shows its words. */
export const Broken = ({ error }: { readonly error: unknown }) => {
  const w = useWords(commonWords)
  const router = useRouter()
  if (error instanceof Refusal) {
    return (
      <Frame title={w('broken')}>
        <FaultNotice fault={error} retry={() => void router.invalidate()} />
      </Frame>
    )
  }
  return (
    <Frame title={w('broken')} about={w('brokenHint')} actions={<Button onClick={() => window.location.reload()}>{w('reload')}</Button>}>
      <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{error instanceof Error ? error.message : String(error)}</pre>
    </Frame>
  )
}
