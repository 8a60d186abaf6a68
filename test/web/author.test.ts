import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import type { CampaignRow, CampaignView, FigureRow, Receipt } from '#command/views.ts'
import { journeys, phone } from './browser.ts'
import { source, ward } from './ward.ts'

const editorOf = (page: Page) => page.getByRole('textbox', { name: '方案原文' })

const pick = async (page: Page, opens: string, sheet: string, name: string) => {
  await page.getByRole('button', { name: opens }).click()
  const dialog = page.getByRole('dialog', { name: sheet })
  await dialog.getByText(name, { exact: true }).click()
  await dialog.getByRole('button', { name: '选好了' }).click()
}

/** Types at the end of the line that holds these words. */
const atEndOf = async (page: Page, words: string): Promise<void> => {
  await editorOf(page).getByText(words).first().click()
  await page.keyboard.press('End')
}

/** The whole text of the file in the editor is another one. */
const rewrite = async (page: Page, text: string): Promise<void> => {
  await editorOf(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

journeys((open) => {
  test('a campaign is written on the screen: a mistake is seen in place, put right by completion, previewed, rehearsed, published and used', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/scheme')
    await page.getByRole('link', { name: '编写新活动' }).click()
    await page.getByRole('button', { name: /最小的例子/ }).click()
    await page.getByText('没有错误').waitFor()

    await atEndOf(page, 'subjects: { min: 1 }')
    await page.keyboard.press('Enter')
    await page.keyboard.type('revew: true')
    await page.getByText('不认识的键“revew”').first().waitFor()
    await page.getByRole('button', { name: /S101/ }).click()
    await editorOf(page).getByText('revew').first().dblclick()
    await page.keyboard.type('rev')
    await page.locator('.cm-tooltip-autocomplete').getByText('review').click()
    await page.getByText('没有错误').waitFor()

    await page.getByRole('tab', { name: '表单' }).click()
    await page.getByText('需联络员审核').waitFor()
    await page.getByRole('tab', { name: '演练' }).click()
    await page.getByRole('button', { name: '演练一遍' }).click()
    await page.getByRole('row', { name: /走访户数/ }).waitFor()
    await page.getByRole('tab', { name: '发布' }).click()
    await page.getByRole('button', { name: '发布为新活动' }).click()
    await page.waitForURL(/campaign=spring-visits/)

    const campaigns = await house.admin.sees<CampaignRow[]>('campaign.list', {})
    const made = campaigns.find((c) => c.key === 'spring-visits')
    assert.ok(made)
    const { source: stored, files } = await house.admin.sees<CampaignView>('campaign.show', { campaign: made.id })
    assert.match(stored, /review: true/)
    assert.deepEqual(Object.keys(files), ['bulletin.md'])
    assert.equal(
      await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('zoufang.scheme.')).length),
      0,
      'the draft is gone',
    )
    await page.goto('/records/new/visit?campaign=spring-visits')
    await page.getByLabel('天数').fill('2')
    await page.getByLabel('了解到的情况').fill('水渠年久失修，灌溉困难')
    await pick(page, '选择参加人员', '参加人员', '陆文渊')
    await pick(page, '选择走访对象', '走访对象', '何春华家')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已提交，等待审核').waitFor()
    const figures = await house.admin.sees<FigureRow[]>('figure.list', { campaign: made.id })
    assert.equal(figures.find((f) => f.indicator === 'research_days')?.pending, '2')
  })

  test('before a revision is published it says what the existing records come to, now and if they were derived anew', async () => {
    const { house, page, as } = await open()
    const { campaign } = await ward(house)
    const subjects = await house.admin.sees<{ rows: { id: string }[] }>('subject.list', {})
    const places = await house.admin.sees<{ id: string; code: string }[]>('place.list', {})
    const visit = async (cards: string) => {
      const content = {
        day: '2024-04-02',
        org: await house.org('BL'),
        place: places.find((p) => p.code === 'P1')?.id,
        participants: [],
        subjects: [subjects.rows[0]?.id],
        fields: { cards, heard: '水渠年久失修，灌溉困难' },
      }
      const people = await house.admin.sees<{ rows: { id: string }[] }>('person.list', {})
      const sent = await house.admin.does<Receipt>('record.submit', {
        id: uuidv7(),
        campaign,
        sort: 'activity',
        kind: 'visit',
        content: { ...content, participants: [people.rows[0]?.id] },
      })
      await house.admin.does('record.accept', { record: sent.id, seen: sent.version })
    }
    await visit('3')
    await visit('30')
    await as(house.admin)
    await page.goto('/scheme')
    await page.getByRole('link', { name: '修订方案' }).click()
    await page.getByText('没有错误').waitFor()
    await rewrite(page, source.replace('from: visit, value: cards }', 'from: visit, value: cards, when: cards < 10 }'))
    await page.getByRole('tab', { name: '发布' }).click()
    const row = page.getByRole('row', { name: /联系卡/ }).first()
    await row.waitFor()
    assert.match((await row.innerText()).replace(/\s+/g, ' '), /33 3 1/)
    await page.getByText('cards < 10').first().waitFor()
    await page.getByRole('button', { name: '发布为第 2 版' }).click()
    await page.getByText('必填', { exact: true }).first().waitFor()
    await page.getByLabel('为什么修订').fill('大宗发放不算')
    await page.getByRole('button', { name: '发布为第 2 版' }).click()
    await page.waitForURL(/\/scheme\?/)
    const view = await house.admin.sees<CampaignView>('campaign.show', { campaign })
    assert.equal(view.versions.find((v) => v.version === 2)?.why, '大宗发放不算')
    const figures = await house.admin.sees<FigureRow[]>('figure.list', { campaign })
    assert.equal(figures.find((f) => f.indicator === 'cards')?.confirmed, '33', 'what exists stays')
  })

  test('a draft outlives the page, with what can be undone; the keyboard leaves the editor; a phone shows one side at a time', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/scheme/write')
    await page.getByRole('button', { name: /空白/ }).click()
    await page.getByText('没有错误').waitFor()
    await atEndOf(page, 'visits: {')
    await page.keyboard.press('Enter')
    await page.keyboard.type('oops')
    await page
      .getByText(/S002|S10/)
      .first()
      .waitFor()
    await page.reload()
    await editorOf(page).getByText('oops').waitFor()
    await page.getByText('没写完的草稿').waitFor()
    await editorOf(page).click()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.getByText('没有错误').waitFor()
    assert.equal(await editorOf(page).getByText('oops').count(), 0)

    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.closest(".cm-editor") === null'), true, 'Escape and Tab lead out')

    await page.setViewportSize(phone)
    await editorOf(page).waitFor()
    assert.equal(await page.getByRole('tab', { name: '表单' }).isVisible(), false)
    await page.getByText('查看', { exact: true }).click()
    await page.getByRole('tab', { name: '表单' }).waitFor()
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
  })

  test('a template’s mistake is told at its place in the template while it is written', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/scheme/write')
    await page.getByRole('button', { name: /最小的例子/ }).click()
    await page.getByText('没有错误').waitFor()
    await page.getByRole('button', { name: 'bulletin.md' }).click()
    const template = page.getByRole('textbox', { name: '通报模板 bulletin.md' })
    await template.getByText('活动开展以来').click()
    await page.keyboard.press('End')
    await page.keyboard.type('另有{{ househol ')
    await page.getByText('没有指标“househol”').first().waitFor()
    await page.getByRole('button', { name: 'scheme.yaml' }).click()
    await page.getByRole('button', { name: /B106/ }).click()
    await template.waitFor()
  })
})
