import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import type { CampaignId } from '#kit/id.ts'
import type { TestHouse } from '../server/house.ts'
import { journeys, phone } from './browser.ts'

const scheme = (key: string, title: string, more = '') => `
scheme: ${key}
title: { zh: ${title}, en: Visits }
window: { from: 2024-03-01, to: 2024-12-31 }
subjects: [{ key: 农户, title: { zh: 农户, en: Household }, unit: 户 }]
tags: [{ key: 困难户, title: { zh: 困难户, en: In need } }, { key: 老党员, title: { zh: 老党员, en: Veteran } }]
activities:
  visit:
    title: { zh: 入户走访, en: Home visit }
    to: [农户]
    review: true
    place: none
    participants: { min: 0 }
    fields:
      - { key: heard, title: { zh: 了解到的情况, en: Heard }, type: longtext }
      - { key: whose, title: { zh: 户主, en: Head }, type: text }
indicators:
  visits: { title: { zh: 走访次数, en: Visits }, unit: 次, from: visit, headline: true }
${more}`

const care = `
coverage: { must_reach: [困难户, 老党员], everyone: [农户], every: month }
burden: [{ of: 农户, at_most: 2, every: month }]
demands: [{ what: sign_in, says: 工作群每日接龙 }]`

const villages = ['东滩村', '西滩村', '北岗村', '南桥村', '柳林村', '石埠村']

/** Two campaigns that meet at the same doors: six villages with four households each. */
const river = async (
  house: TestHouse,
): Promise<{ readonly visit: (org: string, day: string, codes: readonly string[], other?: boolean) => Promise<void> }> => {
  const households = villages.flatMap((name, v) =>
    ['何', '沈', '陆', '顾'].map((family, i) => ({
      code: `H${v}${i}`,
      name: `${family}家（${name.slice(0, 2)}）`,
      kind: 'household',
      place: `V${v}`,
      address: `${i + 1}组${v + 3}号`,
      tags: i === 0 ? ['困难户'] : i === 1 && v % 2 === 0 ? ['老党员'] : [],
    })),
  )
  await house.register({
    orgs: [
      { code: 'BL', name: '白鹭镇', parent: 'ROOT', kind: 'township' },
      { code: 'QS', name: '青石街道', parent: 'ROOT', kind: 'township' },
    ],
    places: [
      { code: 'P', name: '清河县', parent: null, kind: 'county' },
      ...villages.map((name, i) => ({ code: `V${i}`, name, parent: 'P', kind: 'village' })),
    ],
    subjects: households,
    links: [
      { by: { org: 'BL' }, to: { place: 'V0' }, role: '联系' },
      { by: { org: 'BL' }, to: { place: 'V1' }, role: '联系' },
      { by: { org: 'QS' }, to: { place: 'V2' }, role: '联系' },
    ],
  })
  const load = async (source: string): Promise<CampaignId> =>
    (await house.admin.does<{ id: CampaignId }>('campaign.load', { id: uuidv7(), source })).id
  const [first, second] = [await load(scheme('river', '清河走访', care)), await load(scheme('winter', '送温暖'))]
  const { rows } = await house.admin.sees<{ rows: { id: string; code: string }[] }>('subject.list', { limit: 200 })
  return {
    visit: async (org, day, codes, other = false) => {
      const subjects = codes.map((code) => rows.find((r) => r.code === code)?.id)
      const content = { day, org: await house.org(org), subjects, fields: { heard: '屋顶漏雨，已记下' } }
      const record = uuidv7()
      await house.admin.does('record.submit', { id: record, campaign: other ? second : first, sort: 'activity', kind: 'visit', content })
      if (!other) await house.admin.does('record.accept', { record, seen: 1 })
    },
  }
}

/** With ZOUFANG_SHOTS=folder the pages are photographed on the way. */
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZOUFANG_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Two visits of the same two officials, each of whom is named first once; the first one is confirmed. */
const officials = async (house: TestHouse): Promise<void> => {
  await house.register({
    people: [
      { code: 'QN', name: '季南乔', posts: [{ org: 'BL', post: '镇长' }] },
      { code: 'QS1', name: '陶知远', posts: [{ org: 'QS', post: '科员' }] },
    ],
  })
  const { rows } = await house.admin.sees<{ rows: { id: string; code: string }[] }>('person.list')
  const id = (code: string) => rows.find((r) => r.code === code)?.id
  const campaign = (await house.admin.sees<{ id: string; key: string }[]>('campaign.list')).find((c) => c.key === 'river')?.id
  const records: string[] = []
  for (const [day, participants] of [
    ['2024-10-02', ['QN', 'QS1']],
    ['2024-10-03', ['QS1', 'QN']],
  ] as const) {
    const content = { day, org: await house.org('BL'), participants: participants.map(id), fields: { heard: '路面坑洼' } }
    const record = uuidv7()
    records.push(record)
    await house.admin.does('record.submit', { id: record, campaign, sort: 'activity', kind: 'visit', content })
  }
  await house.admin.does('record.accept', { record: records[0], seen: 1 })
}

const visits = async (house: TestHouse): Promise<void> => {
  const { visit } = await river(house)
  await visit('BL', '2024-12-02', ['H00', 'H01', 'H02', 'H03'])
  await visit('BL', '2024-12-05', ['H00', 'H10', 'H11'])
  await visit('QS', '2024-12-09', ['H00', 'H20'], true)
  await visit('QS', '2024-12-10', ['H20', 'H30', 'H40', 'H41', 'H42'])
  await visit('QS', '2024-11-10', ['H50'])
}

journeys((open) => {
  test('the page on coverage shows the must-visit categories, each village by its share, and who is left', async () => {
    const { house, page, as } = await open()
    await visits(house)
    await as(house.admin)
    await page.goto('/coverage?campaign=river')
    await page.getByRole('heading', { name: '必到对象' }).waitFor()
    await page.getByText('5 / 6').first().waitFor()
    await page.getByRole('button', { name: /东滩村.*100%.*4 \/ 4/s }).waitFor()
    await page.getByRole('button', { name: /石埠村.*0%/s }).waitFor()
    await shot(page, 'coverage-1440')
    await page.getByRole('button', { name: /西滩村/ }).click()
    await page.getByText('沈家（北岗）').waitFor({ state: 'detached' })
    await page.getByText('陆家（西滩）').waitFor()
    await page.getByRole('button', { name: '全部', exact: true }).click()
    await page.getByRole('tab', { name: '等得最久的' }).click()
    await page.getByText('从未').first().waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /下载名单/ }).click()])
    assert.equal(file.suggestedFilename(), '等得最久的.csv')
  })

  test('the cockpit says of whom the scheme wants reached how many were, and leads to those who were not', async () => {
    const { house, page, as } = await open()
    await visits(house)
    await as(house.admin)
    await page.goto('/?campaign=river')
    const card = page.locator('section').filter({ has: page.getByRole('heading', { name: '必到对象' }) })
    await card.getByText('5 / 6').waitFor()
    await shot(page, 'cockpit-coverage-1440')
    await card.getByRole('button').first().click()
    await page.waitForURL(/\/coverage.*tag=/)
    await page.getByText(/何家/).first().waitFor()
    await page.setViewportSize(phone)
    await page.goto('/?campaign=river')
    await card.getByText('5 / 6').waitFor()
    await shot(page, 'cockpit-coverage-390')
    await page.goto('/?campaign=winter')
    await page.getByRole('heading', { name: '排名' }).or(page.getByText('走访次数').first()).first().waitFor()
    assert.equal(await page.getByRole('heading', { name: '必到对象' }).count(), 0)
  })

  test('the page on burden adds up every campaign’s visits and says which bounds were broken', async () => {
    const { house, page, as } = await open()
    await visits(house)
    await officials(house)
    await as(house.admin)
    await page.goto('/burden')
    const first = page.getByRole('row', { name: /何家（东滩）/ })
    await first.getByText('3 次', { exact: true }).waitFor()
    await first.getByText('2024-12 3 次').waitFor()
    await first.getByText('超过每月 2 次').waitFor()
    await shot(page, 'burden-1440')
    await page.getByText('单位', { exact: true }).first().click()
    await page.getByRole('row', { name: /青石街道/ }).waitFor()
    await shot(page, 'burden-org-1440')
    await page.getByText('干部', { exact: true }).first().click()
    await page.getByRole('row', { name: /季南乔.*白鹭镇.*镇长.*2 次.*2.*1/ }).waitFor()
    await shot(page, 'burden-person-1440')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载清单' }).click()])
    assert.equal(file.suggestedFilename(), '干部的负担.csv')
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n')
    assert.match(lines[0] ?? '', /编号,名称,单位,职务,经手,参加活动,填报,待审,活动数,填表分钟/)
    assert.match(lines[1] ?? '', /^QN,季南乔,白鹭镇,镇长,2,2,1,1,1,/)
    await page.setViewportSize(phone)
    await page.goto('/burden?of=person')
    await page.getByText('填表 1 份').first().waitFor()
    await shot(page, 'burden-person-390')
  })

  test('before one visit too many the form says how often, by how many and for how many campaigns', async () => {
    const { house, page, as } = await open()
    await visits(house)
    await as(house.admin)
    await page.goto('/records/new?campaign=river')
    await page.getByText(/约 \d/).waitFor()
    await page.getByRole('link', { name: /入户走访/ }).click()
    await page.getByRole('button', { name: '选择走访对象' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('何家（东滩）', { exact: true }).click()
    await sheet.getByRole('button', { name: '选好了' }).click()
    await page.getByText(/何家（东滩）：本月已被走访 3 次（2 个单位、2 个活动）/).waitFor()
    await page.getByText(/本月以 2 次为限/).waitFor()
    await shot(page, 'entry-1440')
  })

  test('the scheme’s page says what the campaign had better not demand, with line and reason', async () => {
    const { house, page, as } = await open()
    await visits(house)
    await as(house.admin)
    await page.goto('/scheme?campaign=river&part=lint')
    await page.getByText('通知要求打卡签到：工作群每日接龙').waitFor()
    await page.getByText(/不得设置打卡签到/).waitFor()
    await page.getByText('“户主”问的是走访对象的名称').waitFor()
    await shot(page, 'lint-1440')
    await page.goto('/scheme?campaign=river')
    await page.getByText(/农户每月不超过 2 次/).waitFor()
    await shot(page, 'scheme-1440')
  })

  test('both pages are read on a phone', async () => {
    const { house, page, as } = await open(phone)
    await visits(house)
    await as(house.admin)
    await page.goto('/coverage?campaign=river')
    await page.getByRole('button', { name: /东滩村/ }).waitFor()
    await shot(page, 'coverage-390')
    await page.goto('/burden')
    await page.getByText('何家（东滩）').waitFor()
    await shot(page, 'burden-390')
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true, 'nothing stands out sideways')
  })

  test('where nobody is in the register the page says what to do', async () => {
    const { house, page, as } = await open()
    await house.admin.does('campaign.load', { id: uuidv7(), source: scheme('river', '清河走访', care) })
    await as(house.admin)
    await page.goto('/coverage?campaign=river')
    await page.getByText('没有应到的对象').waitFor()
    await page.getByRole('link', { name: '导入走访对象' }).waitFor()
    await page.goto('/burden')
    await page.getByText('还没有走访', { exact: true }).waitFor()
  })
})
