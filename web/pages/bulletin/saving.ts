import { useEffect, useRef, useState } from 'react'
import type { BulletinView, Mistake } from '#command/views.ts'
import type { BulletinId } from '#kit/id.ts'
import { Refusal, post } from '#web/api/client.ts'
import { queries } from '#web/api/hooks.ts'

/** saved: the house has it. waiting: typed, not sent. sending: under way. refused: it did not take it, and why. */
export type Saving = { readonly is: 'saved' | 'waiting' | 'sending' } | { readonly is: 'refused'; readonly fault: Refusal }

const pause = 900

export type Kept = { readonly title: string; readonly text: string }

/** Ctrl+S sends at once. */
const useSaveKey = (send: () => void) => {
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (!(e.ctrlKey || e.metaKey) || e.key !== 's') return
      e.preventDefault()
      send()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

type Hear = {
  readonly begun: () => void
  readonly taken: (view: BulletinView, isNewest: boolean) => void
  readonly refused: (fault: Refusal) => void
}

/** Sends the newest words, one request at a time; words typed meanwhile go in the next. */
const useSender = (id: BulletinId, kept: Kept, hear: Hear) => {
  const line = useRef({ busy: false, sent: kept, newest: kept })
  useEffect(() => {
    line.current.newest = kept
  }, [kept])
  const send = async (): Promise<void> => {
    const now = line.current.newest
    if (line.current.busy) return
    line.current.busy = true
    hear.begun()
    try {
      const answer = await post('bulletin.edit', { bulletin: id, title: now.title.trim(), text: now.text })
      hear.taken(answer, line.current.newest === now)
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      hear.refused(fault)
    } finally {
      Object.assign(line.current, { busy: false, sent: now })
    }
    if (line.current.newest !== now) await send()
  }
  return { send, isSent: (words: Kept) => words === line.current.sent }
}

/**
 * Keeps a draft as it is typed, a pause after the last key. The text is the person's: an answer never overwrites it, only
 * the preview.
 */
export const useSaving = (bulletin: BulletinView) => {
  const [kept, setKept] = useState<Kept>({ title: bulletin.title, text: bulletin.text })
  const [view, setView] = useState(bulletin)
  const [saving, setSaving] = useState<Saving>({ is: 'saved' })
  const { send, isSent } = useSender(bulletin.id, kept, {
    begun: () => setSaving({ is: 'sending' }),
    taken: (answer, isNewest) => {
      setView(answer)
      queries.setQueryData(['bulletin.show', { bulletin: bulletin.id }], answer)
      void queries.invalidateQueries({ queryKey: ['bulletin.list'] })
      setSaving({ is: isNewest ? 'saved' : 'waiting' })
    },
    refused: (fault) => setSaving({ is: 'refused', fault }),
  })
  useEffect(() => {
    if (isSent(kept)) return
    const timer = setTimeout(() => void send(), pause)
    return () => clearTimeout(timer)
  })
  useSaveKey(() => void send())
  const change = (part: Partial<Kept>) => {
    setKept((old) => ({ ...old, ...part }))
    setSaving((old) => (old.is === 'refused' ? old : { is: 'waiting' }))
  }
  const mistakes: readonly Mistake[] = saving.is === 'refused' ? (saving.fault.details.mistakes ?? []) : view.mistakes
  return { kept, change, view, saving, mistakes, send, dirty: saving.is !== 'saved' }
}
