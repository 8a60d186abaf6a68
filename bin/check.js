import { handOver } from './hand-over.js'
import { install } from './setup.js'

install((line) => process.stdout.write(`${line}\n`))
handOver('test/run/check.ts', process.argv.slice(2), {})
