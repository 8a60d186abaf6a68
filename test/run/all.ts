import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { relative, resolve } from 'node:path'
import { run } from 'node:test'
import { releaseClusters } from '../cluster/client.ts'
import { chromium } from '../chromium.ts'
import { clusters } from '../cluster.ts'
import { checks, root, runCheck } from './checks.ts'
import { line, outcomeLine } from './say.ts'
import { type Tally, newTally, take, troubles } from './tally.ts'

/* `npm test`: the checks, then every test file; what failed is told in full at the end, and the last line counts. */

const longestFile = 20 * 60_000

const tell = (): void => {
  line(
    `Node.js ${process.versions.node}, PostgreSQL ${clusters()
      .map((c) => c.major)
      .join(' and ')}, TZ ${process.env['TZ']}`,
  )
  if (chromium() === undefined) line('No Chromium: the browser journeys are skipped (install Debian’s chromium, or set ZOUFANG_CHROMIUM)')
}

const runChecks = async (tally: Tally): Promise<void> => {
  for (const check of checks) {
    const outcome = await runCheck(check)
    line(outcomeLine(outcome))
    if (outcome.passed) tally.passed++
    else tally.failures.push({ file: check.name, name: '', why: outcome.said.trim() })
  }
}

const runFiles = async (tally: Tally, files: string[]): Promise<void> => {
  const stream = run({ files, concurrency: Math.max(2, availableParallelism()), timeout: longestFile, cwd: root })
  for await (const event of stream) {
    const done = take(tally, event)
    if (done !== undefined) line(done)
  }
}

const files = (process.argv.length > 2 ? process.argv.slice(2) : globSync('test/**/*.test.ts', { cwd: root }))
  .map((file) => resolve(root, file))
  .sort()
const tally = newTally((file) => relative(root, file))
tell()
if (process.argv.length <= 2) await runChecks(tally)
await runFiles(tally, files)
await releaseClusters()
for (const trouble of troubles(tally)) line(trouble)
const skipped = tally.skipped === 0 ? '' : `, ${tally.skipped} skipped`
line(`${tally.passed} passed, ${tally.failures.length} failed${skipped}`)
process.exit(tally.failures.length === 0 && tally.passed > 0 ? 0 : 1)
