import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { nextDemo, noteDemoState, offerDemos } from '#store/demo.ts'
import { desk, journeys, phone } from './browser.ts'

const offers = [
  {
    key: 'spring',
    title: { zh: '春季大走访', en: 'Spring visits' },
    about: { zh: '三个镇的入户走访。', en: 'Home visits in three towns.' },
    campaigns: ['plans', 'spring'],
  },
  { key: 'autumn', title: { zh: '秋收调研', en: 'Harvest research' }, about: null, campaigns: ['autumn'] },
]

const source = `
scheme: autumn
title: { zh: 秋收调研, en: Harvest research }
window: { from: 2024-09-01, to: 2024-10-31 }
activities: { visit: { title: 走访, place: none, participants: { min: 0 } } }
indicators: { visits: { title: 走访, unit: 次, from: visit, headline: true } }
`

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZOUFANG_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

journeys((open) => {
  test('an office without a campaign is offered demos, asks for one, and sees how far it is, also after the page is opened anew', async () => {
    const { house, page, as } = await open()
    const { pool } = house.store
    await offerDemos(pool, house.tenant, offers)
    await as(house.admin)
    await page.goto('/')
    await page.getByRole('link', { name: /去“活动”/ }).click()
    await page.getByText('还没有活动').first().waitFor()
    const card = page.getByRole('listitem').filter({ hasText: '春季大走访' })
    await card.getByText('含 2 个活动').waitFor()
    await card.getByRole('button', { name: '装载演示春季大走访' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '装载此演示' }).click()
    await card.getByText('等待装载').waitFor()

    const wanted = await nextDemo(pool)
    assert.equal(wanted?.key, 'spring')
    await noteDemoState(pool, wanted, { state: 'loading', done: 300, total: 1200, says: null })
    await card.getByText('300 / 1200 步').waitFor()
    await page.reload()
    await card.getByText('300 / 1200 步').waitFor()
    await noteDemoState(pool, wanted, { state: 'failed', says: { zh: '422.1 单位代码已用', en: 'taken' } })
    await card.getByRole('alert').getByText('422.1 单位代码已用').waitFor()
    await card.getByText('接着装载').waitFor()
    await noteDemoState(pool, wanted, { state: 'loaded', says: null })
    await page.reload()
    await card.getByRole('link', { name: '打开春季大走访' }).waitFor()
  })

  test('an administrator takes a demo out after reading what goes and typing its key; the office is not offered that', async () => {
    const { house, page, as } = await open()
    const { pool } = house.store
    await offerDemos(pool, house.tenant, offers)
    const { id } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
    await pool.query(`update demo set state = 'loaded', made = $1 where key = 'autumn'`, [[id]])
    await house.admin.does('record.submit', {
      id: uuidv7(),
      campaign: id,
      sort: 'activity',
      kind: 'visit',
      content: { day: '2024-09-01', org: await house.org('ROOT') },
    })
    await as(await house.as('office'))
    await page.goto('/campaigns')
    const card = page.getByRole('listitem').filter({ hasText: '秋收调研' }).last()
    await card.getByText('已装载').waitFor()
    assert.equal(await page.getByRole('button', { name: /移除演示/ }).count(), 0)
    await as(house.admin)
    await page.goto('/campaigns')
    await page.getByRole('button', { name: '移除演示秋收调研' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('1 条记录、0 份通报、0 份督办单').waitFor()
    await dialog.getByText('名册保持原样').waitFor()
    const press = dialog.getByRole('button', { name: /移\s*除/ })
    assert.equal(await press.isDisabled(), true)
    await dialog.getByLabel(/请输入代号 autumn/).fill('autumn')
    await shot(page, 'demo-take-out')
    await press.click()
    await page.getByText('演示已移除').waitFor()
    await page.getByRole('button', { name: '装载演示秋收调研' }).waitFor()
    await page.getByText('还没有活动').first().waitFor()
  })

  test('a liaison sees campaigns but no demos to load, and a phone shows the page without scrolling sideways', async () => {
    const { house, page, as } = await open(phone)
    await house.register({ orgs: [{ code: 'T1', name: '安泰镇', parent: 'ROOT', kind: '乡镇' }] })
    await offerDemos(house.store.pool, house.tenant, offers)
    await as(await house.as('liaison', 'T1'))
    await page.goto('/campaigns')
    await page.getByText('请活动办装载活动方案').waitFor()
    assert.equal(await page.getByText('春季大走访').count(), 0)
    await as(house.admin)
    await page.goto('/campaigns')
    await page.getByText('秋收调研').waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    assert.ok(Number(wide) <= phone.width, `${String(wide)} px wide`)
    assert.ok(phone.width < desk.width)
  })
})
