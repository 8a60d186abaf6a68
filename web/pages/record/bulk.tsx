import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { RecordRow } from '#command/views.ts'
import type { RecordId } from '#kit/id.ts'
import { Refusal, post } from '#web/api/client.ts'
import { queries } from '#web/api/hooks.ts'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

type Props = {
  readonly rows: readonly RecordRow[]
  readonly chosen: ReadonlySet<RecordId>
  readonly choose: (ids: ReadonlySet<RecordId>) => void
  readonly more: (() => void) | undefined
}

/** Accepts one after the other, each at the version that was seen; what was changed meanwhile stays in the queue. */
const acceptAll = async (rows: readonly RecordRow[]): Promise<{ readonly done: number; readonly refused: readonly Refusal[] }> => {
  const refused: Refusal[] = []
  for (const row of rows) {
    try {
      await post('record.accept', { record: row.id, seen: row.version })
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      refused.push(fault)
      if (fault.code === '0.1') break
    }
  }
  return { done: rows.length - refused.length, refused }
}

/** Sends the chosen ones and says what became of them. */
const useAcceptAll = (choose: Props['choose']) => {
  const w = useWords(recordWords)
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const go = async (rows: readonly RecordRow[]) => {
    setBusy(true)
    const { done, refused } = await acceptAll(rows)
    setBusy(false)
    choose(new Set())
    void queries.invalidateQueries()
    const [first] = refused
    if (first === undefined) void message.success(w('acceptedSome', { n: done }))
    else void message.warning(w('acceptedSomeNot', { n: done, m: refused.length, why: first.says }), 6)
  }
  return { busy, go }
}

/** All at once, after asking once. */
export const Bulk = ({ rows, chosen, choose, more }: Props) => {
  const w = useWords(recordWords)
  const c = useWords(commonWords)
  const { modal } = App.useApp()
  const { busy, go } = useAcceptAll(choose)
  const picked = rows.filter((row) => chosen.has(row.id))
  const n = picked.length
  const all = n === rows.length && n > 0
  const ask = () => void modal.confirm({ title: w('acceptChosenSure', { n }), onOk: () => go(picked) })
  return (
    <div className={look.bulk}>
      <Checkbox checked={all} indeterminate={n > 0 && !all} onChange={() => choose(all ? new Set() : new Set(rows.map((row) => row.id)))}>
        {w('chooseAll')}
      </Checkbox>
      {more && (
        <Button size="small" type="link" onClick={more}>
          {c('loadMore')}
        </Button>
      )}
      <Button size="small" type="primary" style={{ marginLeft: 'auto' }} disabled={n === 0} loading={busy} onClick={ask}>
        {w('acceptChosen', { n })}
      </Button>
    </div>
  )
}
