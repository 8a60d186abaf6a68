import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Fault } from '#kit/fault.ts'

/** The unprivileged user PostgreSQL runs as when we are root (it refuses to be root itself); undefined: it runs as ourselves. */
export type Servant = { readonly uid: number; readonly gid: number; readonly name: string }

export const servant = (): Servant | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const found = ['postgres', 'nobody'].map(account).find((a) => a !== undefined)
  if (found === undefined) throw new Fault('501.2')
  return found
}

const account = (name: string): Servant | undefined => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) }
}

/** What a child process needs to be told to run as that user. */
export const asUser = (who: Servant | undefined): { uid?: number; gid?: number } =>
  who === undefined ? {} : { uid: who.uid, gid: who.gid }

/** Whether that user can reach a folder through all that lie above it; asked of the system, which knows about access lists too. */
export const reaches = (who: Servant | undefined, folder: string): boolean =>
  who === undefined || spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asUser(who), cwd: '/', stdio: 'ignore' }).status === 0

/** The environment PostgreSQL starts in: nothing of ours but the path, messages in English so that logs read alike everywhere. */
export const bareEnvironment = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_MESSAGES: 'C' })

/** Where root puts what that user must reach and cannot where it lies. */
export const commonGround = '/var/lib/zoufang'
