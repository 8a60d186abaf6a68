import assert from 'node:assert/strict'
import { uuidv7 } from 'uuidv7'
import type { QuotaList } from '#command/quota/view.ts'
import type { LinkRow, Page, PersonRow, PlaceRow, Receipt, RecordView, SubjectRow } from '#command/views.ts'
import type { Demo } from '../demo.ts'
import type { Stories } from './shape.ts'

/* The demo of the third source: what its plan asks of three classes of leaders, and its rules when records come in. */

const campaignOf = (demo: Demo): string => demo.campaigns[0]?.id ?? ''
const rowsOf = async (demo: Demo, quota: string): Promise<QuotaList['rows']['rows']> =>
  (await demo.does<QuotaList>('quota.list', { campaign: campaignOf(demo), quota, on: '2014-04-30', limit: 1000 })).rows.rows

/** The village that somebody answers for; null where another one bears the same name. */
const villageOf = async (demo: Demo, person: string): Promise<string | null> => {
  const [link] = await demo.does<LinkRow[]>('link.list', { person })
  const places = await demo.does<PlaceRow[]>('place.list', { q: link?.toName ?? '' })
  return places.length === 1 ? (places[0]?.id ?? null) : null
}

const submitter = async (demo: Demo) => {
  const { rows } = await demo.does<Page<PersonRow>>('person.list', { limit: 200 })
  const leaders = rows.filter((p) => p.post === '县直班子成员')
  const homesOf = await Promise.all(leaders.slice(0, 6).map(async (p) => ({ leader: p, place: await villageOf(demo, p.id) })))
  const found = homesOf.find((h) => h.place !== null)
  assert.ok(found?.place)
  const { leader, place } = found
  const homes = await demo.does<Page<SubjectRow>>('subject.list', { place, kind: '农户', limit: 5 })
  return async (kind: string, day: string, fields: object, visits = 0): Promise<readonly string[]> => {
    const content = {
      day,
      org: leader.org,
      place: kind === 'report' ? null : place,
      participants: [leader.id],
      subjects: homes.rows.slice(0, visits).map((h) => h.id),
      fields,
    }
    const receipt = await demo.does<Receipt>('record.submit', { id: uuidv7(), campaign: campaignOf(demo), sort: 'activity', kind, content })
    return (await demo.does<RecordView>('record.show', { record: receipt.id })).flags.map((f) => f.rule)
  }
}

export const greatVisiting: Stories = {
  'a leader of the four bodies owes 20 households, a member of a county unit 30, a township member a third of the own linked village':
    async (demo) => {
      const owed = async (quota: string) => new Set((await rowsOf(demo, quota)).map((p) => p.owed))
      assert.deepEqual([await owed('bodies_visits'), await owed('organ_visits')], [new Set(['20']), new Set(['30'])])
      const members = await rowsOf(demo, 'town_visits')
      assert.ok(members.length > 30)
      let looked = 0
      for (const member of members.slice(0, 12)) {
        const place = await villageOf(demo, member.assignee.id)
        if (place === null) continue
        looked++
        const { rows } = await demo.does<Page<SubjectRow>>('subject.list', { place, kind: '农户', limit: 200 })
        assert.equal(member.owed, String(Math.ceil(rows.length / 3)), `${member.assignee.name}: ${rows.length} households`)
      }
      assert.ok(looked > 5)
    },

  'the quota page is alive: in each class some are behind, some on course and some done': async (demo) => {
    for (const quota of ['bodies_visits', 'organ_visits', 'town_visits']) {
      const standing = new Set((await rowsOf(demo, quota)).map((p) => p.standing))
      for (const one of ['behind', 'done'] as const) assert.ok(standing.has(one), `${quota}: nobody is ${one}`)
    }
    const diaries = await rowsOf(demo, 'diary')
    assert.ok(
      diaries.some((p) => Number(p.owed) > 1 && p.standing === 'behind'),
      'a diary is owed for each day of stay',
    )
  },

  'a forum with eleven speakers is flagged, and so are long speeches, a large entourage and a hosted meal': async (demo) => {
    const hands = await submitter(demo)
    const forum = { link: 'village', hours: '3', speakers: '9', longest: '10', five: true, gist: '希望公交车通到村口。' }
    assert.deepEqual(await hands('forum', '2014-05-06', forum), [])
    assert.deepEqual(await hands('forum', '2014-05-07', { ...forum, speakers: '11' }), ['speakers'])
    assert.deepEqual(await hands('forum', '2014-05-08', { ...forum, speakers: '6', hours: '6', longest: '25' }), [
      'half_day',
      'speakers',
      'minutes',
    ])
    const visit = { heard: '灌溉渠淤塞，盼望疏浚。', entourage: '3', escort: 'none', meal: 'paid' }
    assert.deepEqual(await hands('visit', '2014-05-09', visit, 2), [])
    assert.deepEqual(await hands('visit', '2014-05-12', { ...visit, entourage: '4', meal: 'hosted' }, 2), ['light', 'meal'])
  },

  'a second diary of one day and a second report are flagged, for a person to look at': async (demo) => {
    const hands = await submitter(demo)
    const diary = { text: '早上帮老人担水，听他讲村里用水的难处。' }
    assert.deepEqual(await hands('diary', '2014-05-13', diary), [])
    assert.deepEqual(await hands('diary', '2014-05-13', diary), ['diary_a_day'])
    const report = { headline: '用水调查', problems: '枯水季节用水困难。', measures: '先修蓄水池，再改管网，年内通水。' }
    const before = (await rowsOf(demo, 'report')).length
    assert.ok(before > 0)
    await hands('report', '2014-05-14', report)
    assert.deepEqual(await hands('report', '2014-05-15', report), ['report'])
  },
}
