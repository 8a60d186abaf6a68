import { uuidv7 } from 'uuidv7'
import type { Receipt } from '#command/views.ts'
import type { TestHouse } from '../server/house.ts'

/* A small campaign for the journeys: three towns, visits that are reviewed, problems that get solved. */

const source = `
scheme: home-visits
title: { zh: 入户走访活动, en: Home visits }
window: { from: 2024-03-01, to: 2024-12-31 }
classes:
  - { key: township, title: { zh: 乡镇, en: Townships }, where: org.class == "乡镇", minimum: 1 }
activities:
  visit:
    title: { zh: 走访, en: Visit }
    review: true
    place: none
    participants: { min: 0 }
    fields:
      - { key: days, title: { zh: 天数, en: Days }, type: decimal, unit: 天, required: true }
      - { key: what, title: { zh: 情况, en: What was seen }, type: longtext }
matters:
  problem:
    title: { zh: 问题, en: Problem }
    place: none
    fields:
      - { key: gist, title: { zh: 事由, en: Subject }, type: text, required: true }
    outcomes:
      - { key: solved, title: { zh: 已解决, en: Solved }, solved: true }
indicators:
  days: { title: { zh: 走访天数, en: Days of visits }, unit: 天, from: visit, value: days, headline: true }
  visits: { title: { zh: 走访次数, en: Visits }, unit: 次, from: visit, headline: true }
  long_visits: { title: { zh: 两天以上, en: Two days or more }, unit: 次, of: visits, when: days >= 2.0 }
  solved: { title: { zh: 解决问题, en: Problems solved }, unit: 个, from: problem.closed, headline: true }
bulletins:
  progress: { title: { zh: 进展通报, en: Progress }, template: progress.md }
`

const template = `# 关于“入户走访”活动的通报

全市走访{{ visits }}，累计{{ days }}，解决问题{{ solved }}。

::: ranking indicator=days class=township
`

export type City = {
  readonly campaign: string
  visit(org: string, day: string, days: string, what: string, accept?: boolean): Promise<Receipt>
}

/** Loads the register and the campaign through the front door. */
export const city = async (house: TestHouse): Promise<City> => {
  const town = (code: string, name: string) => ({ code, name, parent: 'ROOT', kind: '乡镇', class: '乡镇' })
  await house.register({ orgs: [town('T1', '安泰镇'), town('T2', '柳溪镇'), town('T3', '石桥镇')] })
  const campaign = uuidv7()
  await house.admin.does('campaign.load', { id: campaign, source, files: { 'progress.md': template } })
  return {
    campaign,
    visit: async (org, day, days, what, accept = true) => {
      const content = { day, org: await house.org(org), fields: { days, what } }
      const sent = await house.admin.does<Receipt>('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'visit', content })
      return accept ? house.admin.does<Receipt>('record.accept', { record: sent.id, seen: sent.version }) : sent
    },
  }
}
