import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { Page, PersonRow, Receipt, RecordRow, SubjectRow } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type County, openCounty } from './county.ts'

/* Two towns with villages, households and officials of the same names. */

forEachDatabase((fresh) => {
  const story = (title: string, tell: (county: County) => Promise<void>) =>
    test(title, async () => {
      const county = await openCounty(fresh)
      await tell(county).finally(() => county.house.close())
    })

  story('same names in different towns stay apart', async (county) => {
    const office = await county.house.as('office')
    for (const town of ['EAST', 'WEST', 'EAST'] as const) await county.submit(office, county.visit(town))
    const whole = await county.figures(office)
    assert.deepEqual([whole['visits'], whole['households'], whole['villages'], whole['officials']], ['0/3', '0/2', '0/2', '0/2'])
    const east = await county.figures(office, { org: county.ids['EAST'] ?? '' })
    assert.deepEqual([east['visits'], east['households'], east['villages'], east['officials']], ['0/2', '0/1', '0/1', '0/1'])
    const west = await county.figures(office, { place: county.ids['P-WEST'] ?? '' })
    assert.deepEqual([west['visits'], west['households']], ['0/1', '0/1'])
    const homes = await office.sees<Page<SubjectRow>>('subject.list', { q: '村东头' })
    assert.deepEqual(new Set(homes.rows.map((h) => h.code)), new Set(['EAST-H1', 'WEST-H1']))
  })

  story('a liaison of one town sees nothing of another’s', async (county) => {
    const { house, campaign } = county
    const west = await house.as('liaison', 'WEST')
    const east = await house.as('liaison', 'EAST')
    const { id: record } = await county.submit(east, county.visit('EAST'))
    assert.deepEqual((await west.sees<Page<RecordRow>>('record.list', { campaign })).rows, [])
    assert.equal((await east.sees<Page<RecordRow>>('record.list', { campaign })).rows.length, 1)
    const content = county.visit('EAST')
    const tries: readonly (() => Promise<unknown>)[] = [
      () => west.sees('record.show', { record }),
      () => west.does('record.accept', { record, seen: 1 }),
      () => west.does('record.return', { record, seen: 1, why: '不是我们的' }),
      () => west.does('record.withdraw', { record, seen: 1, why: '不是我们的' }),
      () => west.does('record.correct', { record, seen: 1, content, why: '不是我们的' }),
      () => county.submit(west, content),
    ]
    for (const one of tries) await assert.rejects(one(), { status: 404, code: '404.1' })
    const people = await west.sees<Page<PersonRow>>('person.list')
    assert.deepEqual(
      people.rows.filter((p) => p.code.startsWith('EAST')),
      [],
    )
    assert.equal((await county.show(east, record)).version, 1)
  })

  story('one visitor’s record is to another of the same town as if it were missing', async (county) => {
    const { house, ids, campaign } = county
    const head = await house.as('visitor', 'EAST', { person: ids['EAST-head'] ?? '' })
    const village = await house.as('visitor', 'EAST', { person: ids['EAST-village'] ?? '' })
    const { id: record } = await county.submit(head, county.visit('EAST'))
    assert.deepEqual((await village.sees<Page<RecordRow>>('record.list', { campaign })).rows, [])
    await assert.rejects(village.sees('record.show', { record }), { code: '404.1' })
    await assert.rejects(village.does('record.withdraw', { record, seen: 1, why: '试试' }), { code: '404.1' })
    await assert.rejects(head.does('record.accept', { record, seen: 1 }), { status: 403 })
  })

  story('a unit widens its circle for itself alone', async (county) => {
    const { house, ids, campaign } = county
    const office = await house.as('office')
    const east = await house.as('liaison', 'EAST')
    const flags = async (town: 'EAST' | 'WEST') => {
      const participants = [ids[`${town}-village`]] as never
      return (await county.submit(office, county.visit(town, { participants }))).flags.map((f) => f.rule)
    }
    assert.deepEqual(await flags('EAST'), ['outside'])
    const circle = { campaign, org: ids['EAST'], where: 'person.post == "村书记"', says: '延伸到村书记' }
    await assert.rejects(east.does('campaign.widen', { ...circle, org: ids['WEST'] }), { code: '404.1' })
    for (const where of ['person.post ==', 'person.name == "x"', '1 + 1'])
      await assert.rejects(east.does('campaign.widen', { ...circle, where }), (e: Error & { status?: number }) => (e.status ?? 500) < 500)
    await east.does('campaign.widen', circle)
    assert.deepEqual(await flags('EAST'), [])
    assert.deepEqual(await flags('WEST'), ['outside'])
  })

  story(
    'a copied campaign runs its own forms without code, and keeps old records under the version they were made under',
    async (county) => {
      const { house, campaign } = county
      const office = await house.as('office')
      const long = county.visit('EAST', {}, { days: '4' })
      await assert.rejects(county.submit(office, long), { code: '422.1' })
      await county.submit(office, county.visit('EAST', {}, { days: '4', thoughts: '宜修泵站' }))
      const hidden = await county.submit(office, county.visit('EAST', {}, { wet: false, flooded: '9' }))
      assert.equal((await county.show(office, hidden.id)).content.fields['flooded'] ?? null, null)
      const { source, files } = await house.admin.sees<{ source: string; files: object }>('campaign.show', { campaign })
      const wrong = source.replace('value: flooded', 'value: floded')
      const refused = house.admin.does('campaign.load', { id: uuidv7(), source: wrong, files, revise: true })
      await assert.rejects(refused, (e: Error & { status?: number }) => (e.status ?? 500) < 500)
      const looser = source.replace('days <= 3', 'days <= 5')
      await house.admin.does('campaign.load', { id: uuidv7(), source: looser, files, revise: true, why: '放宽' })
      const after = await county.submit(office, long)
      const versions = await Promise.all(
        [hidden, after].map(async ({ id }: Receipt) => (await county.show(office, id)).history[0]?.schemeVersion),
      )
      assert.deepEqual(versions, [1, 2])
      assert.deepEqual((await office.sees<{ differences: unknown[] }>('figure.verify')).differences, [])
    },
  )
})
