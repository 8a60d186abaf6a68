import { useEffect, useRef, useState } from 'react'
import type { BulletinView, Mistake } from '#command/views.ts'
import type { Refusal } from '#web/api/client.ts'
import { post } from '#web/api/client.ts'
import { queries } from '#web/api/hooks.ts'

/** saved: the house has it. waiting: typed, not sent. sending: under way. refused: it did not take it, and why. */
export type Saving = { readonly is: 'saved' | 'waiting' | 'sending' } | { readonly is: 'refused'; readonly fault: Refusal }

const pause = 900

export type Kept = { readonly title: string; readonly text: string }

/**
 * Keeps a draft as it is typed: a pause after the last key, one request at a time, the newest words last. The text is
 * the person's: an answer never overwrites it, only the preview.
 */
export const useSaving = (bulletin: BulletinView) => {
  const [kept, setKept] = useState<Kept>({ title: bulletin.title, text: bulletin.text })
  const [view, setView] = useState(bulletin)
  const [saving, setSaving] = useState<Saving>({ is: 'saved' })
  const sending = useRef(false)
  const sent = useRef<Kept>(kept)
  const latest = useRef<Kept>(kept)
  latest.current = kept

  const send = async (): Promise<void> => {
    if (sending.current) return
    sending.current = true
    const now = latest.current
    setSaving({ is: 'sending' })
    try {
      const answer = await post('bulletin.edit', { bulletin: bulletin.id, title: now.title.trim(), text: now.text })
      setView(answer)
      queries.setQueryData(['bulletin.show', { bulletin: bulletin.id }], answer)
      void queries.invalidateQueries({ queryKey: ['bulletin.list'] })
      setSaving({ is: latest.current === now ? 'saved' : 'waiting' })
    } catch (fault) {
      setSaving({ is: 'refused', fault: fault as Refusal })
    } finally {
      sent.current = now
      sending.current = false
      if (latest.current !== now) void send()
    }
  }

  useEffect(() => {
    if (kept === sent.current) return
    const timer = setTimeout(() => void send(), pause)
    return () => clearTimeout(timer)
  })

  const change = (part: Partial<Kept>) => {
    setKept((old) => ({ ...old, ...part }))
    setSaving((old) => (old.is === 'refused' ? old : { is: 'waiting' }))
  }
  const mistakes: readonly Mistake[] = saving.is === 'refused' ? (saving.fault.details.mistakes ?? []) : view.mistakes
  return { kept, change, view, saving, mistakes, send, dirty: saving.is !== 'saved' }
}
