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

/** A plain text area with line numbers; lines with mistakes are marked. Tab leaves it, as the keyboard expects. */
export const Editor = ({ ref, source, onChange, mistakes, label }: Props) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => source.split('\n').length, [source])
  const wrong = useMemo(() => new Set(mistakes.map((m) => m.line)), [mistakes])
  useImperativeHandle(
    ref,
    () => ({
      go: (line, column) => {
        const at = area.current
        if (at === null) return
        const start =
          source
            .split('\n')
            .slice(0, line - 1)
            .reduce((n, text) => n + text.length + 1, 0) +
          column -
          1
        at.focus()
        at.setSelectionRange(start, start)
        at.scrollTop = Math.max(0, (line - 8) * rowHeight)
      },
    }),
    [source],
  )
  const follow = () => {
    if (gutter.current !== null && area.current !== null) gutter.current.scrollTop = area.current.scrollTop
  }
  return (
    <div className={look.editor}>
      <div ref={gutter} className={look.gutter} aria-hidden>
        {Array.from({ length: lines }, (_, i) => (
          <div key={i} className={wrong.has(i + 1) ? look.wrongLine : ''}>
            {i + 1}
          </div>
        ))}
      </div>
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
