import { handOver } from './hand-over.js'
import { buildWeb, dataFolder, install } from './setup.js'

const say = (line) => process.stdout.write(`${line}\n`)
install(say)
buildWeb(say)
handOver('src/cli/start.ts', process.argv.slice(2), { ZOUFANG_DATA: dataFolder() })
