import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountRow } from '#command/views.ts'
import { journeys } from './browser.ts'
import { ward } from './ward.ts'

journeys((open) => {
  test('the administrator makes an account, grants and revokes a role, and disables it', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/accounts')
    await page.getByRole('button', { name: '新建账号' }).click()
    const dialog = page.getByRole('dialog', { name: '新建账号' })
    await dialog.getByRole('button', { name: '新建账号' }).click()
    await dialog.getByText('至少 8 个字符').waitFor()
    await dialog.getByLabel('姓名').fill('陆文渊')
    await dialog.getByLabel('登录名').fill('luwenyuan')
    await dialog.getByRole('button', { name: '生成一个' }).click()
    await dialog.getByRole('button', { name: /单位/ }).click()
    await page.getByRole('dialog', { name: '所属单位' }).getByText('白鹭镇', { exact: true }).click()
    await dialog.getByRole('button', { name: '新建账号' }).click()
    const line = page.getByRole('listitem').filter({ hasText: 'luwenyuan' })
    await line.getByText('走访干部').waitFor()

    const stored = async () => (await house.admin.sees<AccountRow[]>('account.list')).find((a) => a.login === 'luwenyuan')
    await line.getByRole('button', { name: /^收回/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
    await line.getByText('没有权限').waitFor()
    assert.deepEqual((await stored())?.grants, [])
    await line.getByRole('button', { name: '停用' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await line.getByText('已停用').waitFor()
    assert.equal((await stored())?.disabled, true)
  })

  test('who is no administrator is told so, and sees no account', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(await house.as('liaison', 'BL'))
    await page.goto('/accounts')
    await page.getByRole('heading', { name: '这一页不在您的菜单里' }).waitFor()
  })
})
