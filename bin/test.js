import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { handOver } from './hand-over.js'
import { buildWeb, install } from './setup.js'

const say = (line) => process.stdout.write(`${line}\n`)

/** A browser for the journeys and letters for its pictures, where a package manager can bring them without asking. */
const bringChromium = () => {
  const there =
    process.env.ZOUFANG_CHROMIUM ||
    ['chromium', 'chromium-browser', 'google-chrome'].some((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
  if (there || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say('Installing Chromium for the browser journeys …')
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  if (!(apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')))
    say('Chromium could not be installed; the browser journeys are skipped')
}

install(say)
bringChromium()
buildWeb(say)
// A day that shifts by one shows only away from UTC, and this is where Zoufang is used.
handOver('test/run/all.ts', process.argv.slice(2), { TZ: process.env.TZ ?? 'Asia/Shanghai' })
