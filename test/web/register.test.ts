import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { journeys, phone } from './browser.ts'
import { fileOf, ward } from './ward.ts'

const people = [
  '编码,姓名,单位编码,职务,职级',
  'G1,陆文渊,BL,镇长,科级',
  'G3,蒋安澜,BL,组织委员,科级',
  'G4,许素琴,没有的单位,办事员,科员',
].join('\n')

journeys((open) => {
  test('a roster is imported with its one bad row handed back, and importing it again changes nothing', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await as(house.admin)
    await page.goto('/register?tab=person')
    await page.getByText('陆文渊').waitFor()
    await page.getByRole('link', { name: '导入名册' }).click()
    await page.locator('input[type=file]').setInputFiles(fileOf('人员.csv', people))
    await page.getByRole('heading', { name: /导入完成，1 行未登记/ }).waitFor()
    const outcome = page.getByRole('region', { name: '导入结果' })
    assert.deepEqual(await outcome.locator('dd').allInnerTexts(), ['1', '0', '1', '1'], 'added, changed, same, refused')
    await outcome.getByText(/人员 第 4 行/).waitFor()
    const [workbook] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /错误/ }).click()])
    assert.ok(readFileSync(await workbook.path()).length > 100)

    await page.getByRole('button', { name: '再导入一个文件' }).click()
    await page.locator('input[type=file]').setInputFiles(fileOf('人员.csv', people.split('\n').slice(0, 3).join('\n')))
    await page.getByRole('heading', { name: /^导入完成/ }).waitFor()
    assert.deepEqual(await page.getByRole('region', { name: '导入结果' }).locator('dd').allInnerTexts(), ['0', '0', '2', '0'])
    await page.goto('/register?tab=person')
    await page.getByText('蒋安澜').waitFor()
  })

  test('a file that is no roster is refused in words, and the page is ready for the next one', async () => {
    const { house, page, as } = await open(phone)
    await ward(house)
    await as(house.admin)
    await page.goto('/register/import')
    await page.locator('input[type=file]').setInputFiles(fileOf('照片.xlsx', 'not a workbook'))
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /4\d\d\.\d+/)
  })

  test('the register is searched by name and alias, and one household shows who answers for it', async () => {
    const { house, page, as } = await open()
    await ward(house)
    await house.register({ links: [{ by: { person: 'G1' }, to: { subject: 'H1' }, role: '结对帮扶' }] })
    await as(house.admin)
    await page.goto('/register')
    await page.getByLabel('按名称、曾用名、代码查找').fill('白鹭公社')
    await page.getByRole('button', { name: '白鹭镇' }).click()
    await page.getByRole('dialog').getByText('陆文渊').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: '走访对象' }).click()
    await page.getByRole('link', { name: '何春华家' }).click()
    await page.getByRole('heading', { name: '何春华家' }).waitFor()
    await page.getByText('结对帮扶').waitFor()
    await page.getByText('被走访 0 次').waitFor()
  })
})
