import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { households, register, scheme } from '../quota/county.ts'
import type { TestHouse } from '../server/house.ts'
import { journeys, phone } from './browser.ts'

const template = `# 任务完成情况通报

附表目标完成{{ met("annex") }}，落后的{{ behind("annex", "town") }}；每人每月完成{{ met("each") }}。

::: quotas quotas=annex,each,twice title="任务完成情况"
::: behind quota=annex class=town
`
const source = scheme(
  `
  annex: { title: 乡镇走访目标（附表）, who: org, indicator: visits, targets: { YANG: 2, LIU: 3 } }
  each: { title: 每阶段走访一次, who: person, where: 'person.rank == "乡科级"', indicator: visits, at_least: 1, every: phase }
  twice: { title: 困难户每户两次, who: person, where: 'org.class == "乡镇" && person.rank == "乡科级"', indicator: households, share: 1, of: linked, times: 2, by: event:closing + 5 working days }
`,
  `phases:
  - { key: first, title: 第一阶段, from: 2014-03-01, until: 2014-04-30 }
  - { key: second, title: 第二阶段, until: 2014-06-30 }
coverage:
  title: 困难户每月
  must_reach: [困难户]
  every: month
  also: [{ title: 一户不落, everyone: [农户] }]
bulletins: { quotas: { title: 通报, template: ${JSON.stringify(template)} } }`,
).replace('review: true, ', '')

const campaignIn = async (house: TestHouse): Promise<string> => {
  await house.register(register)
  const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
  const rows = async (name: string, q = '') =>
    (await house.admin.sees<{ rows: { id: string; code: string }[] }>(name, { limit: 200, ...(q === '' ? {} : { q }) })).rows
  const member = (await rows('person.list')).find((p) => p.code === 'MEMBER')?.id
  const seen = (await rows('subject.list', 'A')).filter((s) => households('A', 0, 5).includes(s.code)).map((s) => s.id)
  for (const day of ['2014-05-10', '2014-05-12']) {
    const content = { day, org: await house.org('YANG'), participants: [member], subjects: seen }
    await house.admin.does('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'visit', content })
  }
  const id = uuidv7()
  await house.admin.does('bulletin.draft', { id, campaign, template: 'quotas' })
  await house.admin.does('bulletin.seal', { bulletin: id })
  return id
}

journeys((open) => {
  test('a sealed count of those behind opens to the units it counts, and to the quotas of that day', async () => {
    const { house, page, as } = await open()
    const id = await campaignIn(house)
    await as(house.admin)
    await page.goto(`/bulletins/${id}`)
    const paper = page.getByRole('article')
    await paper.getByText('任务完成情况通报').waitFor()
    await paper.getByRole('link', { name: '1个', exact: true }).first().click()
    const panel = page.getByRole('dialog')
    await panel.getByText('落后的单位').waitFor()
    assert.ok(await panel.getByText('LIU镇').isVisible())
    assert.ok(await panel.getByText(/由事实重新推算/).isVisible())
    await panel.getByRole('link', { name: /任务/ }).click()
    await page.getByRole('heading', { name: '任务', exact: true }).waitFor()
    await page.waitForURL(/\/quotas\?.*quota=annex/)
    await page.getByText('乡镇走访目标（附表）').first().waitFor()
  })

  test('how people stand is counted, and nobody is named', async () => {
    const { house, page, as } = await open(phone)
    const id = await campaignIn(house)
    await as(house.admin)
    await page.goto(`/bulletins/${id}`)
    await page.getByRole('article').getByRole('link', { name: '1人', exact: true }).first().click()
    const panel = page.getByRole('dialog')
    await panel.getByText(/截至 2014-06-30/).waitFor()
    assert.equal(await panel.getByText('镇委员').count(), 0)
  })

  test('a scheme with several duties lets one of them be looked at', async () => {
    const { house, page, as } = await open()
    await campaignIn(house)
    await as(house.admin)
    await page.goto('/coverage?on=2014-05-31')
    await page.getByText('困难户每月').first().waitFor()
    await page.getByRole('combobox', { name: '哪一项要求' }).click()
    await page
      .getByText(/一户不落/)
      .last()
      .click()
    await page.waitForURL(/duty=1/)
    await page.getByText('5').first().waitFor()
    await page.goto('/scheme')
    await page
      .getByText(/第一阶段/)
      .first()
      .waitFor()
  })
})
