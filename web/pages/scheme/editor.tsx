import { type Ref, useImperativeHandle, useMemo, useRef } from 'react'
import type { Mistake } from '#command/views.ts'
import look from './scheme.module.css'

/** Puts the cursor at a line and column (both from 1) and shows it. */
export type Editing = { readonly go: (line: number, column: number) => void }

type Props = {
  readonly ref: Ref<Editing>
  readonly source: string
  readonly onChange: (source: string) => void
  readonly mistakes: readonly Mistake[]
  readonly label: string
}

const rowHeight = 21

/** How many characters stand before a line and column. */
const offsetOf = (source: string, line: number, column: number): number => {
  const before = source.split('\n').slice(0, line - 1)
  return before.reduce((n, text) => n + text.length + 1, 0) + column - 1
}

const Gutter = ({
  ref,
  lines,
  wrong,
}: {
  readonly ref: Ref<HTMLDivElement>
  readonly lines: number
  readonly wrong: ReadonlySet<number>
}) => {
  const numbers = Array.from({ length: lines }, (_, i) => i + 1)
  return (
    <div ref={ref} className={look.gutter} aria-hidden>
      {numbers.map((n) => (
        <div key={n} className={wrong.has(n) ? look.wrongLine : ''}>
          {n}
        </div>
      ))}
    </div>
  )
}

/** A plain text area with line numbers; lines with mistakes are marked. Tab leaves it, as the keyboard expects. */
export const Editor = ({ ref, source, onChange, mistakes, label }: Props) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const wrong = useMemo(() => new Set(mistakes.map((m) => m.line)), [mistakes])
  const go = (line: number, column: number) => {
    const at = offsetOf(source, line, column)
    area.current?.focus()
    area.current?.setSelectionRange(at, at)
    area.current?.scrollTo({ top: Math.max(0, (line - 8) * rowHeight) })
  }
  useImperativeHandle(ref, () => ({ go }))
  const follow = () => gutter.current?.scrollTo({ top: area.current?.scrollTop ?? 0 })
  return (
    <div className={look.editor}>
      <Gutter ref={gutter} lines={source.split('\n').length} wrong={wrong} />
      <textarea
        ref={area}
        className={look.area}
        aria-label={label}
        value={source}
        spellCheck={false}
        wrap="off"
        onChange={(e) => onChange(e.target.value)}
        onScroll={follow}
      />
    </div>
  )
}
