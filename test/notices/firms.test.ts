import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entries } from '#register/entry.ts'
import { forEachDatabase } from '../cluster.ts'
import { type County, county } from '../quota/county.ts'
import { closes, enters, figures, notice, printed, standing } from './notice.ts'

const register: Entries = {
  orgs: [
    { code: 'CITY', name: '市领导', parent: 'ROOT', kind: 'city', class: '' },
    { code: 'DG', name: '东港区', parent: 'ROOT', kind: 'county', class: '县区' },
    { code: 'XC', name: '西川县', parent: 'ROOT', kind: 'county', class: '县区' },
  ],
  places: [
    { code: 'C', name: '临江市', kind: 'city' },
    { code: 'PD', name: '东港', parent: 'C', kind: 'county' },
    { code: 'PX', name: '西川', parent: 'C', kind: 'county' },
  ],
  people: [
    { code: 'L1', name: '甲领导', posts: [{ org: 'CITY', rank: '市领导', post: '副市长' }] },
    { code: 'D1', name: '东港干部', posts: [{ org: 'DG', rank: '乡科级', post: '科长' }] },
    { code: 'X1', name: '西川干部', posts: [{ org: 'XC', rank: '乡科级', post: '科长' }] },
  ],
  subjects: [
    ...['A1', 'A2'].map((code) => ({ code, name: `${code}公司`, kind: '企业', place: 'PD', tags: ['A类'] })),
    { code: 'B1', name: 'B1公司', kind: '企业', place: 'PD', tags: ['B类'] },
    { code: 'A3', name: 'A3公司', kind: '企业', place: 'PX', tags: ['A类'] },
    { code: 'B2', name: 'B2公司', kind: '企业', place: 'PX', tags: ['B类'] },
  ],
  links: [
    { by: { org: 'DG' }, to: { place: 'PD' } },
    { by: { org: 'XC' }, to: { place: 'PX' } },
    { by: { person: 'L1' }, to: { subject: 'A1' }, until: '2026-04-01' },
    { by: { person: 'L1' }, to: { subject: 'A3' }, from: '2026-04-01' },
  ],
}

const problem = { sort: 'matter', kind: 'problem' } as const

const entered = async (c: County): Promise<void> => {
  const visit = { kind: 'visit', org: 'DG', people: ['D1'] }
  const site = (orders?: string) => ({ way: 'site', ...(orders === undefined ? {} : { orders }) })
  await enters(c, { ...visit, day: '2026-03-03', subjects: ['A1', 'A2'], fields: site('5000') })
  await enters(c, { ...visit, day: '2026-03-10', people: ['D1', 'L1'], subjects: ['A1'], fields: site('6000') })
  const saturday = await enters(c, { ...visit, day: '2026-03-14', subjects: ['B1'], fields: { way: 'phone' } })
  const worked = await enters(c, { ...visit, day: '2026-02-14', org: 'XC', people: ['X1'], subjects: ['A3'], fields: site('2000') })
  await enters(c, { ...visit, day: '2026-04-02', org: 'XC', people: ['X1'], subjects: ['B2', 'A3'], fields: site() })
  assert.deepEqual([saturday.rules, worked.rules], [['worked'], []], 'a Saturday is flagged, and one that is worked is not')

  const raised = (day: string, org: string, fields: object) =>
    enters(c, { ...problem, day, org, fields: { gist: '问题', policy: false, ...fields } })
  const first = await raised('2026-03-02', 'DG', { answered: '2026-03-09', pleased: true })
  const second = await raised('2026-02-13', 'DG', { answered: '2026-02-24', pleased: false })
  await raised('2026-03-02', 'XC', { answered: '2026-03-10' })
  const policy = await raised('2026-03-02', 'XC', { policy: true, answered: '2026-03-03', pleased: true })
  await raised('2026-04-27', 'DG', {})
  assert.deepEqual(await closes(c, first, '2026-03-20', 'solved'), [], '14 working days')
  assert.deepEqual(
    await closes(c, second, '2026-03-12', 'explained'),
    [],
    '15 working days: the Spring Festival, and two Saturdays that are worked',
  )
  assert.deepEqual(await closes(c, policy, '2026-04-20', 'solved'), ['slow'], '35 working days')
}

forEachDatabase((fresh) => {
  test('visits to firms by grade, answers within five working days and targets of an annex come out as counted by hand', async () => {
    const c = await county(await fresh(), notice('firms'), register, '2026-05-20')
    await entered(c)
    const told = await figures(c)
    const byHand = {
      visits: '7',
      firms: '4',
      firms_a: '3',
      firms_b: '1',
      orders: '1.3',
      raised: '5',
      answered: '4',
      in_time: '3',
      late: '1',
      days: '64',
    }
    for (const [key, value] of Object.entries(byHand)) assert.equal(told[key], value, key)
    assert.deepEqual(await standing(c, 'a', '2026-03-31'), ['DG 2/2 done', 'XC 0/1 behind'])
    assert.deepEqual(await standing(c, 'a', '2026-04-30'), ['DG 0/2 behind', 'XC 1/1 done'])
    assert.deepEqual(await standing(c, 'b', '2026-03-31'), ['DG 0/1 behind', 'XC 0/1 behind'], 'a call by phone is no visit')
    assert.deepEqual(await standing(c, 'annex', '2026-05-20'), ['DG 4/16 behind', 'XC 3/3 done'])
    assert.deepEqual(await standing(c, 'leaders', '2026-03-31'), ['L1 1/1 done'])
    assert.deepEqual(
      await standing(c, 'leaders', '2026-05-20'),
      ['L1 0/1 course'],
      'since April another firm is theirs, and half a quarter owes no whole firm yet',
    )
  })

  test('the bulletin says what is overdue, how many have met their targets, and seals it', async () => {
    const c = await county(await fresh(), notice('firms'), register, '2026-05-20')
    await entered(c)
    assert.deepEqual(await printed(c, 'month'), [
      '企业服务大走访情况通报',
      '截至目前走访企业7家次（4家，A类3家），在手订单1.3亿元；受理5个，按时答复率75%，办结率60%，超期办结1个，逾期未办结1个，平均办理时长21.3天，满意率66.7%。附表目标完成1个，占50%，部分县区进度较慢；三月A类企业走访到位1个县区。',
      '任务 | 有此任务的 | 已完成 | 进度正常 | 落后 | 完成率（%）',
      '年度走访目标（附表） | 2 | 1 | 0 | 1 | 50.0',
      '解决问题目标（附表） | 2 | 1 | 1 | 0 | 50.0',
      '按时答复率100% | 2 | 1 | 0 | 1 | 50.0',
      '单位 | 应完成（家次） | 已完成（家次） | 完成率（%）',
      '东港区 | 16 | 4 | 25.0',
      '西川县 | 3 | 3 | 100.0',
      '县区中，“年度走访目标（附表）”进度落后的有1个。',
    ])
  })
})
