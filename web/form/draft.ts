import { useCallback, useRef, useState } from 'react'
import type { RecordId } from '#kit/id.ts'
import type { Content } from '#record/shape.ts'
import { newId } from '#web/api/client.ts'
import type { Known } from './known.ts'

/** What is being written, kept on this device until the house has it. The id is made once: sending again stores nothing twice. */
export type Draft = {
  readonly id: RecordId
  readonly content: Content
  readonly known: Known
  /** ISO instant of the last keystroke; null: untouched. */
  readonly at: string | null
}

const prefix = 'zoufang.draft.'

const load = (key: string): Draft | null => {
  try {
    const kept: Draft | null = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return kept !== null && typeof kept.id === 'string' && typeof kept.content?.day === 'string' && kept.known !== undefined ? kept : null
  } catch {
    return null // storage is closed or holds something else: begin afresh
  }
}

const keep = (key: string, draft: Draft): boolean => {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

const forgetDraft = (key: string): void => {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // closed storage holds no draft
  }
}

/** `key` names what is written: account, campaign, kind. `restored` tells when the kept draft was last touched. */
export const useDraft = (key: string, fresh: () => { readonly content: Content; readonly known: Known }) => {
  const start = useCallback((): Draft => ({ id: newId<'record'>(), ...fresh(), at: null }), [fresh])
  const [draft, setDraft] = useState<Draft>(() => load(key) ?? start())
  const [restored, setRestored] = useState<string | null>(draft.at)
  const [kept, setKept] = useState(true)
  const latest = useRef(draft)
  // At every keystroke: a few kilobytes, and whatever happens next nothing is lost.
  const put = useCallback(
    (next: Draft) => {
      latest.current = next
      setDraft(next)
      if (next.at !== null) setKept(keep(key, next))
    },
    [key],
  )
  const write = useCallback(
    (change: (draft: Draft) => Partial<Draft>) => put({ ...latest.current, ...change(latest.current), at: new Date().toISOString() }),
    [put],
  )
  const discard = useCallback(() => {
    forgetDraft(key)
    put(start())
    setRestored(null)
  }, [key, put, start])
  const finish = useCallback(() => forgetDraft(key), [key])
  return { draft, write, restored, discard, finish, /** False when this browser keeps nothing. */ kept }
}
