import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { crimes, innocents } from './crimes.ts'
import { type Law, laws } from './laws.ts'
import { rooms } from './plan.ts'
import { readSources, root, sourceOf } from './source.ts'

const sources = readSources()
const lawNamed = (name: string): Law => {
  const law = laws[name]
  assert.ok(law, `there is no law ${name}`)
  return law
}
const planted = (files: Readonly<Record<string, string>>) => Object.entries(files).map(([path, text]) => sourceOf(path, text))

describe('the house keeps its laws', () => {
  for (const law of Object.values(laws)) test(law.says, () => assert.deepEqual(law.breaches(sources), []))
})

describe('each law notices its crimes', () => {
  for (const { law, files, found } of crimes)
    test(`${law}: ${found.join(', ')}`, () => assert.deepEqual(lawNamed(law).breaches(planted(files)), found))
  test('there is a crime for every law', () => assert.deepEqual([...new Set(crimes.map((c) => c.law))].sort(), Object.keys(laws).sort()))
})

describe('no law accuses the innocent', () => {
  for (const { law, files } of innocents)
    test(`${law}: ${Object.keys(files).join(', ')}`, () => assert.deepEqual(lawNamed(law).breaches(planted(files)), []))
})

test('the type checker compiles the quiet rooms, all of them and no other, without Node and without a browser', () => {
  const { compilerOptions, include } = JSON.parse(readFileSync(join(root, 'tsconfig.quiet.json'), 'utf8')) as {
    compilerOptions: { types: string[]; lib?: string[] }
    include: string[]
  }
  assert.deepEqual(
    include,
    rooms.filter((r) => r.quiet).map((r) => `src/${r.name}`),
  )
  assert.deepEqual(compilerOptions.types, [])
  assert.equal(compilerOptions.lib?.some((l) => /dom/i.test(l)) ?? false, false)
})

test('src holds rooms and nothing else', () => {
  const strangers = readdirSync(join(root, 'src')).filter((name) => !rooms.some((r) => r.name === name))
  assert.deepEqual(strangers, [])
})

test('the laws have looked at the whole house', () => {
  for (const room of ['kit', 'scheme', 'record', 'store', 'server', 'web', 'test'])
    assert.ok(
      sources.some((s) => s.room === room),
      `nothing was read in ${room}`,
    )
})

test('the lock file lists the optional packages of every platform, or npm ci refuses it (npm run lock)', () => {
  type Package = { readonly optionalDependencies?: Record<string, string> }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Package> }
  const wanted = Object.entries(packages).flatMap(([path, p]) =>
    Object.keys(p.optionalDependencies ?? {}).map((name) => [`node_modules/${name}`, `${path}/node_modules/${name}`] as const),
  )
  assert.deepEqual(
    wanted.filter(([above, within]) => !(above in packages || within in packages)),
    [],
  )
})
