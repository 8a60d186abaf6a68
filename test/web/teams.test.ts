import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import type { TestHouse } from '../server/house.ts'
import { journeys, phone } from './browser.ts'
import { city } from './world.ts'

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZOUFANG_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

const source = `
scheme: vanguard
title: { zh: 创先争优活动, en: Strive for excellence }
window: { from: 2024-03-01, to: 2028-12-31 }
events: [{ key: congress, title: { zh: 党代会闭幕, en: Congress } }]
phases:
  - { key: work, title: { zh: 全面推进, en: Work }, until: event:congress }
  - { key: praise, title: { zh: 表彰总结, en: Praise }, from: event:congress }
classes:
  - { key: town, title: { zh: 乡镇, en: Towns }, where: org.class == "乡镇", carrier: { zh: 亮身份、亮承诺, en: Show who one is } }
  - { key: school, title: { zh: 学校, en: Schools }, where: org.class == "学校", carrier: { zh: 育人先锋, en: Teach ahead } }
activities:
  pledge: { title: { zh: 公开承诺, en: Pledge }, participants: { min: 0 } }
  lesson: { title: { zh: 示范课, en: Open lesson }, for: [school], otherwise: block, participants: { min: 0 } }
  tour: { title: { zh: 驻村帮扶, en: Village stay }, for: [town], participants: { min: 0 } }
indicators:
  pledges: { title: { zh: 承诺, en: Pledges }, unit: 份, from: pledge, headline: true }
`

const load = async (house: TestHouse): Promise<string> => {
  await house.register({
    orgs: [
      { code: 'S1', name: '清河一中', parent: 'ROOT', kind: 'school', class: '学校' },
      { code: 'X1', name: '云溪镇', parent: 'ROOT', kind: 'township', class: '乡镇' },
    ],
  })
  return (await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })).id
}

journeys((open) => {
  test('zones of collaboration are ranked beside the classes, and a zone’s figure opens down to its records', async () => {
    const { house, page, as } = await open()
    const { visit } = await city(house)
    const zone = (code: string, name: string, orgs: readonly string[]) => ({
      code,
      name,
      kind: '协作区',
      members: orgs.map((org, i) => ({ who: { org }, duty: i === 0 ? ('lead' as const) : ('member' as const) })),
    })
    await house.register({ teams: [zone('Z1', '第一协作区', ['T1', 'T2']), zone('Z2', '第二协作区', ['T3'])] })
    await visit('T1', '2024-03-05', '2', '看桥')
    await visit('T2', '2024-03-06', '3', '看路')
    await visit('T3', '2024-03-07', '4', '看田')
    await as(house.admin)
    await page.goto('/')
    await page.getByRole('tab', { name: '协作区' }).click()
    await page.getByText('第一协作区').waitFor()
    await shot(page, 'cockpit-teams')
    await page.getByRole('button', { name: /^5/ }).last().click()
    await page.getByRole('dialog').getByText('看桥').waitFor()
    await page.getByRole('dialog').getByText('看路').waitFor()
    assert.equal(await page.getByRole('dialog').getByText('看田').count(), 0)
  })

  test('a unit is offered the forms of its own class first, and the event that ends a phase is announced on the scheme’s page', async () => {
    const { house, page, as } = await open()
    await load(house)
    await as(await house.as('liaison', 'S1'))
    await page.goto('/records/new?campaign=vanguard')
    await page.getByText('育人先锋').waitFor()
    const titles = await page.locator('main a[href*="/records/new/"]').allInnerTexts()
    assert.deepEqual(
      titles.map((t) => t.split('\n')[0]?.trim()),
      ['公开承诺', '示范课', '驻村帮扶'],
    )
    await page.getByRole('heading', { name: '其他类别单位的表' }).waitFor()
    await shot(page, 'choose')
    await page.goto('/records/new/tour?campaign=vanguard')
    await page.getByText('此表由乡镇填报').waitFor()

    await as(house.admin)
    await page.goto('/scheme?campaign=vanguard')
    await page.getByText('日期待定').waitFor()
    await page.getByRole('button', { name: '宣布日期' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^日期/).fill('2024-06-01')
    await dialog.getByLabel(/^日期/).press('Enter')
    await dialog.getByText('表彰总结').waitFor()
    await shot(page, 'announce')
    await dialog.getByRole('button', { name: '宣布日期' }).click()
    await page.getByText(/定于/).waitFor()
    await shot(page, 'scheme-events')
    await page.goto('/?campaign=vanguard')
    await page.getByText(/表彰总结阶段/).waitFor()
  })

  test('who is linked with whom is read on the desk and on the phone', async () => {
    const { house, page, as } = await open(phone)
    await city(house)
    await house.register({
      places: [
        { code: 'V1', name: '东湾村', parent: null, kind: 'village' },
        { code: 'V2', name: '西湾村', parent: null, kind: 'village' },
        { code: 'V3', name: '南湾村', parent: null, kind: 'village' },
      ],
      links: [
        { by: { org: 'T1' }, to: { place: 'V1' }, role: '联系点' },
        { by: { org: 'T2' }, to: { place: 'V1' }, role: '联系点' },
        { by: { org: 'T2' }, to: { place: 'V2' }, role: '联系点' },
      ],
    })
    await as(house.admin)
    await page.goto('/register?tab=link&side=place')
    await page.getByText('共 3 个，已有结对 2 个，没有 1 个；3 对').waitFor()
    await shot(page, 'pairings-places-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: /联系点 3 对 2 个单位 : 2 个区域/ }).click()
    await shot(page, 'pairings-places')
  })
})
