import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import type { TestHouse } from '../server/house.ts'
import { desk, journeys, phone } from './browser.ts'

/* Four towns that owe ten visits each, one of them idle; an office that presses, a town that answers. */

const source = `
scheme: ten-visits
title: { zh: 十访, en: Ten visits }
issuer: 清河市活动办
window: { from: 2024-03-04, to: 2024-05-12 }
classes:
  - { key: town, title: { zh: 乡镇, en: Towns }, where: 'org.kind == "town"', minimum: 2 }
  - { key: office, title: { zh: 市直部门, en: Departments }, where: 'org.kind == "dept"' }
start: { by: 2024-03-17 }
lights: { green: 1, yellow: 0.5 }
supervision:
  grades: [{ key: urgent, title: 特急, answer: 1 working day }]
  escalate:
    - { to: lead, after: 1 working day }
    - { to: talk, title: 约谈主要负责人, after: 3 working days }
activities:
  visit:
    title: 走访
    place: none
    participants: { min: 0 }
    fields: [{ key: what, title: 情况, type: text }]
    rules: [{ key: thin, check: size(what) >= 4, otherwise: flag, says: { zh: 情况过于简略, en: Hardly anything is said } }]
indicators:
  visits: { title: { zh: 走访, en: Visits }, unit: 次, from: visit, headline: true }
quotas:
  ten: { title: 每镇十访, who: org, where: 'org.kind == "town"', indicator: visits, at_least: 10 }
`

const city = async (house: TestHouse) => {
  const towns = ['安泰镇', '柳溪镇', '石桥镇', '东荡镇'].map((name, i) => ({ code: `T${i + 1}`, name, parent: 'ROOT', kind: 'town' }))
  await house.register({ orgs: [...towns, { code: 'D1', name: '市水利局', parent: 'ROOT', kind: 'dept' }] })
  const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
  const visit = async (town: string, day: string, what = '查看了低洼田块') =>
    house.admin.does('record.submit', {
      id: uuidv7(),
      campaign,
      sort: 'activity',
      kind: 'visit',
      content: { day, org: await house.org(town), fields: { what } },
    })
  for (let i = 0; i < 10; i++) await visit('T1', `2024-03-1${i}`)
  for (const day of ['2024-03-12', '2024-03-13', '2024-04-02']) await visit('T2', day)
  await visit('T3', '2024-03-25', '好')
  return { campaign, visit }
}

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['ZOUFANG_SHOTS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

journeys((open) => {
  test('a leader sees the lights of a class by shape and word, and presses the one that has not started', async () => {
    const { house, page, as } = await open(desk)
    await city(house)
    await as(await house.as('office'))
    await page.goto('/supervision?on=2024-04-07')
    await page.getByRole('heading', { name: '督查' }).waitFor()
    const units = page.locator('li[data-light]').filter({ has: page.getByRole('button', { name: /^督办/ }) })
    await units.first().waitFor()
    assert.deepEqual(
      (await units.allInnerTexts()).map((t) => t.replaceAll(/\s+/g, ' ').slice(0, 9)),
      ['红灯 东荡镇 完成', '红灯 石桥镇 完成', '黄灯 柳溪镇 完成', '红灯 市水利局 尚'],
    )
    await page.getByText('不均衡').waitFor()
    await page.getByRole('button', { name: '督办东荡镇' }).click()
    const dialog = page.getByRole('dialog')
    assert.equal(await dialog.getByLabel('事由').inputValue(), '活动尚未启动')
    await dialog.getByRole('button', { name: '发出督办单' }).click()
    await dialog.getByText('请填写').waitFor()
    await dialog.getByLabel('要求').fill('三日内启动走访，并说明原因')
    await dialog.getByRole('button', { name: '发出督办单' }).click()
    await page.getByText('督办单已发出').waitFor()
    await page.getByRole('link', { name: '督办 1 份' }).click()
    await page.getByRole('link', { name: /活动尚未启动/ }).click()
    await page.getByText('三日内启动走访，并说明原因').waitFor()
    await page.getByText('该单位未设联络员，没有人能签收').waitFor()
    await page.getByText('约谈主要负责人').waitFor()
  })

  test('the unit receives and answers, the office returns and closes, each with the acts that are theirs', async () => {
    const { house, page, as } = await open()
    const { campaign } = await city(house)
    const [office, town] = [await house.as('office'), await house.as('liaison', 'T4')]
    const { id } = await office.does<{ id: string }>('notice.issue', {
      id: uuidv7(),
      campaign,
      org: await house.org('T4'),
      title: '催办启动',
      asks: '限期启动',
      grade: 'urgent',
    })
    const acts = async () => (await page.locator('header').last().getByRole('button').allInnerTexts()).map((t) => t.replaceAll(/\s/g, ''))
    const does = async (act: string, note?: string) => {
      await page.locator('header').last().getByRole('button', { name: act }).click()
      const dialog = page.getByRole('dialog')
      if (note !== undefined) await dialog.getByLabel('说明').fill(note)
      await dialog.getByRole('button', { name: act }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await as(town)
    await page.goto(`/supervision/notices/${id}`)
    await page.getByText('待签收').waitFor()
    await page.getByText('特急').waitFor()
    assert.deepEqual(await acts(), ['签收', '申请延期'])
    await does('签收')
    await page.getByText('办理中').waitFor()
    await does('答复', '已走访三户')
    await page.getByText('已答复，待办结').waitFor()
    assert.deepEqual(await acts(), [])
    await as(office)
    await page.goto(`/supervision/notices/${id}`)
    await page.getByText('已答复，待办结').waitFor()
    await does('退回重办', '没有说明原因')
    await page.getByText('没有说明原因').waitFor()
    assert.deepEqual(await acts(), ['同意延期', '撤销'])
  })

  test('zones stand beside the classes with lights of their own, and a notice goes to who leads one', async () => {
    const { house, page, as } = await open(desk)
    await city(house)
    const zone = (code: string, name: string, orgs: readonly string[]) => ({
      code,
      name,
      kind: '协作区',
      members: orgs.map((org, i) => ({ who: { org }, duty: i === 0 ? ('lead' as const) : ('member' as const) })),
    })
    await house.register({ teams: [zone('Z1', '第一协作区', ['T1', 'T2']), zone('Z2', '第二协作区', ['T3', 'T4'])] })
    await as(await house.as('office'))
    await page.goto('/supervision?on=2024-04-07')
    await page.getByRole('heading', { name: '协作区' }).waitFor()
    const second = page.locator('li[data-light]').filter({ has: page.getByRole('button', { name: '督办第二协作区' }) })
    assert.match(await second.innerText(), /红灯[^]*牵头 石桥镇[^]*成员单位 红灯 2[^]*按成员单位合计/)
    await shot(page, 'supervision-teams')
    await second.getByRole('button', { name: '督办第二协作区' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('由牵头单位的联络员签收并答复').waitFor()
    await dialog.getByLabel('要求').fill('召集成员单位会商')
    await dialog.getByRole('button', { name: '发出督办单' }).click()
    await page.getByText('督办单已发出').waitFor()
    await page.goto('/supervision/notices')
    await page.getByText('由石桥镇牵头答复').waitFor()
    await page.getByRole('button', { name: '发出督办单' }).click()
    await page.getByRole('dialog').getByText('协作区、小组').click()
    await page.getByRole('dialog').getByLabel('协作区、小组').last().click()
    await page.getByText('第一协作区').last().click()
    await shot(page, 'notice-to-team')
    await page.getByRole('dialog').getByText('由牵头单位的联络员签收并答复').waitFor()
    await page.setViewportSize(phone)
    await page.goto('/supervision?on=2024-04-07')
    await page.getByRole('heading', { name: '协作区' }).waitFor()
    await shot(page, 'supervision-teams-390')
  })

  test('a flag is judged in the inbox with a reason, and the record shows who said what', async () => {
    const { house, page, as } = await open()
    await city(house)
    await as(await house.as('liaison', 'T3'))
    await page.goto('/supervision/flags')
    await page.getByText('情况过于简略').waitFor()
    await page.getByRole('button', { name: '判断' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('确有问题').click()
    await dialog.getByLabel('理由').fill('没有写走访了谁')
    await dialog
      .getByRole('button', { name: '判 断' })
      .or(dialog.getByRole('button', { name: '判断' }))
      .click()
    await page.getByText('没有待核查的疑点').waitFor()
    await page.getByText('确有问题', { exact: true }).click()
    await page.getByText('没有写走访了谁').waitFor()
    await page.getByRole('link', { name: '好', exact: true }).click()
    await page.getByRole('heading', { name: '走访' }).first().waitFor()
    await page.getByText('没有写走访了谁').waitFor()
    await page.getByRole('button', { name: '重新判断' }).waitFor()
  })

  test('the digest tells the week, and the weeks before and after are one step away', async () => {
    const { house, page, as } = await open()
    await city(house)
    await as(await house.as('office'))
    await page.goto('/supervision/digest?week=2024-03-27')
    await page.getByText('2024年3月25日至2024年3月31日（2024 年第 13 周）').waitFor()
    const fact = (word: string) =>
      page
        .locator('dl > div')
        .filter({ has: page.getByText(word, { exact: true }) })
        .first()
    await fact('本周启动').getByText('石桥镇').waitFor()
    await fact('本周没有新记录').getByText('柳溪镇、安泰镇').waitFor()
    await fact('尚未启动').getByText('东荡镇').waitFor()
    await page.getByRole('button', { name: '上一周' }).click()
    await page.getByText('2024年3月18日至2024年3月24日').waitFor()
    await page.getByRole('button', { name: '下载' }).click()
    const link = page.getByRole('link', { name: '下载 Word（不点名）' })
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
    assert.equal(file.suggestedFilename(), '十访督查周报（第 12 周）.docx')
  })

  test('on a phone no page of supervision is wider than the screen, in either language and in large type', async () => {
    const { house, page, as } = await open(phone)
    const { campaign } = await city(house)
    const { id } = await house.admin.does<{ id: string }>('notice.issue', {
      id: uuidv7(),
      campaign,
      org: await house.org('T4'),
      title: '催办启动',
      asks: '限期启动',
    })
    await as(house.admin)
    const pages = [
      '/supervision?on=2024-04-07',
      '/supervision/notices',
      `/supervision/notices/${id}`,
      '/supervision/flags',
      '/supervision/digest?week=2024-03-27',
    ]
    for (const language of ['zh', 'en']) {
      await page.goto('/')
      await page.evaluate(`localStorage.setItem('zoufang.preferences', '{"language":"${language}","larger":true}')`)
      for (const path of pages) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), phone.width, `${language} ${path}`)
      }
    }
  })
})
