import { type ReactNode, useCallback, useState } from 'react'
import type { Misfit } from '#kit/fault.ts'
import { say } from '#kit/text.ts'
import type { Content } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { usePreferences } from '#web/say/preferences.ts'
import type { Known } from './known.ts'

export type Write = (
  change: (old: { readonly content: Content; readonly known: Known }) => { readonly content?: Content; readonly known?: Known },
) => void

export type FormProps = {
  readonly form: CompiledForm
  readonly content: Content
  readonly known: Known
  readonly write: Write
  /** Keys of the fields that show under the present answers. */
  readonly visible: ReadonlySet<string>
  /** All that does not fit now; shown where one has been, or everywhere once sending was tried. */
  readonly misfits: readonly Misfit[]
  readonly showAll: boolean
  readonly onBusy: (busy: boolean) => void
  /** What is to be known once whom and when are chosen, right below them. */
  readonly told?: ReactNode
}

/** The first misfit at a path or below it (participants[2] belongs to participants). */
const at = (misfits: readonly Misfit[], path: string): Misfit | undefined =>
  misfits.find((m) => m.path === path || m.path.startsWith(`${path}.`) || m.path.startsWith(`${path}[`))

/** What the parts of the form share: the content, how to change it, and the complaint at a path. */
export const useParts = ({ content, known, write, misfits, showAll, form }: FormProps) => {
  const { language } = usePreferences()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const put = useCallback(
    (path: string, change: (old: Content) => Content) => {
      setTouched((old) => (old.has(path) ? old : new Set([...old, path])))
      write((old) => ({ content: change(old.content) }))
    },
    [write],
  )
  const wrong = (path: string): string | undefined => {
    const misfit = showAll || touched.has(path) ? at(misfits, path) : undefined
    return misfit === undefined ? undefined : say(misfit.says, language)
  }
  return { content, known, write, put, wrong, form, language }
}
export type Parts = ReturnType<typeof useParts>
