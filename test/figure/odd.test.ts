import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { FigureCheck } from '#command/figure/views.ts'
import type { Receipt } from '#command/views.ts'
import { city } from '../bulletin/world.ts'
import { forEachDatabase } from '../cluster.ts'

const scheme = `
scheme: tables
title: 统计表
window: { from: 2012-01-01, to: 2012-12-31 }
activities:
  table:
    title: 统计表
    participants: { min: 0 }
    fields:
      - { key: all, title: 总数, type: integer, unit: 次 }
      - { key: bureau, title: 局级, type: integer, unit: 次 }
      - { key: others, title: 其他, type: integer, unit: 次 }
      - { key: target, title: 目标, type: integer, unit: 次 }
      - { key: rate, title: 完成率, type: decimal, unit: '%', approx: true }
      - { key: opinion, title: 认为可有可无, type: decimal, unit: '%' }
      - { key: note, title: 备注, type: integer, unit: 件, show: all > 5 }
  study: { title: 专项, participants: { min: 0 } }
indicators:
  all: { title: 总数, unit: 次, from: table, value: all }
  bureau: { title: 局级, unit: 次, from: table, value: bureau, beside: all, included: yes }
  others: { title: 其他, unit: 次, from: table, value: others, beside: all, included: yes }
  now: { title: 累计, unit: 次, from: table, value: all, take: latest }
  target: { title: 目标, unit: 次, from: table, value: target, take: latest }
  done: { title: 完成, unit: '%', ratio: { part: now, whole: target } }
  rate: { title: 完成率, unit: '%', from: table, value: rate, take: latest, ratio: { part: now, whole: target } }
  opinion: { title: 认为可有可无, unit: '%', from: table, value: opinion, take: latest }
  notes: { title: 备注, unit: 件, from: table, value: note }
  study: { title: 专项座谈, unit: 场次, from: study, beside: all }
partitions: [{ of: all, into: [bureau, others] }]
`

forEachDatabase((fresh) => {
  test('what does not add up is told with its unit and numbers, and nothing is changed', async () => {
    const h = await city(await fresh(), '# 通报')
    const campaign = await h.load('tables', scheme)
    const table = (org: string, fields: object) => {
      const content = { day: '2012-05-10', org: h.id(org), fields }
      return h.does<Receipt>('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'table', content })
    }
    const found = async (more: object = {}) => {
      const { rows } = await h.does<FigureCheck>('figure.check', { campaign, ...more })
      return rows.map((r) => [r.kind, r.indicator, r.org?.name ?? ''].join(' '))
    }
    const inScheme = ['underived opinion ', 'unsaid study ', 'units study ']
    assert.deepEqual(await found({ blanks: false }), inScheme, 'before there is any record')
    const whole = { all: '10', bureau: '4', others: '6', target: '20', rate: '50', opinion: '21', note: '1' }
    await table('T1', whole)
    assert.deepEqual(await found(), inScheme)
    await table('T2', { ...whole, bureau: '11' })
    assert.deepEqual(
      (await found({ blanks: false })).filter((r) => !inScheme.includes(r)),
      ['parts all 清河市', 'over bureau 柳溪镇', 'parts all 柳溪镇'],
      'the whole city’s bureau figure is within its total; its parts still miss',
    )
    await table('T3', { all: '5', bureau: '2', others: '3', target: '4', rate: '120.5' })
    const t3 = await h.does<FigureCheck>('figure.check', { campaign, org: h.id('T3') })
    assert.deepEqual(
      t3.rows.slice(3).map((r) => [r.kind, r.indicator]),
      [
        ['hundred', 'done'],
        ['hundred', 'rate'],
        ['stated', 'rate'],
        ['blank', 'opinion'],
      ],
      'what was not shown was not asked: the note is no blank',
    )
    const stated = t3.rows.find((r) => r.kind === 'stated')
    assert.equal(stated?.says.zh, '“完成率”填报为 120.5%，按“累计”与“目标”推算为 125%')
    assert.deepEqual(
      stated?.numbers.map((n) => [n.indicator, n.value, n.unit]),
      [
        ['rate', '120.5', '%'],
        ['now', '5', '次'],
        ['target', '4', '次'],
      ],
    )
    assert.equal(t3.rows.find((r) => r.kind === 'blank')?.records.length, 1)
  })

  test('a value without its target, or a percentage without both, is told as blank or not to be derived', async () => {
    const h = await city(await fresh(), '# 通报')
    const campaign = await h.load('tables', scheme)
    const table = (org: string, fields: object) => {
      const content = { day: '2012-05-10', org: h.id(org), fields }
      return h.does('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'table', content })
    }
    await table('T1', { all: '10', bureau: '4', others: '6', rate: '50' })
    await table('T2', { rate: { value: '90', approx: '以上' } })
    const of = async (org: string) =>
      (await h.does<FigureCheck>('figure.check', { campaign, org: h.id(org), blanks: false })).rows
        .slice(3)
        .map((r) => `${r.kind} ${r.indicator}`)
    assert.deepEqual(await of('T1'), ['blank target'])
    assert.deepEqual(await of('T2'), ['underived rate'])
  })
})
