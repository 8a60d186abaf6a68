import { useEffect, useMemo, useState } from 'react'
import type { FileMistake } from '#bulletin/sound.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Warning } from '#scheme/lint/warning.ts'
import { readScheme } from '#scheme/read.ts'
import type { CampaignView } from '#command/views.ts'
import type { Opened } from '#web/form/scheme.ts'
import { type Reader, openReader } from './asked.ts'
import type { Texts } from './texts.ts'

/** What the reader last said, and of which text. */
export type Read = { readonly texts: Texts; readonly mistakes: readonly FileMistake[]; readonly warnings: readonly Warning[] }

/** Milliseconds of rest after which what was typed is read. */
const rest = 250

const same = (a: Texts, b: Texts): boolean => a.source === b.source && a.files === b.files

/** The page's reader, and what it said of the text as it stands: null while it reads. */
export const useReading = (texts: Texts): { readonly reader: Reader; readonly read: Read | null; readonly fresh: boolean } => {
  const [reader] = useState(openReader)
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => () => reader.end(), [reader])
  const { source, files } = texts
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(() => {
      void reader.ask({ what: 'check', source, files }).then((answer) => {
        if (wanted && 'mistakes' in answer) setRead({ texts: { source, files }, mistakes: answer.mistakes, warnings: answer.warnings })
      })
    }, rest)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [reader, source, files])
  return { reader, read, fresh: read !== null && same(read.texts, texts) }
}

export type Good = { readonly opened: Opened; readonly compiled: Compiled; readonly texts: Texts }

/** The last text that had no mistakes, ready to be looked at as if it were in force. */
export const useGood = (read: Read | null): Good | null => {
  const [last, setLast] = useState<Good | null>(null)
  const now = useMemo(() => goodOf(read), [read])
  if (now !== null && now !== last) setLast(now)
  return now ?? last
}

const goodOf = (read: Read | null): Good | null => {
  if (read === null || read.mistakes.length > 0) return null
  const { texts } = read
  const result = readScheme(texts.source, texts.files)
  return result.ok
    ? { texts, compiled: result.compiled, opened: { view: viewOf(texts, result.compiled), compiled: result.compiled } }
    : null
}

/** A campaign that is not there yet. */
const viewOf = ({ source, files }: Texts, { scheme }: Compiled): CampaignView => ({
  id: '' as CampaignView['id'],
  key: scheme.scheme,
  title: scheme.title,
  window: scheme.window,
  version: 0,
  loadedAt: '',
  records: 0,
  source,
  files,
  versions: [],
  circles: [],
  announcements: [],
})
