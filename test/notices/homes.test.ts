import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announce } from '#command/campaign/announce.ts'
import type { Entries } from '#register/entry.ts'
import { forEachDatabase } from '../cluster.ts'
import { type County, county } from '../quota/county.ts'
import { enters, figures, notice, printed, standing } from './notice.ts'

const register: Entries = {
  orgs: [{ code: 'S1', name: '云溪一中', parent: 'ROOT', kind: 'school', class: '学校' }],
  places: [{ code: 'CLASS', name: '七年级一班', kind: 'group' }],
  people: [
    { code: 'T1', name: '班主任甲', posts: [{ org: 'S1', rank: '教师', post: '班主任' }] },
    { code: 'T2', name: '科任乙', posts: [{ org: 'S1', rank: '教师', post: '科任教师' }] },
    { code: 'H', name: '校长丙', posts: [{ org: 'S1', rank: '校级领导', post: '校长' }] },
  ],
  subjects: [1, 2, 3, 4, 5, 6].map((n) => ({
    code: `P${n}`,
    name: `学生${n}`,
    kind: '学生',
    place: 'CLASS',
    tags: n <= 2 ? ['留守'] : [],
  })),
  links: [{ by: { person: 'T1' }, to: { place: 'CLASS' } }],
}

type Visit = readonly [day: string, people: readonly string[], pupil: string, fields: object, rules: readonly string[]]

const door = (began: string, booked: string, more: object = {}) => ({ door: true, began, booked, ...more })
const phone = (booked: string, more: object = {}) => ({ door: false, booked, ...more })

const visits: readonly Visit[] = [
  ['2026-03-07', ['T1', 'T2'], 'P1', door('10:00', '2026-03-06', { pleased: true }), []],
  ['2026-03-10', ['T1', 'H'], 'P2', door('18:30', '2026-03-09', { pleased: false }), []],
  ['2026-03-11', ['T1', 'T2'], 'P3', door('16:00', '2026-03-11'), ['ahead', 'evening']],
  ['2026-03-12', ['T1'], 'P4', phone('2026-03-11'), []],
  ['2026-04-18', ['T1', 'T2'], 'P1', door('15:00', '2026-04-17', { pleased: true }), []],
  ['2026-04-29', ['T1'], 'P5', phone('2026-04-28', { absent: '2026-04-24' }), ['absence']],
  ['2026-05-06', ['T1'], 'P6', phone('2026-05-05', { absent: '2026-04-30' }), []],
  ['2026-09-12', ['T1', 'T2'], 'P1', door('10:00', '2026-09-11'), []],
]

const entered = async (c: County): Promise<void> => {
  for (const [day, people, pupil, fields, rules] of visits) {
    const receipt = await enters(c, { kind: 'home', day, org: 'S1', people, subjects: [pupil], fields })
    assert.deepEqual(receipt.rules.toSorted(), rules, `${day} ${pupil}`)
  }
}

forEachDatabase((fresh) => {
  test('home visits by term, twice to those who need it, and after an examination come out as counted by hand', async () => {
    const c = await county(await fresh(), notice('homes'), register, '2026-10-15')
    await entered(c)
    await assert.rejects(
      enters(c, { kind: 'home', day: '2026-10-10', org: 'S1', people: ['T1'], subjects: ['P2'], fields: door('10:00', '2026-10-09') }),
      { code: '422.1' },
      'nobody goes to a home alone',
    )
    const told = await figures(c)
    const byHand = {
      visits: '8',
      pupils: '6',
      door: '3',
      hard: '2',
      others: '1',
      led: '1',
      absences: '2',
      absences_in_time: '1',
      absence_rate: '50',
    }
    for (const [key, value] of Object.entries(byHand)) assert.equal(told[key], value, key)
    assert.deepEqual(await standing(c, 'all', '2026-07-05'), ['T1 6/6 done'])
    assert.deepEqual(await standing(c, 'all', '2026-10-15'), ['T1 1/6 course'], 'the new term begins anew: 45 of 142 days, 1 of 6')
    assert.deepEqual(await standing(c, 'hard', '2026-07-05'), ['T1 1/2 behind'], 'one of the two was visited twice')
    assert.deepEqual(await standing(c, 'third', '2026-07-05'), ['T1 1/2 behind'], 'a third of four')
    assert.deepEqual(await standing(c, 'subject', '2026-07-05'), ['T2 2/4 behind'])
    assert.deepEqual(await standing(c, 'heads', '2026-03-31'), ['H 1/1 done'])
    assert.deepEqual(await standing(c, 'exam', '2026-05-10'), [], 'nobody owes it before the examination has its day')
    await c.does(announce, { campaign: c.campaign, event: 'midterm', day: '2026-04-24' })
    assert.deepEqual(await standing(c, 'exam', '2026-05-10'), ['T1 1/2 behind'])
  })

  test('the bulletin tells each term by itself, and how many class teachers have done their round', async () => {
    const c = await county(await fresh(), notice('homes'), register, '2026-10-15')
    await entered(c)
    await c.does(announce, { campaign: c.campaign, event: 'midterm', day: '2026-04-24' })
    assert.deepEqual(await printed(c, 'term'), [
      '“大家访”活动通报',
      '春季学期家访7次，学生6名，其中入户3名（困难学生2名）；缺勤家访及时率50%，满意度66.7%。普访完成1人班主任，困难学生两次到位0人。',
      '阶段 | 家访（次） | 家访学生（名）',
      '春季学期 | 7 | 6',
      '秋季学期 | 1 | 1',
      '任务 | 有此任务的 | 已完成 | 进度正常 | 落后 | 完成率（%）',
      '每学期普访一遍 | 1 | 1 | 0 | 0 | 100.0',
      '困难学生每学期入户两次 | 1 | 0 | 0 | 1 | 0.0',
      '其他学生入户三分之一 | 1 | 0 | 0 | 1 | 0.0',
      '科任教师每学期4户 | 1 | 0 | 0 | 1 | 0.0',
      '期中考试后7日内2户 | 1 | 0 | 0 | 1 | 0.0',
    ])
  })
})
