import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#command/record/acts.ts'
import { announce } from '#command/campaign/announce.ts'
import { verify } from '#command/figure/verify.ts'
import { list, mine, show } from '#command/quota/look.ts'
import type { MyQuotas, QuotaList, QuotaShow } from '#command/quota/view.ts'
import type { Fault } from '#kit/fault.ts'
import type { Verification } from '#command/views.ts'
import { carryOut } from '#store/carry.ts'
import { creditOlder } from '#store/record/credit-older.ts'
import { storeOn } from '#store/store.ts'
import { forEachDatabase } from '../cluster.ts'
import { classes, county, households, register, scheme } from './county.ts'

const member = `where: 'org.class == "乡镇" && person.rank == "乡科级"'`
const says = (why: readonly { readonly says: { readonly en?: string | undefined } }[]) => why.map((s) => s.says.en)

forEachDatabase((fresh) => {
  test('all of these and a third of those: too much of one stratum does not make up for another', async () => {
    const c = await county(
      await fresh(),
      scheme(`
  strata: { title: 困难户全访、其余三分之一, who: person, ${member}, indicator: households, strata: [{ when: '"困难户" in subject.tags', share: 1, title: 困难户 }, { when: 'true', share: 1/3, title: 其余 }] }`),
    )
    const sent = await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: [...households('A', 0, 4), ...households('A', 20, 100)] })
    await c.does(accept, { record: sent, seen: 1 })
    const p = await c.of('MEMBER', 'strata', '2014-06-30')
    // 12 in need, all of them; 114 others, a third of them: 38.
    assert.deepEqual([p.owed, p.done, p.standing], ['50', '42', 'behind'])
    assert.ok(says(p.why).includes('困难户: 12 linked, 12 owed (all), 4 reached'), says(p.why).join('; '))
  })

  test('two stages: so many places with so many different households each', async () => {
    const c = await county(
      await fresh(),
      scheme(`
  stages: { title: 两个村各十户, who: person, where: 'org.class == "县直单位"', indicator: households, stages: { places: 2, each: 10, kind: village } }`),
    )
    for (const [place, from, to] of [
      ['V1', 0, 6],
      ['V1A', 4, 16],
      ['V2', 0, 7],
    ] as const) {
      const sent = await c.hands('visit', '2014-03-10', ['CHIEF'], { place, subjects: households(place === 'V2' ? 'B' : 'A', from, to) })
      await c.does(accept, { record: sent, seen: 1 })
    }
    const p = await c.of('CHIEF', 'stages', '2014-06-30')
    // A group belongs to its village: 16 different households there count for 10.
    assert.deepEqual([p.owed, p.done], ['20', '17'])
  })

  test('a diary for each day of stay is owed as soon as the days are reported', async () => {
    const c = await county(
      await fresh(),
      scheme(`  diary: { title: 手记, who: person, ${member}, indicator: diaries, for_each: stay_days }`),
    )
    assert.equal((await c.of('MEMBER', 'diary', '2014-03-31')).standing, 'open')
    await c.hands('stay', '2014-03-10', ['MEMBER', 'OTHER'], { fields: { days: '4' } })
    await c.hands('diary', '2014-03-10', ['MEMBER'])
    const p = await c.of('MEMBER', 'diary', '2014-03-31')
    assert.deepEqual([p.owed, p.expected, p.done, p.standing], ['4', '4', '1', 'behind'])
    assert.deepEqual(says(p.why)[0], '“蹲住天数” is 4; 1 for each, so 4')
  })

  test('joint visits count for each, for the first, or are shared', async () => {
    const joint = (how: string) => `  ${how}: { title: 天数, who: person, ${member}, indicator: stay_days, at_least: 3, joint: ${how} }`
    const c = await county(await fresh(), scheme(['each', 'first', 'split'].map(joint).join('\n')))
    await c.hands('stay', '2014-03-10', ['OTHER', 'MEMBER', 'CLERK'], { fields: { days: '2' } })
    await c.hands('stay', '2014-03-12', ['MEMBER', 'OTHER', 'CLERK'], { fields: { days: '1' } })
    const done = async (who: string, how: string) => (await c.of(who, how, '2014-06-30')).done
    assert.deepEqual([await done('MEMBER', 'each'), await done('MEMBER', 'first'), await done('MEMBER', 'split')], ['3', '1', '1'])
    assert.deepEqual([await done('OTHER', 'each'), await done('OTHER', 'first'), await done('OTHER', 'split')], ['3', '2', '1'])
    assert.ok(
      says((await c.of('OTHER', 'split', '2014-06-30')).why).includes('2 of the records were joint: the participants share the credit'),
    )
  })

  test('who changes posts owes by days, or all of it with what was done before, or all of it afresh', async () => {
    const moves = (how: string) =>
      `  ${how}: { title: 报告, who: person, where: 'org.class == "县直单位"', indicator: reports, at_least: 12, moves: ${how} }`
    const c = await county(await fresh(), scheme(['prorate', 'carry', 'restart'].map(moves).join('\n')))
    // 61 of the 122 days are over when the town's member goes to the water bureau.
    for (const day of ['2014-03-10', '2014-04-30', '2014-05-10']) await c.hands('report', day, ['MEMBER'])
    await c.save({
      people: [
        {
          code: 'MEMBER',
          name: '镇委员',
          posts: [
            { org: 'YANG', until: '2014-05-01' },
            { org: 'WATER', rank: '乡科级', post: '副局长', from: '2014-05-01' },
          ],
        },
      ],
    })
    const seen = async (how: string) => {
      const p = await c.of('MEMBER', how, '2014-05-31')
      return [p.owed, p.done, p.expected, p.own.from]
    }
    assert.deepEqual(await seen('prorate'), ['6', '1', '3', '2014-05-01'])
    assert.deepEqual(await seen('carry'), ['12', '3', '9', '2014-03-01'])
    assert.deepEqual(await seen('restart'), ['12', '1', '6', '2014-05-01'])
    assert.ok(says((await c.of('MEMBER', 'prorate', '2014-05-31')).why).includes('By days: 12 × 61 ÷ 122 days = 6'))
    assert.ok(says((await c.of('MEMBER', 'carry', '2014-05-31')).why).includes('2 done before count as well'))
    assert.deepEqual(
      (await c.progress('2014-04-30', 'carry')).map((p) => p.assignee.code),
      ['CHIEF'],
      'before the move it is not owed',
    )
    assert.equal((await c.of('CHIEF', 'prorate', '2014-05-31')).owed, '12')
  })

  test('households that come with their visits count where they came to', async () => {
    const c = await county(await fresh(), scheme(classes.replace('of: linked }', 'of: linked, moves: carry }')))
    const sent = await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: households('A', 0, 20) })
    await c.does(accept, { record: sent, seen: 1 })
    await c.save({ links: households('A', 0, 15).map((code) => ({ by: { person: 'OTHER' }, to: { subject: code }, from: '2014-05-02' })) })
    const p = await c.of('OTHER', 'town', '2014-06-01')
    assert.deepEqual([p.owed, p.done, p.standing], ['20', '15', 'course'])
    assert.ok(says(p.why).includes('15 done before count as well'), says(p.why).join('; '))
  })

  test('two periods at once, with how many of those that are over were met', async () => {
    const c = await county(
      await fresh(),
      scheme(
        `  two: { title: 每月两篇、全程五篇, who: person, ${member}, indicator: reports, every: month, at_least: 2, also: [{ at_least: 5 }] }`,
      ),
    )
    for (const day of ['2014-03-03', '2014-03-20', '2014-04-02', '2014-05-05']) await c.hands('report', day, ['MEMBER'])
    const rows = (await c.progress('2014-05-15', 'two')).filter((p) => p.assignee.code === 'MEMBER').sort((a, b) => a.part - b.part)
    assert.deepEqual(
      rows.map((p) => [p.every, p.owed, p.done, p.past]),
      [
        ['month', '2', '1', { periods: 2, met: 1 }],
        ['campaign', '5', '4', null],
      ],
    )
  })

  test('units owe what their members and branches make it, and what is a share of another figure', async () => {
    const c = await county(
      await fresh(),
      scheme(`
  each: { title: 每名干部一篇, who: org, where: 'org.class == "乡镇"', indicator: reports, at_least: members }
  branch: { title: 每支部一次, who: org, where: 'org.class == "乡镇"', indicator: visits, at_least: branches * 2 }
  half: { title: 走访一半有报告, who: org, where: 'org.class == "乡镇"', indicator: reports, share: 0.5, of: visits }`),
    )
    await c.save({
      orgs: [
        { code: 'B1', name: '一支部', parent: 'YANG', kind: 'branch' },
        { code: 'B2', name: '二支部', parent: 'YANG', kind: 'branch' },
      ],
    })
    for (const org of ['B1', 'B2', 'YANG']) {
      const sent = await c.hands('visit', '2014-03-10', ['MEMBER'], { org })
      await c.does(accept, { record: sent, seen: 1 })
    }
    await c.hands('report', '2014-03-10', ['MEMBER'], { org: 'B1' })
    const seen = async (quota: string) => {
      const p = await c.of('YANG', quota, '2014-06-30')
      return [p.owed, p.done]
    }
    assert.deepEqual(
      [await seen('each'), await seen('branch'), await seen('half')],
      [
        ['2', '1'],
        ['4', '3'],
        ['2', '1'],
      ],
    )
  })

  test('a team owes together what its orgs and people do, each visit once', async () => {
    const c = await county(
      await fresh(),
      scheme(`  zone: { title: 协作区走访五十户, who: team, where: 'team.kind == "协作区"', indicator: households, at_least: 50 }`),
      {
        ...register,
        teams: [
          {
            code: 'Z1',
            name: '第一协作区',
            kind: '协作区',
            members: [
              { who: { org: 'YANG' }, duty: 'lead' },
              { who: { person: 'LEADER' }, duty: 'member' },
              { who: { person: 'OTHER' }, duty: 'liaison' },
            ],
          },
        ],
      },
    )
    for (const [people, org, from, to] of [
      [['MEMBER', 'LEADER'], 'YANG', 0, 10],
      [['LEADER'], 'COUNTY', 5, 20],
      [['OTHER'], 'LIU', 30, 40],
    ] as const) {
      const sent = await c.hands('visit', '2014-03-10', people, { org, subjects: households('A', from, to) })
      await c.does(accept, { record: sent, seen: 1 })
    }
    const p = await c.of('Z1', 'zone', '2014-06-30')
    assert.deepEqual([p.owed, p.done, p.assignee.orgName], ['50', '20', 'YANG镇'])
  })

  test('what an event ends has no expected part until the event is announced', async () => {
    const c = await county(
      await fresh(),
      scheme(`  report: { title: 总结会前交报告, who: person, ${member}, indicator: reports, at_least: 10, by: event:closing }`),
    )
    const before = await c.of('MEMBER', 'report', '2014-04-10')
    assert.deepEqual([before.own.to, before.expected, before.standing], [null, null, 'course'])
    await c.does(announce, { campaign: c.campaign, event: 'closing', day: '2014-04-19' })
    const after = await c.of('MEMBER', 'report', '2014-04-10')
    assert.deepEqual([after.own.to, after.expected, after.standing], ['2014-04-19', '8', 'behind'])
  })

  test('a quota added later counts what was done before it was thought of', async () => {
    const c = await county(await fresh(), scheme(classes))
    await c.hands('report', '2014-03-10', ['MEMBER'])
    await c.revise(scheme(`${classes}  report: { title: 报告, who: person, ${member}, indicator: reports, at_least: 1 }\n`))
    const p = await c.of('MEMBER', 'report', '2014-06-30')
    assert.deepEqual([p.done, p.standing], ['1', 'done'])
  })

  test('a campaign that was loaded before people were credited is credited at the next start', async () => {
    const db = await fresh()
    const c = await county(db, scheme(classes))
    const sent = await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: households('A', 0, 7) })
    await c.does(accept, { record: sent, seen: 1 })
    await db.pool.query(`delete from credit`)
    await db.pool.query(`update scheme_version set credited = '{}'`)
    await creditOlder(db.pool)
    const later = storeOn(db.pool)
    const again = (command: typeof list | typeof verify, input: object) =>
      carryOut(later, command, command.input.parse(input) as never, c.world)
    const { rows } = (await again(list, { campaign: c.campaign, on: '2014-06-30', quota: 'town' })) as QuotaList
    assert.deepEqual(rows.rows.map((p) => `${p.assignee.code} ${p.done}`).toSorted(), ['MEMBER 7', 'OTHER 0'])
    assert.deepEqual(((await again(verify, {})) as Verification).differences, [])
  })

  test('a visitor sees their own reasons and who still waits for them, and nothing of a colleague’s', async () => {
    const c = await county(await fresh(), scheme(classes))
    const sent = await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: [...households('A', 0, 40), 'B001'] })
    await c.does(accept, { record: sent, seen: 1 })
    const asMember = <T>(command: typeof mine | typeof show, input: object) =>
      carryOut(c.store, command, command.input.parse(input) as never, { ...c.as('MEMBER'), today: '2014-06-30' }) as Promise<T>
    const [own] = await asMember<readonly MyQuotas[]>(mine, { campaign: c.campaign })
    assert.deepEqual(
      own?.rows.map((p) => [p.quota, p.owed, p.done]),
      [['town', '42', '40']],
    )
    const told = await asMember<QuotaShow>(show, { campaign: c.campaign, quota: 'town', who: c.id('MEMBER') })
    assert.equal(told.parts[0]?.waiting.length, 86)
    assert.deepEqual(
      told.parts[0]?.records.map((r) => [r.record, r.value]),
      [[sent, '40']],
      'the records add up to what is done',
    )
    await assert.rejects(asMember(show, { campaign: c.campaign, quota: 'town', who: c.id('OTHER') }), (e: Fault) => e.code === '404.1')
  })
})
