import type { Command } from './command.ts'

/** Every command there is. Routes, OpenAPI, CLI verbs, audit lines and the access matrix are made from this list. */
export const commands: readonly Command[] = []
