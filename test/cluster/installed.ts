import { existsSync, readdirSync } from 'node:fs'
import { bundled } from '#store/managed/binaries.ts'

/** A PostgreSQL on this machine that tests may run: npm's own, and Debian's. */
export type Installed = { readonly major: number; readonly home: string }

export const installed = (): readonly Installed[] => {
  const system = '/usr/lib/postgresql'
  const theirs = existsSync(system) ? readdirSync(system).filter((v) => existsSync(`${system}/${v}/bin/postgres`)) : []
  const { major, home } = bundled()
  const others = theirs.map(Number).filter((v) => v >= 15 && v !== major)
  return [{ major, home }, ...others.map((v) => ({ major: v, home: `${system}/${v}` }))]
}
