import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Fault } from '#kit/fault.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { run } from './program.ts'
import { settings } from './settings.ts'

/** Makes the database when there is none, and refuses one of another major version. True when it was made. */
export const ensureCluster = async (place: Place, { home, major }: Binaries): Promise<boolean> => {
  const version = join(place.cluster, 'PG_VERSION')
  const isNew = !existsSync(version)
  if (isNew) await create(place, home)
  const found = readFileSync(version, 'utf8').trim()
  if (found !== String(major)) throw new Fault('501.9', { dir: place.cluster, found, ours: major })
  writeFileSync(join(place.cluster, 'zoufang.conf'), settings(place.socket))
  return isNew
}

export const password = (place: Pick<Place, 'key'>): string => readFileSync(place.key, 'utf8').trim()

/** Everything is made beside its place and moved there when it is whole: a start that was cut off leaves nothing half-made. */
const create = async (place: Place, home: string): Promise<void> => {
  if (existsSync(place.cluster)) throw new Fault('501.10', { dir: place.cluster })
  // A name of its own: the initdb of a start that was killed may still be writing into the last one.
  const draft = `${place.cluster}.new-${randomBytes(4).toString('hex')}`
  try {
    await fill(place, home, draft)
    renameSync(draft, place.cluster)
    syncFolder(dirname(place.cluster))
  } finally {
    sweepDrafts(place)
  }
}

const fill = async (place: Place, home: string, draft: string): Promise<void> => {
  const secret = newPassword(place)
  await initdb(place, home, draft, secret)
  appendFileSync(join(draft, 'postgresql.conf'), "\ninclude 'zoufang.conf'\n")
  writeFileSync(join(draft, 'zoufang.conf'), settings(place.socket))
  giveTo(place, join(draft, 'zoufang.conf'))
  // PostgreSQL's own single-user mode: no connection, no moment at which the database exists but its owner does not.
  await run(place, join(home, 'bin', 'postgres'), ['--single', '-c', 'logging_collector=off', '-D', draft, 'postgres'], owner(secret))
}

const sweepDrafts = ({ cluster }: Place): void => {
  const drafts = readdirSync(dirname(cluster)).filter((name) => name.startsWith(`${basename(cluster)}.new-`))
  for (const name of drafts) rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5 })
}

const owner = (secret: string): string => `create role zoufang login password '${secret}'\ncreate database zoufang owner zoufang\n`

const initdb = async (place: Place, home: string, draft: string, secret: string): Promise<void> => {
  const pass = `${draft}.password`
  mkdirSync(draft, { mode: 0o700 })
  giveTo(place, draft)
  writeFileSync(pass, secret, { mode: 0o600 })
  giveTo(place, pass)
  // The built-in C.UTF-8 sorts and knows letters alike on every system; trigrams on Chinese need a locale that does.
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--encoding=UTF8',
    process.platform === 'darwin' ? '--locale=C' : '--locale=C.UTF-8',
  ]
  try {
    await run(place, join(home, 'bin', 'initdb'), [
      '-D',
      draft,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${pass}`,
      '--data-checksums',
      ...locale,
    ])
  } finally {
    rmSync(pass, { force: true })
  }
}

const newPassword = (place: Place): string => {
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(place.key, `${secret}\n`, { mode: 0o600 })
  return secret
}

const giveTo = ({ who }: Place, path: string): void => {
  if (who !== undefined) chownSync(path, who.uid, who.gid)
}

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
