import { existsSync, readFileSync } from 'node:fs'

/* A cluster's folder says which process it belongs to, so that others know when it was left behind. */

/** Names the process by its number and, where the system tells, the moment it began: numbers come again. */
export const holderOf = (pid: number): string => `${pid} ${startOf(pid) ?? ''}`.trim()

export const holds = (holder: string): boolean => {
  const [pid = '', start] = holder.split(' ')
  if (!/^[1-9]\d*$/.test(pid)) return false
  if (start !== undefined) return startOf(Number(pid)) === start
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}

/** Ticks from the system's start to the process's; undefined when there is no such process, or the system does not tell. */
const startOf = (pid: number): string | undefined => {
  const file = `/proc/${pid}/stat`
  // The name of the program, in brackets, may hold anything; the 20th field after it is the start.
  return existsSync(file) ? readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ')[19] : undefined
}
