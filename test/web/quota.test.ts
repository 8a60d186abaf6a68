import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { Receipt } from '#command/views.ts'
import { classes, households, register, scheme } from '../quota/county.ts'
import type { TestHouse } from '../server/house.ts'
import { journeys, phone } from './browser.ts'

const more = `${classes}
  diary: { title: 蹲点期间每天一篇手记, who: person, where: 'org.class == "乡镇" && person.rank == "乡科级"', indicator: diaries, for_each: stay_days }
  meetings: { title: 每镇每周走访一次, who: org, where: 'org.class == "乡镇"', indicator: visits, at_least: 1, every: week, soft: true }
`

/** The county with visits of its town’s member: fifteen households confirmed, five waiting. */
const campaignIn = async (house: TestHouse) => {
  await house.register(register)
  const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source: scheme(more) })
  const codes = async (name: string, query: Record<string, string | number> = {}) => {
    const rows: { id: string; code: string }[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await house.admin.sees<{ rows: { id: string; code: string }[]; next: string | null }>(name, {
        ...query,
        limit: 200,
        ...(after ? { after } : {}),
      })
      rows.push(...page.rows)
      after = page.next
    }
    return new Map(rows.map((r) => [r.code, r.id]))
  }
  const [people, subjects] = [await codes('person.list'), await codes('subject.list')]
  const visit = async (from: number, to: number, accept: boolean) => {
    const content = {
      day: '2014-03-10',
      org: await house.org('YANG'),
      participants: [people.get('MEMBER')],
      subjects: households('A', from, to).map((h) => subjects.get(h)),
    }
    const sent = await house.admin.does<Receipt>('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'visit', content })
    if (accept) await house.admin.does('record.accept', { record: sent.id, seen: 1 })
  }
  await visit(0, 15, true)
  await visit(15, 20, false)
  return { member: people.get('MEMBER') ?? '' }
}

journeys((open) => {
  test('who is behind comes first, and each line tells why it is that much', async () => {
    const { house, page, as } = await open()
    await campaignIn(house)
    await as(house.admin)
    await page.goto('/quotas?on=2014-04-30')
    const line = page.getByRole('button', { name: '查看镇委员的“乡镇班子成员走访所联系村 1/3 以上住户”' })
    await line.getByText('15 / 42').waitFor()
    await line.getByText('待审 +5').waitFor()
    await line.getByText('落后').waitFor()
    const first = await page.getByRole('button', { name: /^查看/ }).first().innerText()
    assert.match(first, /落后/)
    await line.click()
    const panel = page.getByRole('dialog')
    await panel.getByText('联系 126 户，应为 42 = 126 的 1/3').waitFor()
    await panel.getByText('截至2014年4月30日应有 21：42 × 61 ÷ 122 天').waitFor()
    await panel.getByText('还没有走访到的').waitFor()
    await panel.getByRole('link').first().waitFor()
  })

  test('a visitor sees their own quotas, on a phone too, and nobody else’s', async () => {
    const { house, page, as } = await open(phone)
    const { member } = await campaignIn(house)
    await as(await house.as('visitor', 'YANG', { person: member }))
    await page.goto('/quotas?on=2014-04-30')
    await page.getByRole('heading', { name: '我的任务' }).waitFor()
    await page.getByText('15 / 42').waitFor()
    assert.equal(await page.getByText('局长').count(), 0)
    await page.getByRole('button', { name: /走访所联系村/ }).click()
    await page.getByRole('dialog').getByText('联系 126 户，应为 42 = 126 的 1/3').waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
    assert.equal(wide, false, 'nothing runs over the edge')
  })
})
