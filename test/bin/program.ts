/* What is handed over to: it says who it is, and ends in order when told to. */

const waiting = setInterval(() => undefined, 60_000)
process.once('SIGTERM', () => {
  clearInterval(waiting)
  process.stdout.write('"ended in order"\n')
  process.exitCode = 7
})
process.stdout.write(
  `${JSON.stringify({ pid: process.pid, node: Number.parseInt(process.versions.node, 10), args: process.argv.slice(2), given: process.env['GIVEN'] })}\n`,
)
