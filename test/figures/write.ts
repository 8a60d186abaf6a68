import { writeFileSync } from 'node:fs'
import { page } from './table.ts'

/* Writes docs/figures.md; what the demos give is written beforehand by ZOUFANG_GOLDEN=write on test/golden. */
writeFileSync(new URL('../../docs/figures.md', import.meta.url), page())
