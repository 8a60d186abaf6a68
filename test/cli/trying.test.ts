import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, test } from 'node:test'
import { clusters, freshDatabase } from '../cluster.ts'
import { terminal } from './terminal.ts'

/* A scheme tried out at the terminal before it is loaded. */

const cluster = clusters()[0]
assert.ok(cluster, 'a PostgreSQL')
const database = await freshDatabase(cluster)
const folder = mkdtempSync(join(tmpdir(), 'zoufang-trying-'))
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})
const zoufang = terminal({ DATABASE_URL: database.url })
const schemes = fileURLToPath(new URL('../simulate/schemes/', import.meta.url))
const path = join(folder, 'scheme.yaml')
const template = join(folder, 'bulletin.md')
cpSync(join(schemes, 'harvest.yaml'), path)
writeFileSync(path, `${readFileSync(path, 'utf8')}bulletins: { progress: { title: { zh: 通报 }, template: bulletin.md } }\n`)
writeFileSync(template, '# 通报\n\n召开座谈会{{ forum }}。\n')

test('a template’s mistake is told by the check and by the load, at its place in its own file', async () => {
  const checked = await zoufang(['scheme', 'check', folder])
  assert.equal(checked.code, 1)
  assert.match(checked.out, /bulletin\.md:3:9 B106/)
  assert.equal((await zoufang(['campaign', 'load', folder])).code, 1)
  writeFileSync(template, '# 通报\n\n召开座谈会{{ forums }}。\n')
  assert.equal((await zoufang(['scheme', 'check', folder])).code, 0)
})

test('a campaign is rehearsed without a database, and twice with the same outcome', async () => {
  const alone = terminal({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  const once = await alone(['scheme', 'rehearse', folder, '--scale', '0.05', '--json'])
  assert.equal(once.code, 0, once.aside)
  const { figures } = JSON.parse(once.out) as { figures: { indicator: string; confirmed: string }[] }
  assert.ok(Number(figures.find((f) => f.indicator === 'forums')?.confirmed) > 0)
  assert.equal((await alone(['scheme', 'rehearse', folder, '--scale', '0.05', '--json'])).out, once.out)
  assert.equal((await alone(['scheme', 'rehearse', folder, '--scale', '99'])).code, 2)
})

test('what a revision would change is told before it is loaded', async () => {
  assert.equal((await zoufang(['campaign', 'load', folder])).code, 0)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/^ {2}forums:/m, '  more_forums: { title: { zh: 又一个数 }, unit: 个, from: forum }\n  forums:'),
  )
  const told = await zoufang(['scheme', 'impact', folder, '--campaign', 'harvest-visits'])
  assert.equal(told.code, 0, told.aside)
  assert.match(told.out, /\+ indicators\.more_forums 又一个数/)
  assert.match(told.out, /more_forums .*又一个数/)
  const unknown = await zoufang(['scheme', 'impact', folder, '--campaign', 'no-such'])
  assert.equal(unknown.code, 2)
  assert.match(unknown.aside, /404\.1/)
})
