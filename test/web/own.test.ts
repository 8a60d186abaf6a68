import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { desk, journeys, phone } from './browser.ts'
import { handIn, ward } from './ward.ts'
import { city } from './world.ts'

/** What the house refused while the page was looked at. */
const refusals = (page: Page): readonly string[] => {
  const refused: string[] = []
  page.on('response', (answer) => void (answer.status() >= 400 && refused.push(`${answer.status()} ${answer.url()}`)))
  return refused
}

journeys((open) => {
  for (const size of [desk, phone]) {
    test(`a visitor's first page is theirs, and nothing on their menu is refused (${size.width} px)`, async () => {
      const { house, page, as } = await open(size)
      await ward(house)
      const people = await house.admin.sees<{ rows: { id: string; code: string }[] }>('person.list')
      const person = people.rows.find((p) => p.code === 'G1')?.id ?? ''
      const homes = await house.admin.sees<{ rows: { id: string; code: string }[] }>('subject.list')
      const subject = homes.rows.find((s) => s.code === 'H2')?.id
      await house.admin.does('link.save', { id: uuidv7(), by: { person }, to: { subject }, role: '联系户' })
      await as(await house.as('visitor', 'BL', { person }))
      const refused = refusals(page)
      await page.goto('/')
      await page.getByText('每名干部发卡不少于二十张').waitFor()
      await page.getByRole('heading', { name: '还没有走到的' }).waitFor()
      await page.getByRole('link', { name: '沈秋实家' }).waitFor()
      await page.getByText('您还没有录入记录').waitFor()
      await page.getByRole('heading', { name: '白鹭镇的数字' }).waitFor()
      if (size === phone) await page.getByRole('button', { name: '更多' }).click()
      const paths = new Set(
        await page
          .getByRole('navigation')
          .getByRole('link')
          .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? '')),
      )
      assert.ok(paths.size >= 8, [...paths].join(' '))
      for (const path of paths) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        assert.equal(await page.getByText('这一页不在您的菜单里').count(), 0, path)
      }
      for (const path of [
        '/supervision/notices',
        '/burden',
        '/figures/check',
        '/review',
        '/scheme/write',
        '/register/import',
        '/accounts',
      ]) {
        assert.ok(!paths.has(path), path)
        await page.goto(path)
        await page.getByRole('heading', { name: '这一页不在您的菜单里' }).waitFor()
        await page.waitForLoadState('networkidle')
      }
      assert.deepEqual(refused, [])
    })
  }

  test('a visitor who enters a visit took part in it: nobody has to choose themselves', async () => {
    const { house, page, as } = await open(phone)
    await ward(house)
    const people = await house.admin.sees<{ rows: { id: string; code: string }[] }>('person.list')
    const person = people.rows.find((p) => p.code === 'G1')?.id ?? ''
    await as(await house.as('visitor', 'BL', { person }))
    await page.goto('/records/new/visit')
    await page.getByRole('button', { name: /陆文渊/ }).waitFor()
    await page.getByText('镇长').waitFor()
    await as(await house.as('liaison', 'BL'))
    await page.goto('/records/new/visit')
    await page.getByRole('button', { name: /选择参加人员/ }).waitFor()
    assert.equal(await page.getByText('陆文渊').count(), 0)
  })

  test('a figure that is computed names its parts with their values, each down to its records', async () => {
    const { house, page, as } = await open()
    const { campaign } = await ward(house)
    const first = await handIn(house, campaign, '2024-04-02', '灌溉渠年久失修')
    await house.admin.does('record.accept', { record: first, seen: 1 })
    await handIn(house, campaign, '2024-04-03', '屋顶需要修缮一次')
    await as(house.admin)
    const refused = refusals(page)
    await page.goto('/')
    await page.getByText('另有待审 1').waitFor()
    assert.equal(await page.getByText('走访户数').locator('..').getByText('+').count(), 0, 'different homes are never added up')
    await page.getByRole('button', { name: '次均联系卡' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('由 2 个数合成').waitFor()
    await drawer.getByText('联系卡 ÷ 走访次数').waitFor()
    await drawer.getByText('灌溉渠年久失修').waitFor()
    await drawer.getByRole('button', { name: /^走访次数/ }).click()
    await drawer.getByText('共 1 条').waitFor()
    assert.ok(!(await drawer.innerText()).includes('visits'), 'no key of the scheme is shown')
    assert.deepEqual(refused, [])
  })

  test('in English a record without words of its own is called by its kind’s English title, and the buttons are in English', async () => {
    const { house, page, as } = await open()
    const { visit } = await city(house)
    await visit('T1', '2024-04-02', '1.5', '')
    await as(house.admin)
    await page.goto('/records')
    await page.getByRole('link', { name: '走访', exact: true }).last().waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Visit', exact: true }).waitFor()
    assert.equal((await page.getByRole('button', { name: 'Larger type' }).innerText()).replaceAll(/\s/g, ''), 'Aa')
    await page.goto('/')
    await page.getByRole('button', { name: 'Visits' }).first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('1 in all').waitFor()
    assert.ok(!(await drawer.innerText()).includes('走访'), 'no Chinese title beside the English')
  })
})
