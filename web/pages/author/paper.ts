import { type Dispatch, type SetStateAction, useCallback, useState } from 'react'
import type { DraftId } from '#kit/id.ts'
import type { Texts } from './texts.ts'

/**
 * What is being written, kept on this device at every keystroke until it is published. `base`: the version it was begun from.
 * `undo`: each file's history as the editor keeps it, so that a reload takes nothing away.
 */
export type Paper = Texts & {
  readonly base: (Texts & { readonly version: number }) | null
  readonly undo: Readonly<Record<string, unknown>>
  /** ISO instant of the last keystroke; null: untouched. */
  readonly at: string | null
  /** The house's draft it belongs to: its version that was seen, and the keystroke up to which the house has it. */
  readonly draft: { readonly id: DraftId; readonly seen: number; readonly at: string | null } | null
}

/** Something was written that the house does not have. */
export const unsaved = ({ at, draft }: Paper): boolean => at !== null && at !== (draft?.at ?? null)

const prefix = 'zoufang.scheme.'
/** Characters a browser surely keeps; a longer one is kept without what can be undone. */
const most = 1_500_000

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  typeof value.source === 'string' &&
  'files' in value &&
  typeof value.files === 'object'

const load = (key: string): Paper | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return isTexts(kept) ? { base: null, undo: {}, at: null, draft: null, ...kept } : null
  } catch {
    return null // storage is closed or holds something else: begin afresh
  }
}

const keep = (key: string, paper: Paper): boolean => {
  const whole = JSON.stringify(paper)
  try {
    localStorage.setItem(prefix + key, whole.length <= most ? whole : JSON.stringify({ ...paper, undo: {} }))
    return true
  } catch {
    return false
  }
}

export const sheet = ({ source, files }: Texts, base: Paper['base'] = null): Paper => ({
  source,
  files,
  base,
  undo: {},
  at: null,
  draft: null,
})

type Set = Dispatch<SetStateAction<Paper | null>>

/** What changes the paper: every change is kept on this device at once. */
const useChanges = (key: string, setPaper: Set) => {
  const [kept, setKept] = useState(true)
  const change = useCallback(
    (to: (old: Paper) => Paper) =>
      setPaper((old) => {
        if (old === null) return old
        const next = to(old)
        setKept(keep(key, next))
        return next
      }),
    [key, setPaper],
  )
  const put = useCallback((to: (old: Paper) => Paper) => change((old) => ({ ...to(old), at: new Date().toISOString() })), [change])
  const note = useCallback((draft: Paper['draft']) => change((old) => ({ ...old, draft })), [change])
  return { kept, put, note }
}

const drop = (key: string): void => {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // closed storage holds no paper
  }
}

/** The paper under a key (account and campaign, draft, or a new one): where nothing was begun, or what was is not `wanted`, the fresh one. */
export const usePaper = (key: string, fresh: Paper | null, wanted: (kept: Paper) => boolean = () => true) => {
  const [paper, setPaper] = useState<Paper | null>(() => {
    const before = load(key)
    return before !== null && wanted(before) ? before : fresh
  })
  const [restored, setRestored] = useState(paper?.at ?? null)
  const [round, setRound] = useState(0)
  const { kept, put, note } = useChanges(key, setPaper)
  const begin = useCallback((first: Paper) => (setPaper(first), setRestored(null)), [])
  const replace = useCallback((next: Paper | null) => (setPaper(next), setRestored(null), setRound((n) => n + 1)), [])
  /** Another text in its place, as the house has it. */
  const take = useCallback((next: Paper) => (keep(key, next), replace(next)), [key, replace])
  const forget = useCallback(() => (drop(key), replace(fresh)), [key, fresh, replace])
  return {
    paper,
    put,
    note,
    take,
    begin,
    forget,
    restored,
    /** Another one for each text that did not come from the editor. */ round,
    /** False when this browser keeps nothing. */ kept,
  }
}
