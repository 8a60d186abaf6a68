import type { Compiled } from '#scheme/compiled.ts'
import type { Opened } from '#web/form/scheme.ts'

/** What each part of the scheme's page is given. */
export type PartProps = { readonly opened: Opened; readonly compiled: Compiled }

/** How the scheme is divided to be read. */
export const parts = ['overview', 'forms', 'indicators', 'duties', 'people', 'lint', 'source'] as const
export type Part = (typeof parts)[number]
