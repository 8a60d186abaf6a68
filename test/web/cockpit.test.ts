import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journeys, phone } from './browser.ts'
import { city } from './world.ts'

journeys((open) => {
  test('the cockpit keeps pending apart from confirmed, and each figure opens the records behind it', async () => {
    const { house, page, as } = await open()
    const { visit } = await city(house)
    await visit('T1', '2024-04-02', '1.5', '走访东荡村')
    await visit('T1', '2024-05-06', '3', '走访前进村')
    await visit('T2', '2024-05-07', '2', '走访新桥村', false)
    await as(house.admin)
    await page.goto('/')

    const days = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '走访天数' }) })
    await days.getByText('4.5').waitFor()
    await days.getByText('待审 +2').waitFor()
    const visits = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '走访次数' }) })
    assert.match((await visits.getByRole('list').innerText()).replaceAll(/\s/g, ''), /两天以上1次待审\+1/)
    await page.getByText('1 条记录等待审核').waitFor()

    await days.getByRole('button', { name: '走访天数' }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('共 2 条').waitFor()
    await panel.getByText('走访前进村').waitFor()
    await panel.getByText('待审', { exact: true }).click()
    await panel.getByText('走访新桥村').waitFor()
    await panel.getByText('走访新桥村').click()
    await page.waitForURL(/\/records\/[0-9a-f-]{36}/)
  })

  test('from the cockpit it is one step to the figures that the sealed bulletin prints', async () => {
    const { house, page, as } = await open()
    const { campaign, visit } = await city(house)
    await visit('T1', '2024-04-02', '1.5', '走访东荡村')
    await as(house.admin)
    const id = '01900000-0000-7000-8000-000000000702'
    await house.admin.does('bulletin.draft', { id, campaign, template: 'progress' })
    await house.admin.does('bulletin.seal', { bulletin: id })
    await visit('T2', '2024-04-03', '4', '走访新桥村')
    await page.goto('/')
    const days = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '走访天数' }) })
    await days.getByText('5.5').waitFor()
    await page.getByRole('link', { name: /通报封存时的数字/ }).click()
    await days.getByRole('button', { name: '走访天数' }).filter({ hasText: /^1\.5/ }).waitFor()
    await page.getByRole('button', { name: '回到此刻' }).click()
    await days.getByText('5.5').waitFor()
  })

  test('units are ranked within their class, those that have not started are named, and an earlier moment shows what stood then', async () => {
    const { house, page, as } = await open()
    const { visit } = await city(house)
    await visit('T1', '2024-04-02', '1.5', '走访东荡村')
    await visit('T2', '2024-04-03', '4', '走访新桥村')
    await as(house.admin)
    await page.goto('/')
    await page.getByText('石桥镇').first().waitFor()
    const rows = page.locator('li[data-rank]')
    assert.deepEqual(
      (await rows.allInnerTexts()).map((t) => t.replaceAll(/\s+/g, '')),
      ['1柳溪镇4天', '2安泰镇1.5天', '—石桥镇0天'],
    )
    await page.getByText('以下单位记录少于 1 条').waitFor()
    await page.getByText('2 / 3 已启动').waitFor()
    await page.getByText('未设联络员').waitFor()

    await page.goto('/?asOf=2020-01-01T00:00:00.000Z')
    await page.getByText(/以下是截至 2020-01-01/).waitFor()
    const days = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '走访天数' }) })
    await days.getByRole('button', { name: '走访天数' }).filter({ hasText: /^0/ }).waitFor()
    await page.getByRole('button', { name: '回到此刻' }).click()
    await days.getByText('5.5').waitFor()

    await page.goto('/?org=T1')
    await days.getByText('1.5').waitFor()
  })

  test('on a phone nothing is wider than the screen and the pages are at the bottom', async () => {
    const { house, page, as } = await open(phone)
    const { visit } = await city(house)
    await visit('T1', '2024-04-02', '1.5', '走访东荡村')
    await as(house.admin)
    for (const path of ['/', '/bulletins']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), phone.width, path)
    }
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '总览' }).last().click()
    await page.getByRole('heading', { name: '总览' }).waitFor()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '名册' }).waitFor()
  })
})
