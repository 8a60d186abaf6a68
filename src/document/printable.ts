import type { BulletinView } from '#command/views.ts'

/** What is needed of a bulletin to print it. */
export type Printable = Pick<BulletinView, 'id' | 'title' | 'document' | 'derivations' | 'moment' | 'seal'>

/** Half-width characters: a Chinese character counts two. */
export const widthOf = (text: string): number => [...text].reduce((n, c) => n + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
