import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { NoticeList, NoticeView } from '#command/notice/views.ts'
import type { Supervision } from '#command/supervision/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type TenVisits, openTenVisits, source } from './ten-visits.ts'

/* Teams stand beside the classes: a zone with a quota of its own, a zone judged by its members, a notice that the lead answers. */

type Team = { readonly id: string; readonly code: string; readonly name: string }

const zones = [
  {
    code: 'Z1',
    name: '第一协作区',
    kind: '协作区',
    members: [
      { who: { org: 'T1' }, duty: 'lead' as const },
      { who: { org: 'T2' }, duty: 'member' as const },
    ],
  },
  {
    code: 'Z2',
    name: '第二协作区',
    kind: '协作区',
    members: [
      { who: { org: 'T3' }, duty: 'lead' as const },
      { who: { org: 'T4' }, duty: 'member' as const },
    ],
  },
  { code: 'G1', name: '督导组', kind: '督导组', members: [{ who: { org: 'T2' }, duty: 'member' as const }] },
]

const zoned = source
  .replace('scheme: ten-visits', 'scheme: zones')
  .replace('quotas:\n', `quotas:\n  zone: { title: 每区十二访, who: team, where: 'team.code == "Z1"', indicator: visits, at_least: 12 }\n`)

forEachDatabase((fresh) => {
  const story = (title: string, tell: (city: TenVisits & { team(code: string): Promise<string> }) => Promise<void>) =>
    test(title, async () => {
      const city = await openTenVisits(fresh)
      await city.house.register({ teams: zones })
      const team = async (code: string) => {
        const all = await city.house.admin.sees<Team[]>('team.list')
        return all.find((t) => t.code === code)?.id ?? assert.fail(code)
      }
      await tell({ ...city, team }).finally(() => city.house.close())
    })

  const visit = async ({ house }: TenVisits, campaign: string, town: string, days: readonly string[]) => {
    for (const day of days) {
      const content = { day, org: await house.org(town), fields: { what: '查看了低洼田块' } }
      await house.admin.does('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'visit', content })
    }
  }

  story('a team is judged by its own quota, and one that has none by what its members owe together', async (city) => {
    const { house } = city
    const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source: zoned })
    await visit(city, campaign, 'T1', ['2012-03-10', '2012-03-11', '2012-03-12', '2012-03-13', '2012-03-14', '2012-03-15'])
    await visit(city, campaign, 'T3', ['2012-03-20', '2012-03-21'])
    const seen = await house.admin.sees<Supervision>('supervision.show', { campaign, on: '2012-04-08' })
    const [group, zone] = seen.teams
    assert.deepEqual(
      zone?.units.map((t) => [t.name, t.leads, t.basis, t.light, t.standing, t.startedOn, t.records]),
      [
        ['第二协作区', ['石桥镇'], 'members', 'red', 'behind', '2012-03-20', 2],
        ['第一协作区', ['安泰镇'], 'own', 'green', 'on_course', '2012-03-10', 6],
      ],
    )
    assert.deepEqual(
      zone?.units.map((t) => t.quotas.map((q) => [q.quota, q.owed, q.expected, q.done])),
      [[['ten', '20', '10', '2']], [['zone', '12', '6', '6']]],
    )
    assert.deepEqual(zone?.lights, { green: 1, yellow: 0, red: 1, none: 0 })
    assert.deepEqual(zone?.units[1]?.members, { green: 1, yellow: 0, red: 1, none: 0 })
    assert.deepEqual([group?.key, group?.units[0]?.standing, group?.units[0]?.org], ['督导组', 'not_started', null])
    assert.deepEqual((await house.admin.sees<Supervision>('supervision.show', { campaign, class: 'town' })).teams, [])
  })

  story('who leads a team sees it, a member does not, and nobody is judged by the part of its members one sees', async (city) => {
    const teams = async (org: string) => {
      const seen = await city.look(await city.house.as('liaison', org))
      return seen.teams.flatMap((band) => band.units.map((t) => [t.name, t.quotas.length]))
    }
    assert.deepEqual(await teams('T1'), [['第一协作区', 0]])
    assert.deepEqual(await teams('T2'), [['督导组', 1]])
  })

  story('a notice to a team is received and answered by who leads it, and counts for the team alone', async (city) => {
    const { house, campaign, notice } = city
    const [office, lead, member] = [await house.as('office'), await house.as('liaison', 'T1'), await house.as('liaison', 'T2')]
    const team = await city.team('Z1')
    const first = await notice(office, 'issue', { id: uuidv7(), campaign, team, title: '协作区进度滞后', asks: '召集成员单位会商' })
    assert.deepEqual([first.org, first.orgName, first.team, first.teamName], [await house.org('T1'), '安泰镇', team, '第一协作区'])
    await assert.rejects(member.sees('notice.show', { notice: first.id }), { code: '404.1' })
    await notice(lead, 'receive', { notice: first.id, seen: 1 })
    await notice(lead, 'answer', { notice: first.id, seen: 2, note: '已会商' })
    assert.equal((await notice(office, 'close', { notice: first.id, seen: 3 })).state, 'closed')

    const own = await notice(office, 'issue', { id: uuidv7(), campaign, org: await house.org('T1'), title: '催办', asks: '限期启动' })
    const again = await notice(office, 'issue', { id: uuidv7(), campaign, team, title: '再催', asks: '限期会商' })
    assert.deepEqual([own.before.issued, again.before.issued], [0, 1])
    const seen = await city.look(office)
    const units = [...seen.classes.flatMap((b) => b.units), ...seen.teams.flatMap((b) => b.units)]
    const standsOf = (code: string) => units.find((u) => u.code === code)?.notices.open
    assert.deepEqual([standsOf('T1'), standsOf('Z1'), standsOf('Z2')], [1, 1, 0])
    const list = await lead.sees<NoticeList>('notice.list', { campaign })
    assert.deepEqual(
      list.rows.map((r) => [r.number, r.teamName]),
      [
        [3, '第一协作区'],
        [2, null],
        [1, '第一协作区'],
      ],
    )
  })

  story('a team that nobody leads gets no notice, and a notice goes to a unit or to a team, not to both', async (city) => {
    const { house, campaign, notice } = city
    const office = await house.as('office')
    const issue = { id: uuidv7(), campaign, title: '催办', asks: '限期启动' }
    await assert.rejects(notice(office, 'issue', { ...issue, team: await city.team('G1') }), { code: '409.25' })
    await assert.rejects(notice(office, 'issue', issue), { code: '400.2' })
    await assert.rejects(notice(office, 'issue', { ...issue, team: await city.team('Z1'), org: await house.org('T1') }), { code: '400.2' })
    await assert.rejects(notice(await house.as('office', 'T2'), 'issue', { ...issue, team: await city.team('Z1') }), { code: '404.1' })
  })

  story('a team led by a person is answered for by the unit in which that person serves', async (city) => {
    const { house, campaign, notice } = city
    await house.register({
      people: [{ code: 'P1', name: '季南乔', posts: [{ org: 'T3', post: '书记' }] }],
      teams: [{ code: 'L1', name: '领导小组', kind: '领导小组', members: [{ who: { person: 'P1' }, duty: 'lead' }] }],
    })
    const sent = await notice(await house.as('office'), 'issue', {
      id: uuidv7(),
      campaign,
      team: await city.team('L1'),
      title: '请研究',
      asks: '研究推进办法',
    })
    const liaison = await house.as('liaison', 'T3')
    assert.deepEqual((await liaison.sees<NoticeView>('notice.show', { notice: sent.id })).may, ['receive', 'ask'])
  })
})
