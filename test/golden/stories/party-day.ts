import assert from 'node:assert/strict'
import type { QuotaList } from '#command/quota/view.ts'
import type { FigureRow } from '#command/views.ts'
import type { Demo } from '../demo.ts'
import type { Stories } from './shape.ts'

/* The demo of the first source: one outing counts in several campaigns, and delegates meet one delegate each. */

const campaignOf = (demo: Demo, key: string): string => demo.campaigns.find((c) => c.key === key)?.id ?? ''
const number = (figures: ReadonlyMap<string, FigureRow>, key: string): number => Number(figures.get(key)?.confirmed)

export const partyDay: Stories = {
  'what party days bring in counts in the great survey beside its own visits, once': async (demo) => {
    const asOf = { asOf: demo.sealed[0]?.moment ?? '' }
    const here = await demo.figures(campaignOf(demo, 'zhu-ti-dang-ri'), asOf)
    const there = await demo.figures(campaignOf(demo, 'da-diao-yan'), asOf)
    const nested = number(here, 'group_visits') + number(here, 'contacts') + number(here, 'delegate_visits')
    // Its totals file gives the survey 60 visits and 20 forums of its own.
    assert.equal(number(there, 'visits'), nested + 60)
    assert.equal(number(there, 'forums'), number(here, 'exchanges') + 20)
    assert.equal(number(there, 'problems'), number(here, 'problems') + 24)
  },
  'person-times are of three ranks that add up, and are not the sum of the outings': async (demo) => {
    const figures = await demo.figures(campaignOf(demo, 'zhu-ti-dang-ri'), { asOf: demo.sealed[0]?.moment ?? '' })
    const sum = (...keys: string[]): number => keys.reduce((all, key) => all + number(figures, key), 0)
    assert.deepEqual(
      [sum('person_times_bureau', 'person_times_section', 'person_times_other'), sum('group_visits', 'exchanges', 'volunteer_actions')],
      [4569, 463],
    )
  },
  'each of the six delegates has met a grassroots delegate': async (demo) => {
    const campaign = campaignOf(demo, 'zhu-ti-dang-ri')
    const { rows } = await demo.does<QuotaList>('quota.list', { campaign, quota: 'delegate_contact', on: '2018-04-20', limit: 1000 })
    const six = rows.rows.filter((p) => p.assignee.orgName.startsWith('雁垛镇'))
    assert.deepEqual(
      six.map((p) => [p.owed, p.done, p.standing]),
      Array.from({ length: 6 }, () => ['1', '1', 'done']),
    )
  },
}
