import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftView } from '#command/draft/views.ts'
import type { DraftId } from '#kit/id.ts'
import { Refusal, get, newId, post } from '#web/api/client.ts'
import { queries } from '#web/api/hooks.ts'
import type { DeskProps } from './desk.tsx'
import { type Paper, unsaved } from './paper.ts'

/** `conflict`: somebody else saved meanwhile; `mine`: there is something of one's own that the house does not have. */
export type State =
  | { readonly is: 'quiet' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'away' }
  | { readonly is: 'refused'; readonly says: string }
  | { readonly is: 'conflict'; readonly theirs: DraftView; readonly mine: boolean }

export type Saving = {
  readonly state: State
  /** Says how the conflict is settled: saved on top of theirs, or as another draft. */
  readonly settle: (how: 'over' | 'apart', name: string) => void
  /** Theirs was taken. */
  readonly settled: () => void
}

const pause = 2500
const again = 10_000

/** What a draft is called until somebody says otherwise: the scheme's own title, else its key. */
export const nameIn = (source: string): string =>
  (
    /^title:\s*\{[^}\n]*?zh:\s*["']?([^,}"'\n]+)/m.exec(source)?.[1] ??
    /^title:\s*["']?([^{"'\n#]+)/m.exec(source)?.[1] ??
    /^scheme:\s*["']?([\w-]+)/m.exec(source)?.[1] ??
    '…'
  )
    .trim()
    .slice(0, 120)

const send = (paper: Paper, draft: { readonly id: DraftId; readonly seen: number }, over: DeskProps['over'], name = nameIn(paper.source)) =>
  post('draft.save', {
    ...draft,
    name: name === '' ? '…' : name,
    source: paper.source,
    files: paper.files,
    campaign: over?.view.id,
    base: paper.base?.version,
  })

type Desk = Pick<DeskProps, 'paper' | 'note' | 'over'>
type Sent = { readonly id: DraftId; readonly seen: number; readonly source: string }
const isSame = (sent: Sent | null, { id, version, source }: DraftView): boolean =>
  sent !== null && sent.id === id && sent.seen + 1 === version && sent.source === source

type How = { readonly id: DraftId; readonly seen: number; readonly name?: string }

/** What became of a saving that was refused. @throws what is no answer of the house */
const refused = async (fault: unknown, id: DraftId): Promise<State> => {
  if (!(fault instanceof Refusal)) throw fault
  if (fault.code === '409.29') return { is: 'conflict', theirs: await get('draft.show', { draft: id }), mine: true }
  return fault.code === '0.1' || fault.status === 503 ? { is: 'away' } : { is: 'refused', says: fault.says }
}

/** One saving at a time: of what is there and unsaved, or as a conflict is settled. */
const useSave = ({ paper, note, over }: Desk, tell: (state: State) => void) => {
  const latest = useRef(paper)
  const busy = useRef(false)
  // Sent, and no answer came: it may be stored all the same, and is then no conflict with oneself.
  const lost = useRef<Sent | null>(null)
  useEffect(() => {
    latest.current = paper
  }, [paper])
  return useCallback(
    async (how?: How): Promise<void> => {
      const now = latest.current
      if (busy.current || (how === undefined && !unsaved(now))) return
      busy.current = true
      // The id is kept before it is sent: when the answer is lost, the same draft is saved once more.
      const { id, seen } = how ?? now.draft ?? { id: newId<'draft'>() as DraftId, seen: 0 }
      if (now.draft?.id !== id) note({ id, seen, at: null })
      try {
        const saved = await send(now, { id, seen }, over, how?.name)
        note({ id, seen: saved.version, at: now.at })
        tell({ is: 'saved', at: saved.at })
        if (saved.version === 1) void queries.invalidateQueries({ queryKey: ['draft.list'] })
      } catch (fault) {
        const state = await refused(fault, id).catch((): State => ({ is: 'away' }))
        const own = state.is === 'conflict' && isSame(lost.current, state.theirs)
        lost.current = state.is === 'away' ? { id, seen, source: now.source } : null
        if (own) note({ id, seen: state.theirs.version, at: null })
        tell(own ? { is: 'quiet' } : state)
      } finally {
        busy.current = false
      }
    },
    [note, over, tell],
  )
}

/** Saves what is written a little after each pause, says how that went, and never overwrites what another saved. */
export const useSaving = (desk: Desk): Saving => {
  const { paper } = desk
  const [state, setState] = useState<State>({ is: 'quiet' })
  const save = useSave(desk, setState)
  useRhythm(paper, state, save)
  useNewer(paper, state, setState)
  const settle: Saving['settle'] = (how, name) => {
    if (state.is !== 'conflict') return
    void save(how === 'over' ? { id: state.theirs.id, seen: state.theirs.version } : { id: newId<'draft'>() as DraftId, seen: 0, name })
  }
  return { state, settle, settled: () => setState({ is: 'quiet' }) }
}

/** After a pause; while the house is away now and then, and as soon as the line is back. A conflict waits for its settlement. */
const useRhythm = (paper: Paper, state: State, save: () => Promise<void>): void => {
  const waits = state.is !== 'conflict' && unsaved(paper)
  useEffect(() => {
    if (!waits) return undefined
    const timer = setTimeout(() => void save(), pause)
    return () => clearTimeout(timer)
  }, [waits, paper.at, paper.draft, save])
  useEffect(() => {
    if (state.is !== 'away') return undefined
    const go = () => void save()
    const timer = setInterval(go, again)
    window.addEventListener('online', go)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', go)
    }
  }, [state.is, save])
}

/** Whether another device or person has saved a newer one since this was left. */
const useNewer = (paper: Paper, state: State, tell: (state: State) => void): void => {
  const first = useRef(paper.draft)
  const asked = useRef(false)
  useEffect(() => {
    const draft = first.current
    if (draft === null || draft.seen === 0 || asked.current || state.is !== 'quiet') return
    asked.current = true
    get('draft.show', { draft: draft.id })
      .then((theirs) => theirs.version > draft.seen && tell({ is: 'conflict', theirs, mine: unsaved(paper) }))
      .catch(() => undefined)
  }, [paper, state.is, tell])
}
