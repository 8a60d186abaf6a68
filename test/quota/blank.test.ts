import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { showSupervision as supervise } from '#command/supervision/show.ts'
import type { Supervision } from '#command/supervision/views.ts'
import { submit } from '#command/record/submit.ts'
import { show } from '#command/quota/look.ts'
import type { QuotaShow } from '#command/quota/view.ts'
import { forEachDatabase } from '../cluster.ts'
import { county, households, register } from './county.ts'

const ties = [
  { by: { org: 'YANG' }, to: { place: 'V1' } },
  { by: { org: 'LIU' }, to: { place: 'V2' } },
]
const mixed = {
  ...register,
  subjects: [...(register.subjects ?? []), ...[1, 2].map((n) => ({ code: `S${n}`, name: `店${n}`, kind: '门店', place: 'V1' }))],
  links: ties,
}

const scheme = (quotas: string, indicators = '') => `
scheme: doors
title: 敲门
window: { from: 2014-03-01, to: 2014-06-30 }
classes: [{ key: town, title: 乡镇, where: 'org.class == "乡镇"' }]
subjects: [{ key: 农户, title: 农户, unit: 户 }, { key: 门店, title: 门店, unit: 家 }]
tags: [{ key: 困难户, title: 困难户 }]
activities:
  visit: { title: 走访, to: [农户, 门店], subjects: { max: 200 }, fields: [{ key: asked, title: 问到, type: integer }] }
  count: { title: 清点, place: none, fields: [{ key: installed, title: 装好, type: integer, unit: 只, required: true }] }
matters:
  risk: { title: 风险, outcomes: [{ key: done, title: 完, solved: true }] }
indicators:
  homes: { title: 走访农户, unit: 户, from: visit, distinct: subject, when: 'subject.kind == "农户" && (!has(it.asked) || asked > 0)' }
  needy: { title: 走访困难户, unit: 户, of: homes, when: '"困难户" in subject.tags' }
  doors: { title: 上门, unit: 户, from: visit, distinct: subject, when: 'has(it.asked)' }
  raised: { title: 登记, unit: 件, from: risk.raised }
  closed_: { title: 销号, unit: 件, from: risk.closed }
  rate: { title: 销号率, unit: '%', ratio: { part: closed_, whole: raised } }
  alarms: { title: 报警器, unit: 只, from: count, value: installed, take: latest }
${indicators}
quotas:
${quotas}`

const towns = 'who: org, where: org.class == "乡镇"'

forEachDatabase((fresh) => {
  test('a rate of nothing and a newest word that nobody has said are not behind, light nothing, and say so', async () => {
    const c = await county(
      await fresh(),
      scheme(`
  rated: { title: 销号九成, ${towns}, indicator: rate, at_least: 90 }
  fitted: { title: 装十只, ${towns}, indicator: alarms, at_least: 10, every: quarter }
  seen: { title: 走访一户, ${towns}, indicator: homes, at_least: 1 }`),
      mixed,
    )
    await c.hands('visit', '2014-03-10', ['MEMBER'], { org: 'YANG', subjects: ['A000'] })
    await c.hands('count', '2014-03-10', ['MEMBER'], { org: 'LIU', fields: { installed: '4' } })
    const risk = { day: '2014-03-10', org: c.id('LIU'), place: null, participants: [c.id('OTHER')], subjects: [], fields: {} }
    await c.does(submit, { id: uuidv7(), campaign: c.campaign, sort: 'matter', kind: 'risk', content: risk })
    const rows = await c.progress('2014-06-30')
    assert.deepEqual(
      rows.map((p) => `${p.standing} ${p.assignee.code} ${p.quota} ${p.done} ${p.past === null}`),
      [
        'behind LIU rated 0 true',
        'behind LIU seen 0 true',
        'behind LIU fitted 4 true',
        'blank YANG rated null true',
        'blank YANG fitted null true',
        'done YANG seen 1 true',
      ],
      'those without a value stand after those behind, and a newest word has no sums of periods that are over',
    )
    assert.ok(rows.find((p) => p.standing === 'blank')?.why.some((s) => s.says.zh.startsWith('尚无可计算的数')))
    const { classes } = await c.does<Supervision>(supervise, { campaign: c.campaign })
    assert.deepEqual(
      classes[0]?.units.map((u) => [u.code, u.light, u.quotas.map((q) => `${q.quota} ${q.light} ${q.done} ${q.blank}`)]),
      [
        ['LIU', 'red', ['rated red 0 0', 'fitted red 4 0', 'seen red 0 0']],
        ['YANG', 'green', ['rated none null 1', 'fitted none null 1', 'seen green 1 0']],
      ],
    )
  })

  test('only what an indicator can count is linked for a quota, and only that is waited for', async () => {
    const strata = (...when: readonly string[]) => `[${when.map((w) => `{ when: '${w}', share: 1 }`).join(', ')}]`
    const c = await county(
      await fresh(),
      scheme(`
  third: { title: 三分之一, ${towns}, indicator: homes, share: 1/3, of: linked }
  every: { title: 困难户全访, ${towns}, indicator: needy, share: 1, of: linked }
  both: { title: 上门, ${towns}, indicator: doors, share: 1/3, of: linked }
  all: { title: 一户不落, ${towns}, indicator: homes, strata: ${strata('true')} }
  some: { title: 困难户, ${towns}, indicator: homes, strata: ${strata('"困难户" in subject.tags')} }
  twice: { title: 户均两次, ${towns}, indicator: homes, at_least: linked * 2 }`),
      mixed,
    )
    await c.hands('visit', '2014-03-10', ['MEMBER'], { org: 'YANG', subjects: [...households('A', 0, 6), 'S1'], fields: { asked: '2' } })
    const seen = Object.fromEntries(
      (await c.progress('2014-06-30')).filter((p) => p.assignee.code === 'YANG').map((p) => [p.quota, `${p.done} of ${p.owed}`]),
    )
    // 126 households, 12 of them in need, and two shops, which only `doors` counts.
    assert.deepEqual(seen, {
      third: '6 of 42',
      every: '6 of 12',
      both: '7 of 43',
      all: '6 of 126',
      some: '6 of 12',
      twice: '6 of 252',
    })
    const waits = async (quota: string) => {
      const told = await c.does<QuotaShow>(show, { campaign: c.campaign, quota, who: c.id('YANG') })
      return told.parts[0]?.waiting.map((s) => s.code) ?? []
    }
    assert.deepEqual(await waits('every'), households('A', 6, 12))
    assert.deepEqual(await waits('some'), households('A', 6, 12), 'what falls in no stratum is not waited for')
    assert.deepEqual(await waits('third'), households('A', 6, 106))
  })
})
