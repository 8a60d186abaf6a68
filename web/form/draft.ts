import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecordId } from '#kit/id.ts'
import type { Content } from '#record/shape.ts'
import { newId } from '#web/api/client.ts'
import type { Known } from './known.ts'

/** What is being written, kept on this device until the house has it. The id is made once: sending again stores nothing twice. */
export type Draft = {
  readonly id: RecordId
  readonly content: Content
  readonly known: Known /** ISO instant of the last keystroke; null: untouched. */
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

export const forgetDraft = (key: string): void => {
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
  const sent = useRef(false)
  useEffect(() => {
    if (draft.at === null || sent.current) return
    const wait = setTimeout(() => setKept(keep(key, draft)), 150)
    return () => {
      clearTimeout(wait)
      if (!sent.current) keep(key, draft)
    }
  }, [key, draft])
  const write = useCallback(
    (change: (draft: Draft) => Partial<Draft>) => setDraft((old) => ({ ...old, ...change(old), at: new Date().toISOString() })),
    [],
  )
  const discard = useCallback(() => {
    forgetDraft(key)
    setDraft(start())
    setRestored(null)
  }, [key, start])
  const finish = useCallback(() => {
    sent.current = true
    forgetDraft(key)
  }, [key])
  return { draft, write, restored, discard, finish, /** False when this browser keeps nothing. */ kept }
}
