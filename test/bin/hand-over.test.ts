import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, describe, test } from 'node:test'

type Said = { readonly pid: number; readonly node: number; readonly args: string[]; readonly given: string }

const root = join(import.meta.dirname, '..', '..')
const script = `import('./bin/hand-over.js').then((m) => m.handOver('test/bin/program.ts', ['清河', '--json'], { GIVEN: 'yes' }))`

/** The Node.js that came with the machine, which is what npm starts our scripts with, and the one npm brought. */
const nodes = [
  process.env['PATH']
    ?.split(delimiter)
    .filter((f) => !f.includes('node_modules'))
    .map((f) => join(f, 'node'))
    .find(existsSync),
  process.execPath,
]

const start = (t: TestContext, node: string) => {
  const child = spawn(node, ['-e', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async <T>(): Promise<T> => JSON.parse(String((await lines.next()).value)) as T
  return { child, next, ended: new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code))) }
}

for (const node of new Set(nodes.filter((n) => n !== undefined))) {
  describe(`handed over by ${node}`, () => {
    test('the program gets its arguments and a Node.js that runs TypeScript, and its signal and its exit code go through', async (t) => {
      const { child, next, ended } = start(t, node)
      const said = await next<Said>()
      assert.deepEqual(
        { args: said.args, given: said.given, modern: said.node >= 24 },
        { args: ['清河', '--json'], given: 'yes', modern: true },
      )
      child.kill('SIGTERM')
      assert.equal(await next<string>(), 'ended in order')
      assert.equal(await ended, 7)
    })

    test('when what started it is killed, the program does not live on unseen', async (t) => {
      const { child, next } = start(t, node)
      const { pid } = await next<Said>()
      child.kill('SIGKILL')
      if (pid !== child.pid) assert.equal(await next<string>(), 'ended in order')
      else await assert.rejects(next<string>())
    })
  })
}
