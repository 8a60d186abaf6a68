import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { clusters, freshDatabase } from '../cluster.ts'
import { terminal } from './terminal.ts'

const cluster = clusters()[0]
if (cluster === undefined) throw new Error('there is no PostgreSQL to test on')
const database = await freshDatabase(cluster)
const folder = mkdtempSync(join(tmpdir(), 'zoufang-odd-'))
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})
const zoufang = terminal({ DATABASE_URL: database.url })

const scheme = `
scheme: aims
title: 年度目标
window: { from: 2012-01-01, to: 2012-12-31 }
activities:
  report:
    title: 报送
    participants: { min: 0 }
    fields:
      - { key: income, title: 收入, type: money, unit: 万元 }
      - { key: aim, title: 目标, type: money, unit: 万元 }
indicators:
  income: { title: 收入, unit: 万元, from: report, value: income, take: latest }
  aim: { title: 目标, unit: 万元, from: report, value: aim, take: latest }
  done: { title: 完成, unit: '%', decimals: 2, ratio: { part: income, whole: aim } }
`

test('at the terminal, figures are asked for by the name of their period, and what does not add up is listed', async () => {
  writeFileSync(join(folder, 'scheme.yaml'), scheme)
  const well = async (words: readonly string[], input = ''): Promise<string> => {
    const ran = await zoufang(words, input)
    assert.equal(ran.code, 0, `${words.join(' ')}\n${ran.out}${ran.aside}`)
    return ran.out
  }
  await well(['campaign', 'load', folder])
  const line = (id: string, day: string, fields: object) =>
    JSON.stringify({ id, campaign: 'aims', sort: 'activity', kind: 'report', content: { day, org: 'ROOT', fields } })
  const lines = [
    line('018f0000-0000-7000-8000-000000000001', '2012-03-31', { income: '104263', aim: '357004' }),
    line('018f0000-0000-7000-8000-000000000002', '2012-06-30', { income: '208526', aim: '357004' }),
    line('018f0000-0000-7000-8000-000000000003', '2012-09-30', { income: '400000', aim: '357004' }),
  ]
  await well(['record', 'submit', '-'], `${lines.join('\n')}\n`)
  const half = await well(['figures', 'aims', '--period', '2012-H1'])
  assert.match(half, /^收入 +208526 /m)
  assert.match(half, /^完成 +58\.41 /m)
  assert.match(await well(['figures', 'aims', '--period', '2012-Q1']), /^完成 +29\.20 /m)
  const refused = await zoufang(['figures', 'aims', '--period', '2012-Q5'])
  assert.equal(refused.code, 2)
  assert.match(refused.aside, /2012-Q2/)
  assert.match(await well(['figures', 'check', 'aims', '--to', '2012-06-30']), /查了 1 个单位，0 处对不上/)
  const found = await well(['figures', 'check', 'aims'])
  assert.match(found, /超过100% .*“完成”为 112\.04%，超过 100%/)
})
