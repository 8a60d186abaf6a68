import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { TestHouse } from '../server/house.ts'
import { journeys, phone } from './browser.ts'

const survey = `
scheme: survey
title: { zh: 大调研, en: Survey }
window: { from: 2024-01-01, to: 2024-12-31 }
activities:
  outing: { title: { zh: 调研, en: Outing }, place: none, participants: { min: 0 } }
indicators:
  outings: { title: { zh: 调研次数, en: Outings }, unit: 次, counts: { zh: 各专项活动的调研合在一起, en: of all campaigns together }, from: outing, headline: true }
`
const tables = `
scheme: tables
title: { zh: 半年统计, en: Half-year tables }
window: { from: 2024-01-01, to: 2024-12-31 }
activities:
  table:
    title: { zh: 报表, en: Table }
    place: none
    participants: { min: 0 }
    also: [{ campaign: survey, as: outing }]
    fields:
      - { key: all, title: { zh: 总数, en: All }, type: integer, unit: 次, required: true }
      - { key: bureau, title: { zh: 局级, en: Bureau }, type: integer, unit: 次 }
      - { key: aim, title: { zh: 目标, en: Aim }, type: integer, unit: 次 }
      - { key: note, title: { zh: 说明, en: Note }, type: text }
indicators:
  all: { title: { zh: 活动总数, en: All }, unit: 次, from: table, value: all, take: latest, headline: true }
  bureau: { title: { zh: 局级领导参加, en: Bureau level }, unit: 次, from: table, value: bureau, take: latest, beside: all, included: yes }
  aim: { title: { zh: 全年目标, en: Aim }, unit: 次, from: table, value: aim, take: latest }
  done: { title: { zh: 占全年目标, en: Of the aim }, unit: '%', decimals: 1, ratio: { part: all, whole: aim }, headline: true }
  outside: { title: { zh: 专项座谈, en: Separate study }, unit: 场次, from: table, beside: all }
`

const fill = async (house: TestHouse): Promise<void> => {
  const town = (code: string, name: string) => ({ code, name, parent: 'ROOT', kind: '乡镇', class: '乡镇' })
  await house.register({ orgs: [town('T1', '安泰镇'), town('T2', '柳溪镇')] })
  const campaign = uuidv7()
  await house.admin.does('campaign.load', { id: uuidv7(), source: survey })
  await house.admin.does('campaign.load', { id: campaign, source: tables })
  const table = async (org: string, day: string, fields: object) =>
    house.admin.does('record.submit', {
      id: uuidv7(),
      campaign,
      sort: 'activity',
      kind: 'table',
      content: { day, org: await house.org(org), fields },
    })
  await table('T1', '2024-05-31', { all: '10', bureau: '4', aim: '40', note: '五月报表' })
  await table('T1', '2024-06-30', { all: '20', bureau: '9', aim: '40', note: '六月报表' })
  await table('T2', '2024-06-30', { all: '5', bureau: '8', aim: '4', note: '柳溪报表' })
}

journeys((open) => {
  test('what does not add up is told in the cockpit and on its page, each number open down to the record that says it', async () => {
    const { house, page, as } = await open()
    await fill(house)
    await as(house.admin)
    await page.goto('/?campaign=tables')
    const done = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '占全年目标' }) })
    await done.getByText('56.8').waitFor()
    await page.getByText('统计有 4 处对不上').click()
    await page.getByRole('heading', { name: '勾稽检查' }).waitFor()
    const line = page.getByRole('listitem').filter({ hasText: '局级领导参加' }).filter({ hasText: '柳溪镇' }).first()
    assert.match(await line.innerText(), /8次，多于它所属的“活动总数”5次/)
    await page.getByRole('heading', { name: '超过 100% 的比率' }).waitFor()
    await page.getByRole('heading', { name: '是否包含未言明' }).waitFor()
    await line.getByRole('button', { name: '局级领导参加' }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('各单位的最新值').waitFor()
    await panel.getByText('柳溪报表').click()
    await page.waitForURL(/\/records\/[0-9a-f-]{36}/)
  })

  test('the outer campaign lists the inner one’s records under their own names', async () => {
    const { house, page, as } = await open()
    await fill(house)
    await as(house.admin)
    await page.goto('/?campaign=survey')
    const outings = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '调研次数' }) })
    await outings.getByText('各专项活动的调研合在一起').waitFor()
    await outings.getByRole('button', { name: '调研次数' }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('共 3 条').waitFor()
    await panel.getByText('计自“半年统计”').first().waitFor()
    assert.equal(await panel.getByText('计自“半年统计”').count(), 3)
    await panel.getByRole('link').first().click()
    await page.waitForURL(/\/records\/[0-9a-f-]{36}/)
    await page.getByText('同时计入').waitFor()
    await page.getByText('大调研').first().waitFor()
  })

  test('where everything adds up the page says so, and on a phone nothing is wider than the screen', async () => {
    const { house, page, as } = await open(phone)
    await fill(house)
    await as(house.admin)
    for (const campaign of ['tables', 'survey']) {
      await page.goto(`/figures/check?campaign=${campaign}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page
        .getByText(campaign === 'survey' ? '都对得上' : '处对不上')
        .first()
        .waitFor()
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), phone.width, campaign)
    }
  })
})
