import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageSchema } from '#scheme/schema.ts'

// node_modules/.bin/node schema/write.ts && npx biome format --write schema – a test holds the file to the language.
writeFileSync(join(import.meta.dirname, 'scheme-1.json'), `${JSON.stringify(languageSchema(), null, 2)}\n`)
