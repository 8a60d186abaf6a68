import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { DraftRow, DraftView } from '#command/draft/views.ts'
import { journeys, phone } from './browser.ts'
import { ward } from './ward.ts'

const editorOf = (page: Page) => page.getByRole('textbox', { name: '方案原文' })

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZOUFANG_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** A comment at the end of the line that holds the title. */
const add = async (page: Page, words: string): Promise<void> => {
  await editorOf(page).getByText('春季大走访').first().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(` # ${words}`)
}
const saved = (page: Page) => page.getByText(/已存到服务器/)

journeys((open) => {
  test('a draft goes on at another desk, a newer one is told when one comes back, and a conflict is settled by a person', async () => {
    const { house, page, as } = await open()
    await ward(house)
    const office = await house.as('office')
    const drafts = () => house.admin.sees<DraftRow[]>('draft.list')
    await as(house.admin)
    await page.goto('/scheme/write')
    await page.getByRole('button', { name: /最小的例子/ }).click()
    await page.getByText('没有错误').waitFor()
    await add(page, '甲写的')
    await saved(page).waitFor()
    const [first] = await drafts()
    assert.deepEqual([first?.name, first?.version, first?.campaign], ['春季大走访', 1, null])

    await as(office)
    await page.goto('/scheme/write')
    await page.getByText('新活动', { exact: false }).first().waitFor()
    await page.getByRole('link', { name: '接着写春季大走访' }).click()
    await editorOf(page).getByText('甲写的').waitFor()
    await add(page, '乙写的')
    await saved(page).waitFor()
    await shot(page, 'draft-saved')

    await as(house.admin)
    await page.goto('/scheme/write')
    await page
      .getByRole('alert')
      .getByText(/存了更新的一稿/)
      .waitFor()
    await page.getByRole('button', { name: '用对方的' }).click()
    await editorOf(page).getByText('乙写的').waitFor()
    await page.getByRole('alert').waitFor({ state: 'detached' })

    const theirs = await office.sees<DraftView>('draft.show', { draft: String(first?.id) })
    await office.does('draft.save', { id: theirs.id, seen: theirs.version, name: theirs.name, source: `${theirs.source}\n# 丙写的\n` })
    await add(page, '丁写的')
    await page
      .getByRole('alert')
      .getByText(/也改了这份草稿/)
      .waitFor()
    await shot(page, 'draft-conflict')
    await page.getByRole('button', { name: '看有什么不同' }).click()
    await page.getByRole('dialog').getByText('丙写的').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '我的另存为新草稿' }).click()
    await saved(page).waitFor()
    const both = await drafts()
    assert.deepEqual(both.map((d) => d.name).toSorted(), ['春季大走访', '春季大走访（我的改动）'].toSorted())
    assert.match((await office.sees<DraftView>('draft.show', { draft: String(first?.id) })).source, /丙写的/)
  })

  test('without a line the device keeps what is written and the house has it as soon as the line is back', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/scheme/write')
    await page.getByRole('button', { name: /最小的例子/ }).click()
    await page.getByText('没有错误').waitFor()
    await page.context().setOffline(true)
    await add(page, '断网时写的')
    await page.getByText('连不上服务器，草稿先存在本机').waitFor()
    assert.deepEqual(await house.admin.sees<DraftRow[]>('draft.list'), [])
    await page.context().setOffline(false)
    await saved(page).waitFor()
    const [row] = await house.admin.sees<DraftRow[]>('draft.list')
    const shown = () => house.admin.sees<DraftView>('draft.show', { draft: String(row?.id) })
    assert.match((await shown()).source, /断网时写的/)

    // The house stores it, and its answer is lost: what is written after that is no conflict with oneself.
    await page.route(
      '**/api/draft/save',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await add(page, '答复丢了')
    await page.getByText('连不上服务器，草稿先存在本机').waitFor()
    assert.match((await shown()).source, /答复丢了/)
    await add(page, '接着写的')
    await saved(page).waitFor()
    assert.match((await shown()).source, /接着写的/)
    assert.equal(await page.getByRole('alert').count(), 0)
  })

  test('drafts are renamed, deleted, had back at once or later, on a phone too', async () => {
    const { house, page, as } = await open(phone)
    await house.admin.does('draft.save', {
      id: '01900000-0000-7000-8000-00000000000a',
      seen: 0,
      name: '秋收调研',
      source: 'scheme: autumn',
    })
    await as(house.admin)
    await page.goto('/scheme/write')
    await page.getByRole('button', { name: '给秋收调研改名' }).click()
    await page.getByLabel('草稿名称').fill('秋收调研二稿')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /确\s*定|OK/ })
      .click()
    await page.getByText('秋收调研二稿').first().waitFor()
    await shot(page, 'drafts-390')
    await page.getByRole('button', { name: '删除草稿秋收调研二稿' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('link', { name: '接着写秋收调研二稿' }).waitFor()
    await page.getByRole('button', { name: '删除草稿秋收调研二稿' }).click()
    await page.getByText('已删除“秋收调研二稿”').waitFor()
    assert.deepEqual((await house.admin.sees<DraftRow[]>('draft.list', { dropped: true })).length, 1)
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
  })
})
