import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journeys, phone } from './browser.ts'
import { city } from './world.ts'

journeys((open) => {
  test('a bulletin is drafted, a slip is shown where it stands, and what is sealed stays while the records move on', async () => {
    const { house, page, as } = await open()
    const { visit } = await city(house)
    await visit('T1', '2024-04-02', '1.5', '走访东荡村')
    await visit('T2', '2024-04-03', '4', '走访新桥村')
    await as(house.admin)
    await page.goto('/bulletins')
    await page.getByRole('button', { name: '起草通报' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '起草', exact: true }).click()

    const paper = page.getByRole('article')
    await paper.getByRole('link', { name: '5.5天' }).waitFor()
    const text = page.getByLabel('正文（Markdown）')
    const written = await text.inputValue()
    await text.fill(`${written}\n另走访{{ visit }}。\n`)
    await page.getByText('没有指标“visit”').waitFor()
    assert.ok(await page.getByRole('button', { name: '封存', exact: true }).isDisabled(), 'a draft with a slip cannot be sealed')
    await text.fill(`${written}\n其中两天以上的{{ long_visits }}。\n`)
    await paper.getByRole('link', { name: '1次', exact: true }).waitFor()
    await page.getByText('已保存，预览是最新的').waitFor()

    await page.getByRole('button', { name: '封存', exact: true }).click()
    await page.getByRole('button', { name: '确认封存' }).click()
    await page.getByRole('button', { name: '重新核验' }).click()
    await page.getByText(/逐一重算，完全一致/).waitFor()

    await visit('T3', '2024-04-05', '10', '走访石桥村')
    await page.reload()
    await paper.getByRole('link', { name: '5.5天' }).waitFor()
    await page.getByRole('tab', { name: '封存以来的变化' }).click()
    const changes = page.getByRole('tabpanel')
    assert.match(
      (await changes.getByRole('listitem').filter({ hasText: '走访天数' }).first().innerText()).replaceAll(/\s+/g, ' '),
      /5\.5天 → 现在 15\.5天/,
    )
  })

  test('a sealed figure opens its story and the records as they stood then, also after they were withdrawn', async () => {
    const { house, page, as } = await open()
    const { campaign, visit } = await city(house)
    const first = await visit('T1', '2024-04-02', '1.5', '走访东荡村')
    const id = '01900000-0000-7000-8000-000000000701'
    await house.admin.does('bulletin.draft', { id, campaign, template: 'progress' })
    await house.admin.does('bulletin.seal', { bulletin: id })
    await house.admin.does('record.withdraw', { record: first.id, seen: first.version, why: '重复上报' })
    await as(house.admin)
    await page.goto(`/bulletins/${id}`)
    await page.getByRole('article').getByRole('link', { name: '1.5天' }).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('背后的记录（当时的样子）').waitFor()
    await panel.getByText('走访东荡村').waitFor()
    await panel.getByText('方案第 1 版').waitFor()
    await panel.getByText('走访东荡村').click()
    await page.waitForURL(new RegExp(`/records/${first.id}\\?.*version=2`))
  })

  test('on a phone a table wider than the paper is scrolled within it, and nothing else is wider than the screen', async () => {
    const { house, page, as } = await open(phone)
    const { campaign, visit } = await city(house)
    await visit('T1', '2024-04-02', '1.5', '走访东荡村')
    const id = '01900000-0000-7000-8000-000000000702'
    await house.admin.does('bulletin.draft', { id, campaign, template: 'progress' })
    const text = '# 通报\n\n::: table by=org indicators=visits,long_visits,days,solved class=township total pending\n'
    await house.admin.does('bulletin.edit', { bulletin: id, text })
    await house.admin.does('bulletin.seal', { bulletin: id })
    await as(house.admin)
    await page.goto(`/bulletins/${id}`)
    const table = page.getByRole('article').getByRole('table')
    await table.waitFor()
    const [across, paper] = await table.evaluate((it) => [it.scrollWidth, it.parentElement?.clientWidth ?? 0])
    assert.ok((across ?? 0) > (paper ?? 0), 'nine columns are wider than the paper')
    assert.ok((paper ?? 0) < phone.width, 'the paper is no wider than the screen')
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), phone.width)
    await table.getByRole('columnheader').last().scrollIntoViewIfNeeded()
    assert.ok(
      ((await table.getByRole('columnheader').last().boundingBox())?.x ?? phone.width) < phone.width - 20,
      'its last column can be reached',
    )
  })
})
