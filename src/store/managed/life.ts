import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/*
 * Whether a process lives, and whether it is still the one that was meant: its number may have been given to another since.
 */

/** Where process numbers mean the same: this machine, or this container on it. */
export const seat = (): string => `${hostname()} ${link('/proc/self/ns/pid') ?? ''}`.trim()

/** When the process began, as text that only the same process repeats; undefined when it is dead, or dead but not yet buried. */
export const born = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return ps(pid, 'lstart')
  const stat = text(`/proc/${pid}/stat`)
  // The name in brackets may itself hold spaces and brackets; the fields begin behind the last one.
  const [state, ...rest] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  if (state === undefined || state === 'Z' || state === 'X') return undefined
  return `${rest[18]} ${text('/proc/sys/kernel/random/boot_id')?.trim()}`
}

/** Whether the process is a PostgreSQL at work in this data folder. */
export const serves = (pid: number, folder: string): boolean => {
  if (process.platform !== 'linux') return ps(pid, 'command')?.includes(folder) ?? false
  return born(pid) !== undefined && link(`/proc/${pid}/cwd`) === folder
}

const ps = (pid: number, column: string): string | undefined => {
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      undefined
    )
  } catch {
    return undefined
  }
}

const text = (file: string): string | undefined => quietly(() => readFileSync(file, 'utf8'))
const link = (file: string): string | undefined => quietly(() => readlinkSync(file))

// What cannot be read here is a process that is gone or another user's: neither is ours.
const quietly = <T>(look: () => T): T | undefined => {
  try {
    return look()
  } catch {
    return undefined
  }
}
