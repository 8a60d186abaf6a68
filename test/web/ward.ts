import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { uuidv7 } from 'uuidv7'
import type { CampaignId } from '#kit/id.ts'
import type { TestHouse } from '../server/house.ts'

/* A town with two villages, its people and households, and a campaign whose forms hold one field of each type. */

export const source = `
scheme: ward-visits
title: { zh: 白鹭镇走访, en: Visits in Bailu }
window: { from: 2024-03-01, to: 2024-12-31 }
phases:
  - { key: visit, title: { zh: 集中走访, en: Visits }, from: 2024-03-01, until: 2024-10-31 }
classes:
  - { key: town, title: { zh: 乡镇, en: Towns }, where: org.kind == "township" }
ranks: [{ key: 科级, title: { zh: 乡科级, en: Section level } }, { key: 科员, title: { zh: 科员, en: Staff } }]
participants: { where: 'person.rank == "科级"', widen: true, outside: flag }
subjects: [{ key: household, title: { zh: 农户, en: Household }, unit: 户 }]
tags: [{ key: 困难户, title: { zh: 困难户, en: In need } }]
activities:
  visit:
    title: { zh: 入户走访, en: Home visit }
    review: true
    place: required
    to: [household]
    subjects: { min: 1 }
    fields:
      - { key: cards, title: { zh: 发放联系卡, en: Cards }, type: integer, unit: 张, min: 0, required: true }
      - { key: heard, title: { zh: 了解到的情况, en: Heard }, type: longtext, required: true }
      - { key: way, title: { zh: 方式, en: Way }, type: choices, options: [{ key: home, title: { zh: 入户, en: Home } }, { key: field, title: { zh: 田头, en: Field } }] }
      - { key: helped, title: { zh: 当场帮扶, en: Helped }, type: boolean }
      - { key: funds, title: { zh: 帮扶资金, en: Funds }, type: money, unit: 万元, decimals: 6, approx: true, show: helped, required: true }
    rules:
      - { key: detail, check: heard.size() >= 8, otherwise: flag, says: { zh: 情况记得过短, en: Too short } }
matters:
  problem:
    title: { zh: 问题, en: Problem }
    fields: [{ key: what, title: { zh: 问题内容, en: What }, type: longtext, required: true }]
    outcomes: [{ key: solved, title: { zh: 已解决, en: Solved }, solved: true }, { key: explained, title: { zh: 已解释, en: Explained } }]
indicators:
  visits: { title: { zh: 走访次数, en: Visits }, unit: 次, from: visit, headline: true }
  homes: { title: { zh: 走访户数, en: Homes }, unit: 户, from: visit, distinct: subject }
  cards: { title: { zh: 联系卡, en: Cards }, unit: 张, from: visit, value: cards }
  funds: { title: { zh: 资金, en: Funds }, unit: 万元, from: visit, value: funds, decimals: 2 }
  average: { title: { zh: 次均联系卡, en: Cards per visit }, unit: 张, formula: cards / visits, decimals: 1 }
  solved: { title: { zh: 解决问题, en: Solved }, unit: 件, from: problem.closed, when: outcome == "solved" }
quotas:
  cards: { title: { zh: 每名干部发卡不少于二十张, en: Twenty cards each }, who: person, indicator: cards, at_least: 20 }
`

/** Bailu with its people, households and campaign. */
export const ward = async (house: TestHouse): Promise<{ readonly campaign: CampaignId }> => {
  await house.register({
    orgs: [{ code: 'BL', name: '白鹭镇', parent: 'ROOT', kind: 'township', aliases: ['白鹭公社'] }],
    places: [
      { code: 'P', name: '白鹭镇', parent: null, kind: 'township' },
      { code: 'P1', name: '东滩村', parent: 'P', kind: 'village' },
      { code: 'P2', name: '西滩村', parent: 'P', kind: 'village' },
    ],
    people: [
      { code: 'G1', name: '陆文渊', posts: [{ org: 'BL', post: '镇长', rank: '科级' }] },
      { code: 'G2', name: '顾知行', posts: [{ org: 'BL', post: '办事员', rank: '科员' }] },
    ],
    subjects: [
      { code: 'H1', name: '何春华家', kind: 'household', place: 'P1', tags: ['困难户'] },
      { code: 'H2', name: '沈秋实家', kind: 'household', place: 'P2' },
    ],
  })
  const { id } = await house.admin.does<{ id: CampaignId }>('campaign.load', { id: uuidv7(), source })
  return { campaign: id }
}

/** A visit handed in by this client, waiting for review. */
export const handIn = async (house: TestHouse, campaign: CampaignId, day: string, heard: string): Promise<string> => {
  const [people, places, subjects] = await Promise.all([
    house.admin.sees<{ rows: { id: string; code: string }[] }>('person.list'),
    house.admin.sees<{ id: string; code: string }[]>('place.list'),
    house.admin.sees<{ rows: { id: string; code: string }[] }>('subject.list'),
  ])
  const find = (rows: readonly { id: string; code: string }[], code: string) => rows.find((row) => row.code === code)?.id
  const content = {
    day,
    org: await house.org('BL'),
    place: find(places, 'P1'),
    participants: [find(people.rows, 'G1')],
    subjects: [find(subjects.rows, 'H1')],
    fields: { cards: '3', heard },
  }
  const id = uuidv7()
  await house.admin.does('record.submit', { id, campaign, sort: 'activity', kind: 'visit', content })
  return id
}

/** A file on the disk, to be chosen in the browser. */
export const fileOf = (name: string, bytes: string | Uint8Array): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'zoufang-file-')), name)
  writeFileSync(path, bytes)
  return path
}
