import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import { serves } from './life.ts'
import type { Place } from './place.ts'
import { answers, clearStale, halt, running } from './postmaster.ts'
import { failure, lastWords, launch } from './program.ts'

/** What is told while the database runs: it went away, why it does not come back, it is back. */
export type Tell = (line: Text) => void
export type Watch = { stop(): Promise<void>; letGo(): void }

/** True when it ran already. One that is just shutting down is waited for. */
export const adoptOrStart = async (place: Place, home: string, url: string): Promise<boolean> => {
  const orphan = running(place)
  if (orphan !== undefined && (await answers(url, () => serves(orphan, place.cluster)))) return true
  await start(place, home, url)
  return false
}

/** Starts the database again whenever it ends without being told to. The event loop is not kept alive by it. */
export const supervise = (place: Place, home: string, url: string, tell: Tell): Watch => {
  const ending = new AbortController()
  // The process ends without having stopped its database: at least it is told to stop.
  const onExit = () => void signal(running(place))
  process.once('exit', onExit)
  const watching = watch(place, home, url, tell, ending.signal)
  const letGo = () => {
    ending.abort()
    process.off('exit', onExit)
  }
  const stop = async () => {
    ending.abort()
    await watching
    const pid = running(place)
    if (pid !== undefined) await halt(place, pid)
    process.off('exit', onExit)
  }
  return { stop, letGo }
}

const watch = async (place: Place, home: string, url: string, tell: Tell, ending: AbortSignal): Promise<void> => {
  while (!ending.aborted) {
    await pause(250, ending)
    if (ending.aborted || running(place) !== undefined) continue
    tell({ zh: '数据库意外停止，正在重新启动', en: 'The database ended unexpectedly; it is being started again' })
    if (await revive(place, home, url, tell, ending)) tell({ zh: '数据库已恢复', en: 'The database is back' })
  }
}

/** Tries until it runs, at most five seconds apart: a full disk may be cleared, memory may come free. */
const revive = async (place: Place, home: string, url: string, tell: Tell, ending: AbortSignal): Promise<boolean> => {
  let told = ''
  for (let wait = 100; !ending.aborted; wait = Math.min(wait * 2, 5_000)) {
    try {
      await start(place, home, url)
      return true
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      if (error.message !== told) tell({ zh: error.says('zh'), en: error.says('en') })
      told = error.message
    }
    await pause(wait, ending)
  }
  return false
}

const start = async (place: Place, home: string, url: string): Promise<void> => {
  clearStale(place)
  const child = launch(place, home)
  if (!(await answers(url, child.alive))) throw child.error() ?? failure(place, lastWords(place))
}

const signal = (pid: number | undefined): boolean => pid !== undefined && process.kill(pid, 'SIGINT')

const pause = (milliseconds: number, ending: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { ref: false, signal: ending }).catch((error: unknown) => {
    if (!ending.aborted) throw error
  })
