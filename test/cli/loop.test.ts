import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { clusters, freshDatabase } from '../cluster.ts'
import { terminal } from './terminal.ts'

/* The whole loop, driven by a script: scheme, register, records, figures, bulletin. */

const cluster = clusters()[0]
if (cluster === undefined) throw new Error('there is no PostgreSQL to test on')
const database = await freshDatabase(cluster)
const folder = mkdtempSync(join(tmpdir(), 'zoufang-loop-'))
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

const zoufang = terminal({ DATABASE_URL: database.url })
const well = async (...words: string[]): Promise<string> => {
  const ran = await zoufang(words)
  assert.equal(ran.code, 0, `${words.join(' ')}\n${ran.out}${ran.aside}`)
  return ran.out
}

const schemes = fileURLToPath(new URL('../simulate/schemes/', import.meta.url))
cpSync(join(schemes, 'harvest.yaml'), join(folder, 'scheme.yaml'))
writeFileSync(
  join(folder, 'scheme.yaml'),
  `${readFileSync(join(folder, 'scheme.yaml'), 'utf8')}bulletins: { progress: { title: { zh: 通报 }, template: bulletin.md } }\nevents: [{ key: rain, title: 入汛 }]\n`,
)
const totals = join(folder, 'totals.yaml')
writeFileSync(totals, "research_days: 112.5\nleader_days: 3\nfunds: '7.12'\nforums: 24\nsolved: 27\nhouseholds: 40\n")
writeFileSync(join(folder, 'bulletin.md'), '# 三夏走访通报\n\n调研累计{{ research_days }},召开座谈会{{ forums }},落实资金{{ funds }}。\n')

test('scheme, register and records go in, exact figures come out, and the bulletin proves itself', async () => {
  const records = join(folder, 'records.jsonl')
  const loaded = JSON.parse(await well('campaign', 'load', folder, '--json')) as { id: string; key: string; version: number }
  assert.equal(loaded.key, 'harvest-visits')
  await well(
    'simulate',
    folder,
    '--totals',
    totals,
    '--scale',
    '0.1',
    '--until',
    '2020-06-30',
    '--out',
    records,
    '--register',
    join(folder, 'register'),
  )
  for (const sheet of ['区域', '单位', '人员', '走访对象'])
    assert.match(await well('register', 'import', join(folder, 'register', `${sheet}.csv`)), /拒绝: 0/)
  const lines = readFileSync(records, 'utf8').trim().split('\n').length
  const answers = (await well('record', 'submit', records))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { line: number; ok: boolean })
  assert.deepEqual(
    answers.map((a) => a.line),
    Array.from({ length: lines }, (_, i) => i + 1),
  )
  assert.ok(answers.every((a) => a.ok))

  const figures = await well('figures', 'harvest-visits')
  for (const line of [
    /^调研累计时间 +112\.5 +\d+\.?\d* +天 +research_days$/m,
    /^  其中处级 +3 /m,
    /^帮扶资金 +7\.12 /m,
    /^座谈会 +24 /m,
    /^解决问题 +27 /m,
    /^走访农户 +40 /m,
  ])
    assert.match(figures, line)
  assert.deepEqual((JSON.parse(await well('figures', 'verify', 'harvest-visits', '--json')) as { differences: unknown[] }).differences, [])
  const nothingTwice = await well('record', 'submit', records)
  assert.equal(nothingTwice.trim().split('\n').length, lines)
  assert.equal(await well('figures', 'harvest-visits'), figures)

  const { id } = JSON.parse(await well('bulletin', 'draft', 'harvest-visits', 'progress', '--json')) as { id: string }
  const receipt = await well('bulletin', 'seal', id)
  assert.match(receipt, new RegExp(`bulletin export ${id}`))
  assert.ok(receipt.split('\n').length < 10, 'a receipt, not the whole document')
  await well('bulletin', 'verify', id)
  const html = join(folder, 'bulletin.html')
  await well('bulletin', 'export', id, '-o', html)
  assert.match(readFileSync(html, 'utf8').replace(/<[^>]+>/g, ''), /调研累计112\.5天,召开座谈会24个,落实资金7\.12万元/)
  await well('bulletin', 'export', id, '-o', join(folder, 'bulletin.docx'))
  assert.equal(readFileSync(join(folder, 'bulletin.docx')).subarray(0, 2).toString(), 'PK')
})

test('an event gets its day, and a blank day takes it back', async () => {
  const days = async () =>
    (
      JSON.parse(await well('campaign', 'show', 'harvest-visits', '--json')) as { announcements: { day: string | null }[] }
    ).announcements.map((a) => a.day)
  await well('campaign', 'announce', 'harvest-visits', 'rain', '2020-06-10')
  await well('campaign', 'announce', 'harvest-visits', 'rain', '')
  assert.deepEqual(await days(), [null, '2020-06-10'])
})

test('a figure that does not follow from its records is found, and the run ends with 1', async () => {
  await database.pool.query(
    `update fact set value = value + 1 where ctid = (select ctid from fact where indicator = 'forums' and retracted_at is null limit 1)`,
  )
  const ran = await zoufang(['figures', 'verify', 'harvest-visits'])
  assert.equal(ran.code, 1)
  assert.match(ran.out, /forums/)
})

test('each refused line says what does not fit, the others go in', async () => {
  const good = {
    id: '01730561-75a0-7c92-8f3d-c8df2bf40b01',
    campaign: 'harvest-visits',
    sort: 'activity',
    kind: 'report',
    content: { day: '2020-05-06', org: 'S1-T01', participants: ['S1-P0001'], fields: { title: '秸秆禁烧调查' } },
  }
  const lines = [
    '{',
    JSON.stringify({ ...good, id: 'x' }),
    JSON.stringify({ ...good, content: { ...good.content, org: 'NONE' } }),
    JSON.stringify({ ...good, content: { ...good.content, fields: {} } }),
    JSON.stringify({ ...good, content: { ...good.content, org: 'S1\0' } }),
    JSON.stringify({ ...good, why: 'a\ud800b' }),
    JSON.stringify(good),
    JSON.stringify({ command: 'record.withdraw', input: { record: good.id, seen: 1, why: '重复录入' } }),
    JSON.stringify({ command: 'no.such', input: {} }),
  ]
  const ran = await zoufang(['record', 'submit', '-'], `${lines.join('\n')}\n`)
  assert.equal(ran.code, 2)
  const answers = ran.out
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as { ok: boolean; code?: string; state?: string })
  assert.deepEqual(
    answers.map((a) => a.code ?? a.state),
    ['400.6', '400.1', '404.1', '422.1', '400.1', '400.1', 'accepted', 'withdrawn', '400.6'],
  )
})

test('a wrong scheme is not loaded, and its mistakes are told as by the check', async () => {
  writeFileSync(join(folder, 'scheme.yaml'), readFileSync(join(folder, 'scheme.yaml'), 'utf8').replace('value: cards', 'value: card'))
  const ran = await zoufang(['campaign', 'load', folder, '--revise'])
  assert.equal(ran.code, 1)
  assert.match(ran.out, /scheme\.yaml:\d+:\d+ S202 /)
  assert.deepEqual(
    (JSON.parse(await well('campaign', 'list', '--json')) as { version: number }[]).map((c) => c.version),
    [1],
  )
})

test('a sign-in link is made for the first administrator, and for nobody unknown', async () => {
  assert.match(await well('link'), /^http:\/\/localhost:\d+\/#\/sign-in\/[\w-]{64}\n$/)
  assert.deepEqual(await zoufang(['link', 'nobody']), { code: 2, out: '', aside: '404.1 找不到这个账号 nobody\n' })
})
