import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page as Rows, RecordRow, RecordView } from '#command/views.ts'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { journeys, phone } from './browser.ts'
import { fileOf, handIn, ward } from './ward.ts'

const photo = async () =>
  fileOf(
    '桥面.png',
    new Uint8Array(
      await sharp({ create: { width: 640, height: 480, channels: 3, background: '#6a8' } })
        .png()
        .toBuffer(),
    ),
  )

const pick = async (page: Page, open: string, sheet: string, name: string) => {
  await page.getByRole('button', { name: open }).click()
  const dialog = page.getByRole('dialog', { name: sheet })
  await dialog.getByText(name, { exact: true }).click()
  if (await dialog.getByRole('button', { name: '选好了' }).isVisible()) await dialog.getByRole('button', { name: '选好了' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Everything a visit needs but the words. */
const fillVisit = async (page: Page) => {
  await page.goto('/records/new/visit')
  await page.getByLabel('日期').fill('2024-05-06')
  await page.getByLabel('日期').blur()
  await pick(page, '选择地点', '地点', '东滩村')
  await pick(page, '选择参加人员', '参加人员', '陆文渊')
  await pick(page, '选择走访对象', '走访对象', '何春华家')
}

journeys((open) => {
  test('a visit entered on a phone with a photo waits, is accepted, corrected and withdrawn, and every step stays', async () => {
    const { house, page, as } = await open(phone)
    const { campaign } = await ward(house)
    const visitor = await house.as('visitor', 'BL')
    await as(visitor)
    await fillVisit(page)
    await page.getByLabel('发放联系卡').fill('１２')
    await page.getByLabel('了解到的情况').fill('东头机耕路冲垮一段,收稻时要绕行两里路')
    assert.equal(await page.getByLabel('帮扶资金').count(), 0, 'funds are asked only when people were helped')
    await page.getByRole('group', { name: '当场帮扶' }).getByText('是').click()
    await page.getByLabel('帮扶资金').fill('1.2')
    await page.locator('input[type=file][accept="image/*"]').setInputFiles(await photo())
    await page.getByRole('button', { name: /移除 桥面/ }).waitFor()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已提交，等待审核').waitFor()

    const listed = async () => (await house.admin.sees<Rows<RecordRow>>('record.list', { campaign })).rows
    const [row] = await listed()
    assert.ok(row)
    assert.equal(row.state, 'submitted')
    const shown = await house.admin.sees<RecordView>('record.show', { record: row.id })
    assert.deepEqual(shown.content.fields, { cards: '12', heard: '东头机耕路冲垮一段,收稻时要绕行两里路', helped: true, funds: '1.2' })
    assert.equal(shown.content.attachments.length, 1)

    await as(await house.as('liaison', 'BL'))
    await page.goto(`/records/${row.id}`)
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('已确认').first().waitFor()
    await page.getByRole('link', { name: '更正' }).click()
    await page.getByLabel('发放联系卡').fill('15')
    await page.getByLabel('为什么更正').fill('漏记三张')
    await page.getByRole('button', { name: '提交更正' }).click()
    await page.getByText('漏记三张').waitFor()
    await page.getByRole('button', { name: '撤回' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('请写明原因').fill('与上一条重复')
    await dialog.getByRole('button', { name: '撤回' }).click()
    await page.getByRole('listitem').filter({ hasText: '与上一条重复' }).waitFor()
    const acts = (await house.admin.sees<RecordView>('record.show', { record: row.id })).history.map((v) => v.act)
    assert.deepEqual(acts, ['withdraw', 'correct', 'accept', 'submit'])
  })

  test('a draft outlives a reload, says what is missing where it is missing, and is stored once after the network was gone', async () => {
    const { house, page, as } = await open()
    const { campaign } = await ward(house)
    await as(await house.as('visitor', 'BL'))
    await fillVisit(page)
    await page.getByLabel('了解到的情况').fill('太短')
    await page.getByText('提交后会标为疑点').waitFor()
    await page.getByText('草稿已存在本机').waitFor()
    await page.reload()
    await page.getByText(/已恢复 .* 未提交的草稿/).waitFor()
    assert.equal(await page.getByLabel('了解到的情况').inputValue(), '太短')
    await page.getByText('何春华家').waitFor()

    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('还有 1 处需要补正').waitFor()
    assert.equal(await page.getByLabel('发放联系卡').getAttribute('aria-invalid'), 'true')
    await page.getByLabel('发放联系卡').fill('2')

    // The answer is lost on its way back: the house has the record, the page does not know.
    await page.route('**/api/record/submit', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText(/网络断了/).waitFor()
    await page.unroute('**/api/record/submit')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByText('情况记得过短').waitFor()
    await page.getByText('已提交，等待审核').waitFor()
    assert.equal((await house.admin.sees<Rows<RecordRow>>('record.list', { campaign })).rows.length, 1)
    await page.goto('/records/new/visit')
    assert.equal(await page.getByText(/已恢复/).count(), 0, 'a sent draft does not come back')
  })

  test('the liaison reviews from the keyboard: one accepted, one returned with its reason, the rest at once', async () => {
    const { house, page, as } = await open()
    const { campaign } = await ward(house)
    for (const [day, heard] of [
      ['2024-05-01', '第一户反映水渠淤塞'],
      ['2024-05-02', '第二户反映路灯不亮'],
      ['2024-05-03', '第三户反映学费紧张'],
      ['2024-05-04', '第四户反映看病不便'],
    ] as const)
      await handIn(house, campaign, day, heard)
    await as(await house.as('liaison', 'BL'))
    await page.goto('/review')
    await page.getByText('第一户反映水渠淤塞').first().waitFor()
    await page.keyboard.press('a')
    await page.getByRole('listitem').filter({ hasText: '第一户反映水渠淤塞' }).waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    await page.locator('[aria-current=true]').filter({ hasText: '第三户反映学费紧张' }).waitFor()
    await page.keyboard.press('r')
    await page.getByLabel('请写明原因').fill('请写清学校和金额')
    await page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
    await page.getByRole('listitem').filter({ hasText: '第三户反映学费紧张' }).waitFor({ state: 'detached' })
    await page.getByLabel('全选').check()
    await page.getByRole('button', { name: '通过所选 2 条' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByText('都审完了').waitFor()
    const states = (await house.admin.sees<Rows<RecordRow>>('record.list', { campaign, oldest: true })).rows.map((r) => r.state)
    assert.deepEqual([...states].sort(), ['accepted', 'accepted', 'accepted', 'returned'])
  })

  test('a matter raised from a visit is closed with its outcome and opened again', async () => {
    const { house, page, as } = await open()
    const { campaign } = await ward(house)
    const visit = await handIn(house, campaign, '2024-05-01', '四组桥面汛期积水,三轮车过不去')
    await as(await house.as('liaison', 'BL'))
    await page.goto(`/records/${visit}`)
    await page.getByRole('link', { name: '登记诉求' }).click()
    await page.getByRole('link', { name: /^问题/ }).click()
    await page.getByLabel('问题内容').fill('四组桥面汛期积水')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已登记，计入数字').waitFor()
    await page.getByRole('link', { name: '查看这条记录' }).click()
    await page.getByRole('link', { name: '查看来源活动' }).waitFor()
    await page.getByRole('button', { name: '办结' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('已解决').click()
    await dialog.getByLabel('办理情况').fill('加高涵洞,已回访')
    await dialog.getByRole('button', { name: '办结' }).click()
    await page.getByText('解决问题').waitFor()
    await page.getByRole('button', { name: '重新办理' }).click()
    await page.getByLabel('请写明原因').fill('暴雨后又积水')
    await page.getByRole('dialog').getByRole('button', { name: '重新办理' }).click()
    await page.getByText('办理中').first().waitFor()
    await page.goto('/matters?closed=false')
    await page.getByRole('link', { name: '四组桥面汛期积水' }).waitFor()
  })

  test('a list is narrowed by words in the address, and says so when nothing fits', async () => {
    const { house, page, as } = await open()
    const { campaign } = await ward(house)
    await handIn(house, campaign, '2024-05-01', '水渠淤塞需要清理')
    await handIn(house, campaign, '2024-05-02', '路灯不亮影响出行')
    await as(house.admin)
    await page.goto('/records')
    await page.getByRole('link', { name: '路灯不亮影响出行' }).waitFor()
    await page.getByLabel('查找内容').fill('水渠')
    await page.getByRole('link', { name: '路灯不亮影响出行' }).waitFor({ state: 'detached' })
    assert.match(page.url(), /q=/)
    await page.getByLabel('查找内容').fill('没有这样的事')
    await page.getByText('没有符合筛选条件的记录').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('link', { name: '路灯不亮影响出行' }).waitFor()
  })
})
