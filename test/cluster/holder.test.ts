import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { holderOf, holds } from './holder.ts'

test('a cluster is held by its process, whatever that runs, and by no later one of the same number', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  await once(child, 'spawn')
  const holder = holderOf(child.pid ?? 0)
  assert.ok(holds(holder))
  assert.ok(holds(holderOf(process.pid)))
  if (holder.includes(' ')) assert.ok(!holds(`${process.pid} ${holder.split(' ')[1]}`))
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.ok(!holds(holder))
  assert.ok(!holds(''))
})
