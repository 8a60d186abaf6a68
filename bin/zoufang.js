#!/usr/bin/env node
import { handOver } from './hand-over.js'
import { dataFolder, install } from './setup.js'

// What a command prints is its answer and may be read by a program: everything else goes to the other stream.
install((line) => process.stderr.write(`${line}\n`))
handOver('src/cli/main.ts', process.argv.slice(2), { ZOUFANG_DATA: dataFolder() })
