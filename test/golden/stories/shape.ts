import type { Demo } from '../demo.ts'

/** What is told of a demo once it is loaded and its bulletins were compared: by sentence. */
export type Stories = Readonly<Record<string, (demo: Demo) => Promise<void>>>
