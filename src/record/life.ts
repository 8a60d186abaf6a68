import type { Act, Sort, State } from './shape.ts'

/*
 * A record's life as a table: which acts are open in which state, and where they lead. `null` is a record that is not
 * there yet. A review means: what is submitted or corrected by somebody who may not review waits for the liaison.
 */

export type Circumstance = {
  readonly sort: Sort
  /** The scheme asks for the liaison's review of this kind. */
  readonly review: boolean
  /** The actor may review it, so that their own word needs no second look. */
  readonly reviewer: boolean
  readonly closed: boolean
}

const waits = (c: Circumstance): State => (c.review && !c.reviewer ? 'submitted' : 'accepted')
const stays = (state: State) => () => state
const matterOnly =
  (wanted: 'open' | 'closed', state: State) =>
  (c: Circumstance): State | null =>
    c.sort === 'matter' && c.closed === (wanted === 'closed') ? state : null

const table: Readonly<Record<State | 'none', Partial<Record<Act, (c: Circumstance) => State | null>>>> = {
  none: { submit: (c) => (c.review ? 'submitted' : 'accepted') },
  submitted: {
    correct: stays('submitted'),
    accept: stays('accepted'),
    return: stays('returned'),
    withdraw: stays('withdrawn'),
    close: matterOnly('open', 'submitted'),
    reopen: matterOnly('closed', 'submitted'),
  },
  accepted: {
    correct: waits,
    return: stays('returned'),
    withdraw: stays('withdrawn'),
    close: matterOnly('open', 'accepted'),
    reopen: matterOnly('closed', 'accepted'),
  },
  returned: { correct: stays('submitted'), withdraw: stays('withdrawn') },
  withdrawn: {},
}

/** The state after the act, or null when the act is not open. */
export const next = (state: State | null, act: Act, c: Circumstance): State | null => {
  const after = table[state ?? 'none'][act]?.(c) ?? null
  // What was returned and corrected needs another look only where the scheme asks for looks at all.
  return after === 'submitted' && !c.review ? 'accepted' : after
}

/** The acts open in this state, in the order they are offered. */
export const open = (state: State, c: Circumstance): readonly Act[] =>
  (['accept', 'return', 'correct', 'close', 'reopen', 'withdraw'] as const).filter((act) => next(state, act, c) !== null)
