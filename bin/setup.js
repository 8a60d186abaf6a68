// Plain old JavaScript: this runs on whatever Node.js the machine came with (20 or newer), before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the data lies unless ZOUFANG_DATA says otherwise; a relative path is meant from where the user stands. */
export const dataFolder = () => resolve(process.env.INIT_CWD ?? process.cwd(), process.env.ZOUFANG_DATA ?? join(root, 'data'))

/** Installs what package-lock.json lists unless it lies there already. `say` gets one line before something that takes time. */
export const install = (say) => {
  if (installed()) return
  say('正在安装依赖（首次约一两分钟）… Installing dependencies; the first time takes a minute or two …')
  const npm = (...args) =>
    spawnSync('npm', [...args, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      env: { ...process.env, PATH: systemPath() },
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    }).status === 0
  // npm ci refuses a lock that lacks one optional package of one foreign platform; npm install takes the same versions from it.
  if (npm('ci') || npm('install', '--no-save')) return
  stop('依赖没有装上，原因见上。 The dependencies were not installed; the reason stands above.')
}

/** Whether node_modules holds what the lock file lists: npm writes down what it installed. */
const installed = () => {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const have = JSON.parse(readFileSync(note, 'utf8')).packages
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(want).every(
    ([path, wanted]) => path === '' || have[path]?.version === wanted.version || (!have[path] && wanted.optional),
  )
}

/** npm puts node_modules/.bin first in the path; the npm that replaces node_modules must not run on a Node inside it. */
const systemPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)

/** A Node.js that runs our TypeScript: the one we are, or the one npm brought. */
export const node = () => {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const places = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`].map((name) =>
    join(root, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node'),
  )
  const found = places.find((place) => existsSync(place) && spawnSync(place, ['--version'], { stdio: 'ignore' }).status === 0)
  return (
    found ??
    stop(
      `npm 没有适合本机（${process.platform}-${process.arch}）的 Node.js 24，请先自行安装。 npm has no Node.js 24 for this machine (${process.platform}-${process.arch}); please install Node.js 24 or newer and try again.`,
    )
  )
}

/** Builds the web room into dist/web when one of its inputs has changed since. */
export const buildWeb = (say) => {
  if (!existsSync(join(root, 'web', 'index.html'))) return
  const stamp = join(root, 'dist', 'web.stamp')
  const now = webInputs()
  if (existsSync(stamp) && existsSync(join(root, 'dist', 'web', 'index.html')) && readFileSync(stamp, 'utf8') === now) return
  say('正在构建网页… Building the web pages …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const done = spawnSync(node(), [vite, 'build', 'web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (done.status !== 0) stop('网页构建失败，原因见上。 The web pages were not built; the reason stands above.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

const webInputs = () => {
  const hash = createHash('sha256')
  for (const file of [join(root, 'package-lock.json'), ...filesIn(join(root, 'web')), ...filesIn(join(root, 'src'))])
    hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

// The rooms that know Node cannot be in a web page, so they are not among its inputs.
const notForWeb = new Set(['node_modules', 'store', 'server', 'cli'])

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (notForWeb.has(entry.name)) return []
      return entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]
    })

const stop = (why) => {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
