import assert from 'node:assert/strict'
import { test } from 'node:test'
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
