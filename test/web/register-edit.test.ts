import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { TeamRow } from '#command/team-views.ts'
import type { LinkRow, OrgRow } from '#command/views.ts'
import { journeys, phone } from './browser.ts'
import { ward } from './ward.ts'

/** Kept when somebody wants to look: ZOUFANG_SHOTS names a folder. */
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZOUFANG_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const drawer = (page: Page, title: string) => page.getByRole('dialog', { name: title })
const pick = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('option', { name: new RegExp(name) }).click()
}

journeys((open) => {
  test('a unit is made by hand, told what is wrong, changed from a day on, and not ended while others hang below it', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/register')
    await page.getByRole('button', { name: '新建单位' }).click()
    const form = drawer(page, '新建单位')
    await form.getByRole('button', { name: /保\s*存/ }).click()
    assert.equal((await form.getByRole('alert').filter({ hasText: '必填' }).count()) >= 3, true)
    await form.getByLabel(/^代码/).fill('BL')
    await form.getByLabel(/^名称/).fill('白鹭镇水利站')
    await form.getByRole('button', { name: /上级/ }).click()
    await pick(page, '白鹭镇')
    await form.getByRole('combobox', { name: /种类/ }).fill('站所')
    await shot(page, 'org-new')
    await form.getByRole('button', { name: /保\s*存/ }).click()
    await form.getByText('409.4').waitFor()
    await form.getByLabel(/^代码/).fill('BL-S')
    await form.getByRole('button', { name: /保\s*存/ }).click()
    await form.waitFor({ state: 'detached' })
    const made = async () => (await house.admin.sees<OrgRow[]>('org.list')).find((o) => o.code === 'BL-S')
    assert.deepEqual([(await made())?.name, (await made())?.kind], ['白鹭镇水利站', 'station'])

    await page.getByLabel('按名称、曾用名、代码查找').fill('水利站')
    await page.getByRole('button', { name: '白鹭镇水利站' }).click()
    await page.getByRole('button', { name: '更正或变更' }).click()
    const edit = drawer(page, '修改单位')
    await edit.getByLabel(/^名称/).fill('白鹭镇水务站')
    await edit.getByRole('radio', { name: '从某一天起变更' }).check()
    await shot(page, 'org-edit')
    await edit.getByRole('button', { name: /保\s*存/ }).click()
    await edit.waitFor({ state: 'detached' })
    const shown = await house.admin.sees<{ terms: { name: string }[] }>('org.show', { org: (await made())?.id ?? '' })
    assert.deepEqual(
      shown.terms.map((t) => t.name),
      ['白鹭镇水利站', '白鹭镇水务站'],
    )

    await page.keyboard.press('Escape')
    await page.getByLabel('按名称、曾用名、代码查找').fill('白鹭公社')
    await page.getByRole('button', { name: '白鹭镇', exact: true }).click()
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByText('下面还有 1 个未停用的下级').waitFor()
    assert.equal(await page.getByRole('button', { name: '确认停用' }).isDisabled(), true)
  })

  test('a person, a household and a link are entered by hand, and the link is ended with its last day', async () => {
    const { house, page, as } = await open(phone)
    await ward(house)
    await as(house.admin)
    await page.goto('/register?tab=person')
    await page.getByRole('button', { name: '新建人员' }).click()
    const form = drawer(page, '新建人员')
    await form.getByLabel(/^代码/).fill('G9')
    await form.getByLabel(/^姓名/).fill('周望舒')
    await form.getByRole('button', { name: /单位/ }).click()
    await pick(page, '白鹭镇')
    await form.getByLabel('职务').fill('民政助理')
    await shot(page, 'person-new-390')
    await form.getByRole('button', { name: /保\s*存/ }).click()
    await page.getByText('民政助理').waitFor()

    await page.goto('/register?tab=link')
    await page.getByText('没有 2 个').waitFor()
    await shot(page, 'pairings-390')
    await page.getByRole('button', { name: '新建结对' }).first().click()
    const link = drawer(page, '新建结对')
    await link.getByRole('button', { name: /人员/ }).click()
    await pick(page, '周望舒')
    await link.getByRole('button', { name: /走访对象/ }).click()
    await pick(page, '何春华家')
    await link.getByRole('combobox', { name: /关系/ }).fill('结对帮扶')
    await link.getByRole('button', { name: /保\s*存/ }).click()
    await page.getByText('没有 1 个').waitFor()
    await page.getByRole('button', { name: /周望舒 结对帮扶/ }).click()
    await page.getByRole('button', { name: '确认停用' }).click()
    await page.getByText('已停用').waitFor()
    const links = await house.admin.sees<LinkRow[]>('link.list')
    assert.equal(links.length, 1)
    assert.notEqual(links[0]?.until, null)
  })

  test('a team is put together from units and people, and shows who leads it', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await house.register({ orgs: [{ code: 'HY', name: '河沿镇', parent: 'ROOT', kind: 'township' }] })
    await as(house.admin)
    await page.goto('/register?tab=team')
    await page.getByText('还没有协作组').waitFor()
    await shot(page, 'teams-empty')
    await page.getByRole('button', { name: '新建小组' }).first().click()
    const form = drawer(page, '新建小组')
    await form.getByLabel(/^代码/).fill('Z1')
    await form.getByLabel(/^名称/).fill('第一协作区')
    await form.getByRole('combobox', { name: /种类/ }).fill('协作区')
    await form.getByRole('button', { name: '添加单位' }).click()
    const sheet = drawer(page, '添加单位')
    await sheet.getByText('白鹭镇').click()
    await sheet.getByText('河沿镇').click()
    await sheet.getByRole('button', { name: '选好了' }).click()
    await shot(page, 'team-new')
    await form.getByRole('button', { name: /保\s*存/ }).click()
    await page.getByRole('heading', { name: '第一协作区' }).waitFor()
    await shot(page, 'teams')
    const [team] = await house.admin.sees<TeamRow[]>('team.list')
    assert.deepEqual(
      team?.members.map((m) => [m.duty, m.name]),
      [
        ['lead', '白鹭镇'],
        ['member', '河沿镇'],
      ],
    )
    await page.getByRole('button', { name: '停用 第一协作区' }).click()
    await page.getByRole('button', { name: '确认停用' }).click()
    await page.getByText('已停用').waitFor()
  })

  test('whoever only visits sees the register and is offered nothing to change in it', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(await house.as('visitor', 'BL'))
    await page.goto('/register?tab=person')
    await page.getByRole('button', { name: '陆文渊' }).click()
    await page.getByText('镇长').first().waitFor()
    assert.equal(await page.getByRole('button', { name: '更正或变更' }).count(), 0)
    assert.equal(await page.getByRole('button', { name: '新建人员' }).count(), 0)
  })
})
