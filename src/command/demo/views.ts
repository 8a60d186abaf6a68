import type { Text } from '#kit/text.ts'

/** What goes when a demo is taken out. */
export type DemoRemains = {
  readonly campaigns: readonly { readonly key: string; readonly title: Text }[]
  readonly records: number
  readonly bulletins: number
  readonly notices: number
  /** What it alone invented: units, places, people … that another demo needs, or anything else refers to, stay. */
  readonly register: Readonly<Record<'org' | 'place' | 'person' | 'subject' | 'team' | 'link' | 'account', number>>
  /** False: it was loaded by a version that did not note what it invents; the register stays as it is. */
  readonly known: boolean
}
