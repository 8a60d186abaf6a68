import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { CampaignView, Cockpit } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { door } from '../register/door.ts'
import { city, worldIn } from '../register/world.ts'

const source = `
scheme: vanguard
title: 创先争优
window: { from: 2012-02-20, to: 2012-12-31 }
events: [{ key: congress, title: { zh: 大会, en: Congress } }]
phases:
  - { key: work, title: { zh: 推进, en: Work }, until: event:congress }
  - { key: praise, title: { zh: 表彰, en: Praise }, from: event:congress }
activities: { visit: { title: 走访 } }
indicators: { visits: { title: 走访, unit: 次, from: visit } }
`

forEachDatabase((fresh) => {
  test('an announced event ends one phase and begins the next without a new scheme version, and who said so is kept', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const office = door(world, await world.as(['office', 'Q']))
    const { id: campaign } = (await office('campaign.load', { id: uuidv7(), source })) as { id: string }
    const phases = async () =>
      ((await office('cockpit.show', { campaign })) as Cockpit).phases.map((p) => `${p.key} ${p.state} ${p.until ?? '?'}`)
    assert.deepEqual(await phases(), ['work now ?', 'praise waits 2012-12-31'])
    assert.deepEqual(await office('campaign.announce', { campaign, event: 'congress', day: '2012-04-20', why: '会议通知' }), {})
    assert.deepEqual(await phases(), ['work past 2012-04-19', 'praise now 2012-12-31'])
    assert.deepEqual(await office('campaign.announce', { campaign, event: 'congress', day: '2012-06-01' }), {})
    assert.deepEqual(await phases(), ['work now 2012-05-31', 'praise ahead 2012-12-31'])
    assert.deepEqual(await office('campaign.announce', { campaign, event: 'congress', day: null, why: '推迟' }), {})
    assert.deepEqual(await phases(), ['work now ?', 'praise waits 2012-12-31'])
    const view = (await office('campaign.show', { campaign })) as CampaignView
    assert.deepEqual(
      view.announcements.map((a) => [a.event, a.day, a.why, a.by]),
      [
        ['congress', null, '推迟', '系统管理员'],
        ['congress', '2012-06-01', '', '系统管理员'],
        ['congress', '2012-04-20', '会议通知', '系统管理员'],
      ],
    )
    assert.equal(view.version, 1)
  })

  test('only the office of all announces, only events of the scheme, and no phase is turned round', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const office = door(world, await world.as(['office', 'Q']))
    const { id: campaign } = (await office('campaign.load', { id: uuidv7(), source })) as { id: string }
    const said = { campaign, event: 'congress', day: '2012-06-01' }
    assert.equal(await door(world, await world.as(['office', 'Q1']))('campaign.announce', said), '403.1')
    assert.equal(await door(world, await world.as(['liaison', 'Q']))('campaign.announce', said), '403.1')
    assert.equal(await office('campaign.announce', { ...said, event: 'parade' }), '404.1')
    assert.equal(await office('campaign.announce', { ...said, campaign: uuidv7() }), '404.1')
    assert.equal(await office('campaign.announce', { ...said, day: '2013-01-01' }), '400.5')
    assert.equal(await office('campaign.announce', { ...said, day: '2012-02-20' }), '422.31', 'the first phase would be empty')
  })
})
