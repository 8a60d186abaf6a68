// npm leaves out of package-lock.json the optional packages of platforms it could not look up when the lock was written, and `npm ci` then refuses the
// whole file. This writes them in, with the platform their names tell. To be run after `npm install` has changed the lock (`npm run lock`).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.js'

const systems = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony']
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x']

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const packages = lock.packages
const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version, dev })),
)

for (const { path, name, version, dev } of wanted) {
  if (packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`]) continue
  const words = name.split(/[/-]/)
  const os = systems.filter((s) => words.includes(s))
  const cpu = processors.filter((c) => words.includes(c))
  if (os.length === 0 || cpu.length === 0) throw new Error(`${name} is not in the lock, and its name tells no platform`)
  packages[`node_modules/${name}`] = {
    version,
    cpu,
    ...(dev && { dev }),
    ...(words.includes('musl') && { libc: ['musl'] }),
    optional: true,
    os,
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
