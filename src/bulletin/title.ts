import type { Checked } from './checked.ts'

/** The words of the first title line; undefined when there is none, or a figure stands in it. */
export const titleOf = ({ blocks }: Checked): string | undefined => {
  const first = blocks.find((b) => b.is === 'title')
  if (first?.is !== 'title' || !first.runs.every((r) => r.is === 'words')) return undefined
  const text = first.runs
    .map((r) => (r.is === 'words' ? r.text : ''))
    .join('')
    .replaceAll('\n', '')
    .trim()
  return text === '' ? undefined : text.slice(0, 200)
}
