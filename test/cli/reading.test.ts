import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clusters, freshDatabase } from '../cluster.ts'
import { county, register } from '../quota/county.ts'
import { terminal } from './terminal.ts'

/* What a person reads at a terminal of quotas, supervision and teams. */

const cluster = clusters()[0]
if (cluster === undefined) throw new Error('there is no PostgreSQL to test on')
const database = await freshDatabase(cluster)
after(() => database.drop())
const c = await county(
  database,
  `
scheme: read
title: 读一读
window: { from: 2014-03-01, to: 2014-06-30 }
classes: [{ key: town, title: 乡镇, where: 'org.class == "乡镇"' }]
subjects: [{ key: 农户, title: 农户, unit: 户 }]
activities:
  count: { title: 清点, place: none, fields: [{ key: due, title: 应办, type: integer, unit: 件 }, { key: done, title: 办好, type: integer, unit: 件 }] }
indicators:
  due: { title: 应办, unit: 件, from: count, value: due }
  done: { title: 办好, unit: 件, from: count, value: done }
  rate: { title: 办结率, unit: '%', ratio: { part: done, whole: due } }
quotas:
  rated: { title: 办结九成, who: org, where: 'org.class == "乡镇"', indicator: rate, at_least: 90 }
`,
  { ...register, teams: [{ code: 'T1', name: '一片区', kind: '协作区', about: '', members: [{ who: { org: 'YANG' }, duty: 'lead' }] }] },
)
await c.hands('count', '2014-03-10', ['OTHER'], { org: 'LIU', fields: { due: '3', done: '2' } })
const zoufang = terminal({ DATABASE_URL: database.url })
const well = async (...words: string[]): Promise<string> => {
  const ran = await zoufang(words)
  assert.equal(ran.code, 0, `${words.join(' ')}\n${ran.out}${ran.aside}`)
  return ran.out
}
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}/

test('quotas, supervision and teams are told in names, codes and words, rates to two places', async () => {
  const list = await well('quota', 'list', 'read')
  assert.match(list, /办结九成\s+rated\s+LIU镇\s+LIU\s+90\s+66\.67\s+90\s+%\s+落后\s+要求不少于 90 %/)
  assert.match(list, /YANG镇\s+YANG\s+90\s+-\s+-\s+%\s+尚无可计算的数/)
  const supervised = await well('supervision', 'show', 'read')
  assert.match(supervised, /LIU镇\s+LIU\s+红灯\s+落后\s+74\.1%\s+1\s+办结九成 66\.67\/90 %/)
  assert.match(supervised, /YANG镇\s+YANG\s+不亮灯\s+未启动\s+-\s+0\s+办结九成 尚无可计算的数/)
  const teams = await well('team', 'list')
  assert.match(teams, /T1\s+一片区\s+协作区\s+牵头YANG镇 YANG/)
  for (const told of [list, supervised, teams]) assert.doesNotMatch(told, uuid)
})

test('one assignee is asked for by code, and a code of nobody is told', async () => {
  assert.match(await well('quota', 'show', 'read', 'rated', 'LIU'), /^办结九成，截至 [\s\S]*LIU镇 LIU: 落后\n应完成 90，已完成 66\.67/)
  assert.match(await well('quota', 'list', 'read', '--whom', 'YANG', '--lang', 'en'), /1 in all[\s\S]*nothing to count yet/)
  const lost = await zoufang(['quota', 'show', 'read', 'rated', 'NOBODY'])
  assert.deepEqual([lost.code, lost.aside], [2, '404.1 找不到这个编码 NOBODY\n'])
})
