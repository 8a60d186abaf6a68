import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { type Socket, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Installed } from './installed.ts'

export type Question = { readonly want: Installed } | { readonly bye: true }
export type Answer = { readonly url: string } | { readonly error: string }

/**
 * Where the keeper of this checkout listens. On Linux the name lives in the kernel and dies with the process that holds it,
 * so there is never a stale one; elsewhere it is a file.
 */
export const keeperAddress = (): string => {
  const key = createHash('sha256')
    .update(`${import.meta.url} ${process.getuid?.()}`)
    .digest('hex')
    .slice(0, 12)
  return process.platform === 'linux' ? `\0zoufang-test-${key}` : `${tmpdir()}/zoufang-test-${key}.sock`
}

/** A superuser's url of the running cluster; starts it when nobody has yet. */
export const clusterUrl = async (cluster: Installed): Promise<string> => {
  const asked = known.get(cluster.home) ?? ask({ want: cluster })
  known.set(cluster.home, asked)
  const answer = await asked
  if ('url' in answer) return answer.url
  throw new Error(answer.error)
}

/** Ends the clusters at once when no other process uses them; without this they end by themselves a little later. */
export const releaseClusters = async (): Promise<void> => {
  for (const socket of held.splice(0)) socket.destroy()
  known.clear()
  const socket = await dial()
  if (socket !== undefined) await converse(socket, { bye: true })
}

const known = new Map<string, Promise<Answer>>()
const held: Socket[] = []

// The open connection is what tells the keeper that we are alive; it must not keep us alive.
const ask = async (question: Question): Promise<Answer> => {
  const socket = await open()
  const answer = await converse(socket, question)
  socket.unref()
  held.push(socket)
  return answer
}

const converse = (socket: Socket, question: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const lines = createInterface({ input: socket })
    lines.once('line', (text) => resolve(JSON.parse(text) as Answer))
    socket.once('close', () =>
      reject(new Error('the keeper of the test clusters is gone; try: node_modules/.bin/node test/cluster/keeper.ts')),
    )
    socket.write(`${JSON.stringify(question)}\n`)
  })

const open = async (): Promise<Socket> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const socket = await dial()
    if (socket !== undefined) return socket
    if (attempt % 40 === 0) startKeeper()
    await sleep(50)
  }
  throw new Error('the keeper of the test clusters did not start; try: node_modules/.bin/node test/cluster/keeper.ts')
}

const dial = (): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = connect(keeperAddress())
    socket.once('connect', () => resolve(socket))
    socket.on('error', () => resolve(undefined))
  })

const startKeeper = (): void =>
  spawn(process.execPath, [fileURLToPath(new URL('./keeper.ts', import.meta.url))], { detached: true, stdio: 'ignore', cwd: '/' }).unref()
