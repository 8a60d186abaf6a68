import { uuidv7 } from 'uuidv7'
import type { NoticeView } from '#command/notice/views.ts'
import type { Supervision } from '#command/supervision/views.ts'
import type { Receipt } from '#command/views.ts'
import type { Fresh } from '../cluster.ts'
import { type Client, type TestHouse, openHouse } from '../server/house.ts'

/* Four towns that owe ten visits each within ten weeks, and an office that looks after them. */

export const source = `
scheme: ten-visits
title: { zh: 十访, en: Ten visits }
issuer: 清河市活动办
window: { from: 2012-03-05, to: 2012-05-13 }
classes: [{ key: town, title: { zh: 乡镇, en: Towns }, where: 'org.kind == "town"', minimum: 2 }]
start: { with: [visit], by: 2012-03-18 }
lights: { green: 1, yellow: 0.5 }
supervision:
  extend: { times: 1, by: 5 working days }
  escalate:
    - { to: lead, after: 1 working day }
    - { to: office, after: 3 working days }
    - { to: talk, title: 约谈, after: 5 working days }
  repeats: { in: consecutive, times: 2, to: talk }
activities:
  meeting: { title: 动员会, place: none, participants: { min: 0 } }
  visit:
    title: 走访
    place: none
    participants: { min: 0 }
    fields: [{ key: what, title: 情况, type: text }]
    rules: [{ key: thin, check: size(what) >= 4, otherwise: flag, says: { zh: 情况过于简略, en: Hardly anything is said } }]
indicators:
  visits: { title: { zh: 走访, en: Visits }, unit: 次, from: visit, headline: true }
  each: { title: { zh: 个人走访, en: Visits of each }, unit: 人次, from: visit, per: participant }
quotas:
  ten: { title: 每镇十访, who: org, where: 'org.kind == "town"', indicator: visits, at_least: 10 }
  four: { title: 书记镇长每人四访, who: person, where: 'person.post == "镇长"', indicator: each, at_least: 4 }
`

const towns = { T1: '安泰镇', T2: '柳溪镇', T3: '石桥镇', T4: '东荡镇' }

export type Town = keyof typeof towns
export type TenVisits = {
  readonly house: TestHouse
  readonly campaign: string
  visit(town: Town, day: string, what?: string): Promise<Receipt>
  look(client?: Client, query?: Record<string, string>): Promise<Supervision>
  notice(client: Client, name: string, input: object): Promise<NoticeView>
}

/** The house with its four towns and their campaign. */
export const openTenVisits = async (fresh: () => Promise<Fresh>): Promise<TenVisits> => {
  const house = await openHouse(fresh)
  await house.register({ orgs: Object.entries(towns).map(([code, name]) => ({ code, name, parent: 'ROOT', kind: 'town' })) })
  const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
  return {
    house,
    campaign,
    visit: async (town, day, what = '查看了低洼田块') =>
      house.admin.does('record.submit', {
        id: uuidv7(),
        campaign,
        sort: 'activity',
        kind: 'visit',
        content: { day, org: await house.org(town), fields: { what } },
      }),
    look: (client = house.admin, query = {}) => client.sees('supervision.show', { campaign, ...query }),
    notice: (client, name, input) => client.does(`notice.${name}`, input),
  }
}
