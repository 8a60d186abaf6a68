import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CampaignView } from '#command/views.ts'
import { journeys } from './browser.ts'
import { fileOf, source, ward } from './ward.ts'

journeys((open) => {
  test('a scheme says in words how each figure is counted, and shows its forms as people will see them', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/scheme?part=indicators')
    await page.getByText('联系卡 ÷ 走访次数').waitFor()
    await page.getByRole('tab', { name: '表单' }).click()
    await page.getByText('了解到的情况的字数 ≥ 8').waitFor()
    assert.equal(await page.getByLabel('帮扶资金').count(), 0)
    await page.getByRole('group', { name: '当场帮扶' }).getByText('是').click()
    await page.getByLabel('帮扶资金').waitFor()
    await page.getByRole('tab', { name: '原文与版本' }).click()
    await page.getByText('首次装载').waitFor()
  })

  test('an empty house is told how to begin, and a dropped file becomes its first campaign', async () => {
    const { house, page, as } = await open()
    await as(house.admin)
    await page.goto('/scheme')
    await page.getByText('还没有活动').first().waitFor()
    await page.getByRole('link', { name: '编写新活动' }).first().click()
    await page.locator('input[type=file]').setInputFiles(fileOf('ward.yaml', source))
    await page.getByText('没有错误').waitFor()
    await page.getByRole('tab', { name: '发布' }).click()
    await page.getByRole('button', { name: '发布为新活动' }).click()
    await page.getByRole('heading', { name: '白鹭镇走访' }).waitFor()
    await page.getByText('集中走访').waitFor()
  })

  test('a unit widens its circle by post, and all can read how', async () => {
    const { house, page, as } = await open()
    const { campaign } = await ward(house)
    await as(await house.as('liaison', 'BL'))
    await page.goto('/scheme?part=people')
    await page.getByRole('button', { name: '延伸本单位参加对象' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('按职务').fill('办事员')
    await dialog.getByLabel('用一句话说明').fill('延伸至全体机关干部')
    await dialog.getByRole('button', { name: '延伸本单位参加对象' }).click()
    await page.getByText('延伸至全体机关干部').waitFor()
    const { circles } = await house.admin.sees<CampaignView>('campaign.show', { campaign })
    assert.deepEqual(
      circles.map((c) => [c.orgName, c.says]),
      [['白鹭镇', '延伸至全体机关干部']],
    )
  })
})
