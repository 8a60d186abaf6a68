import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { Supervision } from '#command/supervision/views.ts'
import type { BulletinView, Cockpit, NotStarted } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { openHouse } from '../server/house.ts'

/* Units of three classes that start in three ways: as the scheme says of all, as it says of their class, with any form of their own. */

const classes = { town: '安泰镇', village: '东湾村', shop: '新街商会' }

const source = `
scheme: knock
title: 敲门
window: { from: 2012-03-05, to: 2012-12-31 }
classes:
  - { key: town, title: 乡镇, where: 'org.kind == "town"' }
  - { key: village, title: 村, where: 'org.kind == "village"' }
  - { key: shop, title: 商会, where: 'org.kind == "shop"' }
start: { by: 2012-03-18, with: [visit], classes: { village: [patrol] } }
activities:
  meeting: { title: 动员会, for: [town, village], place: none, participants: { min: 0 } }
  visit: { title: 走访, for: [town, village], place: none, participants: { min: 0 } }
  patrol: { title: 巡查, place: none, participants: { min: 0 } }
indicators: { visits: { title: 走访, unit: 次, from: visit } }
bulletins:
  now: { title: 通报, template: '{{ started("town") }}{{ started("village") }}{{ started("shop") }}，按期{{ started("shop", {"by": "deadline"}) }}' }
`

forEachDatabase((fresh) => {
  test('a class that starts in its own way is judged by it in the cockpit, in supervision and in a bulletin', async () => {
    const house = await openHouse(fresh)
    const orgs = Object.entries(classes).map(([kind, name]) => ({ code: kind, name, parent: 'ROOT', kind }))
    await house.register({ orgs })
    const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
    const did = async (org: string, kind: string, day: string) =>
      house.admin.does('record.submit', {
        id: uuidv7(),
        campaign,
        sort: 'activity',
        kind,
        content: { day, org: await house.org(org) },
      })
    const started = async () => {
      const cockpit = await house.admin.sees<Cockpit>('cockpit.show', { campaign })
      const idle = await house.admin.sees<NotStarted[]>('cockpit.not-started', { campaign })
      const seen = await house.admin.sees<Supervision>('supervision.show', { campaign })
      const id = uuidv7()
      const said = await house.admin.does<BulletinView>('bulletin.draft', { id, campaign, template: 'now' })
      const text = said.document.blocks.map((b) => (b.is === 'table' ? '' : b.runs.map((r) => r.text).join(''))).join('')
      return {
        cockpit: cockpit.classes.map((c) => c.started),
        idle: idle.map((r) => r.class).sort(),
        seen: seen.classes.flatMap((c) => c.units.map((u) => u.startedOn)),
        text,
      }
    }
    for (const kind of ['town', 'village']) await did(kind, 'meeting', '2012-03-06')
    await did('town', 'patrol', '2012-03-07')
    await did('village', 'visit', '2012-03-07')
    assert.deepEqual(await started(), {
      cockpit: [0, 0, 0],
      idle: ['shop', 'town', 'village'],
      seen: [null, null, null],
      text: '0个0个0个，按期0个',
    })
    await did('town', 'visit', '2012-03-08')
    await did('village', 'patrol', '2012-03-09')
    await did('shop', 'patrol', '2012-03-20')
    assert.deepEqual(await started(), {
      cockpit: [1, 1, 1],
      idle: [],
      seen: ['2012-03-08', '2012-03-09', '2012-03-20'],
      text: '1个1个1个，按期0个',
    })
    await house.close()
  })
})
