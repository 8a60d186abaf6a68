import type { RegisterSearch } from './routes.ts'

/** What each part of the register is given: what it is narrowed to, and the way to change that. */
export type PanelProps = { readonly search: RegisterSearch; readonly put: (change: RegisterSearch) => void }

/** '' narrows nothing. */
export const asked = (text: string): string | undefined => (text === '' ? undefined : text)
