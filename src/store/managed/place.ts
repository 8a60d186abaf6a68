import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, readlinkSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import { type Servant, commonGround, reaches, servant } from './servant.ts'

/**
 * Where the parts of a managed database lie. `dir` is the data directory the user named; `cluster` is PostgreSQL's own folder, as a real
 * path; `socket` the folder of its socket; `key` the file with its password; `who` the user it runs as.
 */
export type Place = {
  readonly dir: string
  readonly cluster: string
  readonly socket: string
  readonly key: string
  readonly log: string
  readonly who: Servant | undefined
  readonly says: readonly Text[]
}

/** The data directory as a real path; made when it is missing. As root it lets the database's user pass; what lies in it guards itself. */
export const folderOf = (directory: string): string => {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  mkdirSync(resolve(directory), { recursive: true, mode })
  return realpathSync(directory)
}

/** Finds the parts in a folder that exists, and makes those that must be there. */
export const placeOf = (dir: string): Place => {
  const link = join(dir, 'database')
  const known = linked(link)
  const who = runsAs(known ?? link)
  const cluster = known ?? chooseGround(dir, link, who)
  if (!reaches(who, dirname(cluster))) throw new Fault('501.4', { dir: dirname(cluster), user: who?.name })
  const socket = socketFolder(dirname(cluster), who)
  const moved = dirname(cluster) === dir ? [] : [elsewhere(dir, cluster)]
  return { dir, cluster, socket, key: join(dir, 'database.key'), log: join(dir, 'database.log'), who, says: moved }
}

/** The url of the database for the role that owns it, or for the superuser that made it. */
export const urlOf = (place: Pick<Place, 'socket'>, password: string, role: 'zoufang' | 'postgres' = 'zoufang'): string =>
  `postgresql://${role}:${encodeURIComponent(password)}@/${role}?host=${encodeURIComponent(place.socket)}`

const linked = (link: string): string | undefined => {
  const stat = lstatSync(link, { throwIfNoEntry: false })
  if (stat === undefined) return undefined
  return stat.isSymbolicLink() ? resolve(dirname(link), readlinkSync(link)) : link
}

/** An existing database keeps its user: root may start what an ordinary user made, not the other way round. */
const runsAs = (cluster: string): Servant | undefined => {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  const me = process.getuid?.()
  if (owner === undefined || owner.uid === me) return servant()
  if (me === 0) return { uid: owner.uid, gid: owner.gid, name: `#${owner.uid}` }
  throw new Fault('501.3', { dir: cluster, owner: owner.uid })
}

const chooseGround = (dir: string, link: string, who: Servant | undefined): string => {
  if (reaches(who, dir)) return link
  const ground = join(commonGround, keyed(dir))
  mkdirSync(ground, { recursive: true, mode: 0o711 })
  symlinkSync(join(ground, 'database'), link)
  return join(ground, 'database')
}

const elsewhere = (dir: string, cluster: string): Text => ({
  zh: `数据库放在 ${cluster}：${dir} 所在目录不对其他用户开放，而数据库不能以 root 运行`,
  en: `The database is kept in ${cluster}: ${dir} is closed to other users, and a database cannot run as root`,
})

// The address of a socket holds 107 bytes on Linux, 103 on macOS; the longest name in the folder is that of the socket.
const addressLimit = 103

const socketFolder = (ground: string, who: Servant | undefined): string => {
  const near = join(ground, 'socket')
  const owner = who?.uid ?? process.getuid?.() ?? 0
  const folder = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= addressLimit ? near : `/tmp/zoufang-${owner}-${keyed(ground)}`
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (who !== undefined) chownSync(folder, who.uid, who.gid)
  }
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== owner) throw new Fault('501.5', { dir: folder })
  if ((stat.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return folder
}

const keyed = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16)
