import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { acceptRate } from './accept.ts'
import { atSize } from './size.ts'
import { deriveRate } from './derive.ts'
import { importRate } from './import.ts'
import { memory } from './memory.ts'
import { readsAt } from './reads.ts'

/* `npm run bench` prints what the budgets of the architecture ask for and writes it to dist/bench.json. `npm run bench -- accept derive` measures only these. */

const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  accept: acceptRate,
  derive: deriveRate,
  import: importRate,
  memory,
  size: () => atSize(100_000, 10),
  reads: () => readsAt(100_000, 10),
}

const wanted = process.argv.slice(2).filter((a) => !a.startsWith('-'))
const unknown = wanted.filter((w) => !(w in parts))
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}; there is: ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}

const commit = await new Promise<string>((resolve) => {
  const git = spawn('git', ['rev-parse', '--short', 'HEAD'])
  git.stdout.on('data', (d: Buffer) => resolve(d.toString().trim()))
  git.on('error', () => resolve(''))
})
const results: Record<string, unknown> = {
  at: new Date().toISOString(),
  commit,
  node: process.version,
  cores: cpus().length,
  memory: totalmem(),
}
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n${name}\n`)
  results[name] = await measure()
}
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true })
writeFileSync(new URL('../dist/bench.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
process.stdout.write('\nwritten to dist/bench.json\n')
process.exit(0)
