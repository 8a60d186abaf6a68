#!/usr/bin/env node
import { handOver } from './hand-over.js'
import { dataFolder, install } from './setup.js'

install((line) => process.stdout.write(`${line}\n`))
handOver('bench/main.ts', process.argv.slice(2), { ZOUFANG_DATA: dataFolder() })
