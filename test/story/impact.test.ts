import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { SchemeImpact } from '#command/scheme/views.ts'
import type { CampaignView, FigureRow } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type TestHouse, openHouse } from '../server/house.ts'
import { city } from '../web/world.ts'

/* What a revision would change is told before it is loaded, and nothing of it is done. */

forEachDatabase((fresh) => {
  const open: TestHouse[] = []
  afterEach(async () => void (await Promise.all(open.splice(0).map((house) => house.close()))))
  const begun = async () => {
    const house = await openHouse(await fresh())
    open.push(house)
    const made = await city(house)
    await made.visit('T1', '2024-03-05', '1.5', '渠道淤塞')
    await made.visit('T1', '2024-03-06', '3', '')
    await made.visit('T2', '2024-03-07', '2', '路灯不亮', false)
    const view = await house.admin.sees<CampaignView>('campaign.show', { campaign: made.campaign })
    return { house, campaign: made.campaign, ...view }
  }
  const ask = (house: TestHouse, campaign: string, source: string, more: object = {}) =>
    house.admin.does<SchemeImpact>('scheme.impact', { campaign, source, ...more })
  const figure = (impact: SchemeImpact, key: string) => {
    const found = impact.figures.find((f) => f.indicator === key)
    assert.ok(found, key)
    return found
  }

  test('an indicator that means something else stays as it is for what exists, and is told as it would be', async () => {
    const { house, campaign, source, files } = await begun()
    const impact = await ask(house, campaign, source.replace('when: days >= 2.0', 'when: days >= 1.0'), { files })
    const long = figure(impact, 'long_visits')
    assert.deepEqual([long.now, long.after, long.rederived, long.records], ['1', '1', '2', 1])
    assert.deepEqual(long.pending, { now: '1', after: '1', rederived: '1' })
    assert.deepEqual([figure(impact, 'days').rederived, figure(impact, 'days').records], ['4.5', 0])
    assert.deepEqual(
      impact.changes.map((c) => [c.is, c.path.join('.'), c.aspects.map((a) => `${a.name} ${a.before} → ${a.after}`)]),
      [['changed', 'indicators.long_visits', ['when days >= 2.0 → days >= 1.0']]],
    )
    assert.deepEqual(impact.records, { all: 3, looked: 3 })
    const view = await house.admin.sees<CampaignView>('campaign.show', { campaign })
    assert.equal(view.version, 1, 'nothing was loaded')
  })

  test('the after of an impact is what the figures are once the version is loaded', async () => {
    const { house, campaign, source, files } = await begun()
    const next = source
      .replace('  solved: {', '  mean: { title: { zh: 平均天数 }, unit: 天, formula: days / visits }\n  solved: {')
      .replace(
        'days: { title: { zh: 走访天数, en: Days of visits }, unit: 天',
        'days: { title: { zh: 走访天数, en: Days of visits }, unit: 半天',
      )
    const impact = await ask(house, campaign, next, { files })
    await house.admin.does('campaign.load', { id: uuidv7(), source: next, files, revise: true, why: '换单位' })
    const figures = await house.admin.sees<FigureRow[]>('figure.list', { campaign })
    assert.deepEqual(
      impact.figures.map((f) => [f.indicator, f.after]),
      figures.map((f) => [f.indicator, f.confirmed]),
    )
    assert.deepEqual([figure(impact, 'days').now, figure(impact, 'days').after], ['4.5', '9'])
    assert.equal(figure(impact, 'mean').is, 'added')
  })

  test('records that a revised form would not take as they are, and kinds that are no more, are counted with the reasons', async () => {
    const { house, campaign, source, files } = await begun()
    const stricter = await ask(
      house,
      campaign,
      source.replace(
        'title: { zh: 情况, en: What was seen }, type: longtext',
        'title: { zh: 情况, en: What was seen }, type: longtext, required: true',
      ),
      { files },
    )
    assert.deepEqual(
      stricter.kinds.map((k) => [k.kind, k.records, k.unfit, k.gone, k.reasons.map((r) => [r.path, r.records])]),
      [['visit', 3, 1, false, [['fields.what', 1]]]],
    )
    const gone = await ask(house, campaign, source.replace(/\bvisit\b(?=:|,)/g, 'call'), { files })
    assert.deepEqual(
      gone.kinds.map((k) => [k.kind, k.gone, k.records]),
      [['visit', true, 3]],
    )
    assert.deepEqual([figure(gone, 'visits').after, figure(gone, 'visits').rederived], ['2', '0'])
  })

  test('sealed bulletins stay, drafts that would break are named; a file with mistakes or another key is told at once', async () => {
    const { house, campaign, source, files } = await begun()
    const draft = uuidv7()
    await house.admin.does('bulletin.draft', { id: draft, campaign, template: 'progress', title: '四月进展' })
    const sealed = uuidv7()
    await house.admin.does('bulletin.draft', { id: sealed, campaign, template: 'progress' })
    await house.admin.does('bulletin.seal', { bulletin: sealed })
    const without = source.replace(/^ {2}visits:.*\n/m, '').replace(/^ {2}long_visits:.*\n/m, '')
    const impact = await ask(house, campaign, without, { files: { 'progress.md': '# 进展\n\n{{ days }}\n' } })
    assert.deepEqual(impact.mistakes, [])
    assert.deepEqual(impact.bulletins, { sealed: 1, drafts: 1, broken: ['四月进展'] })
    assert.deepEqual([figure(impact, 'visits').is, figure(impact, 'visits').now, figure(impact, 'visits').after], ['removed', '2', null])
    const wrong = await ask(house, campaign, without, { files })
    assert.ok(wrong.mistakes.length > 0 && wrong.mistakes[0]?.file === 'progress.md')
    await assert.rejects(ask(house, campaign, source.replace('scheme: home-visits', 'scheme: other-visits'), { files }), { code: '400.2' })
    const few = await ask(house, campaign, source, { files, most: 2 })
    assert.deepEqual([few.records, figure(few, 'days').rederived], [{ all: 3, looked: 0 }, null])
  })
})
