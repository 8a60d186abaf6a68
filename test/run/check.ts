import { type Outcome, checks, house, runCheck } from './checks.ts'
import { line, outcomeLine } from './say.ts'

/* `npm run check`: every law of the house that needs no database. All of them run, also after one has failed. */

const failed: Outcome[] = []
for (const check of [...checks, house]) {
  const outcome = await runCheck(check)
  line(outcomeLine(outcome))
  if (!outcome.passed) failed.push(outcome)
}
for (const { name, said } of failed) line(`\n── ${name} ──\n${said.trim()}`)
line(`\n${checks.length + 1 - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
