import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { openSheets } from '#sheet/open.ts'
import { forEachDatabase } from '../cluster.ts'
import { cellsOf } from '../sheet/made.ts'
import { type Client, openHouse } from './house.ts'

const source = `
scheme: doors
title: 走访
window: { from: 2024-03-01, to: 2024-12-31 }
activities:
  visit:
    title: { zh: 走访, en: Visit }
    participants: { min: 0 }
    fields:
      - { key: heard, title: { zh: 情况, en: Heard }, type: longtext }
      - { key: funds, title: { zh: 资金, en: Funds }, type: money, unit: 万元, approx: true }
      - { key: way, title: { zh: 方式, en: Way }, type: choices, options: [{ key: home, title: { zh: 入户, en: Home } }, { key: field, title: { zh: 田头, en: Field } }] }
      - { key: phone, title: 电话, type: text, personal: 回访 }
  forum: { title: 座谈会, participants: { min: 0 } }
indicators: {}
`

const table = async (who: Client, query: string, format: 'csv' | 'xlsx'): Promise<readonly (readonly string[])[]> => {
  const answer = await who.fetch(`/api/record/export?${query}&format=${format}`)
  assert.equal(answer.status, 200)
  const file = await openSheets({ bytes: new Uint8Array(await answer.arrayBuffer()) }, `list.${format}`)
  return cellsOf(file)
}

forEachDatabase((fresh) => {
  test('the list of records is downloaded as it is narrowed, fields by their titles, nothing that a spreadsheet would run, and no personal data', async () => {
    const house = await openHouse(await fresh())
    try {
      const { admin } = house
      await house.register({
        orgs: [
          { code: 'A', name: '安泰镇', parent: 'ROOT' },
          { code: 'B', name: '柳溪镇', parent: 'ROOT' },
        ],
        people: [{ code: 'P1', name: '陆文渊', posts: [{ org: 'A' }] }],
      })
      const { id: campaign } = await admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
      const person = (await admin.sees<{ rows: { id: string }[] }>('person.list')).rows[0]?.id
      const hand = async (org: string, day: string, kind: string, fields: object, participants: readonly unknown[] = []) =>
        admin.does('record.submit', {
          id: uuidv7(),
          campaign,
          sort: 'activity',
          kind,
          content: { day, org: await house.org(org), fields, participants },
        })
      await hand(
        'A',
        '2024-03-05',
        'visit',
        { heard: '=HYPERLINK("http://x")', funds: { value: '5100', approx: '近' }, way: ['home', 'field'], phone: '13800000000' },
        [person],
      )
      await hand('B', '2024-03-06', 'visit', { heard: '修桥,"急"', funds: { value: '20', approx: '余' } })
      await hand('B', '2024-03-07', 'forum', {})
      for (const format of ['csv', 'xlsx'] as const) {
        const [head = [], ...rows] = await table(admin, `campaign=${campaign}&kind=visit`, format)
        assert.deepEqual(head.slice(0, 9), ['日期', '类型', '单位', '地点', '人员', '走访对象', '情况', '资金（万元）', '方式'])
        assert.ok(!JSON.stringify([head, rows]).includes('13800000000'))
        assert.deepEqual(
          rows.map((r) => [r[0], r[2], r[4] ?? '', r[6], r[7], r[8] ?? '']),
          [
            ['2024-03-06', '柳溪镇', '', '修桥,"急"', '20余', ''],
            ['2024-03-05', '安泰镇', '陆文渊', `'=HYPERLINK("http://x")`, '近5100', '入户、田头'],
          ],
        )
      }
      const [head, ...all] = await table(admin, `campaign=${campaign}`, 'csv')
      assert.deepEqual([head?.[6], all.length], ['内容', 3])
      const outsider = await house.as('liaison', 'A')
      assert.deepEqual(
        (await table(outsider, `campaign=${campaign}`, 'csv')).slice(1).map((r) => r[2]),
        ['安泰镇'],
      )
      assert.equal((await admin.fetch(`/api/record/export?campaign=${uuidv7()}`)).status, 404)
    } finally {
      await house.close()
    }
  })
})
