// Writes docs/figures.md: every number of the sources, where it lives, and what the system gives for it.
import { handOver } from './hand-over.js'

handOver('test/figures/write.ts', process.argv.slice(2), {})
