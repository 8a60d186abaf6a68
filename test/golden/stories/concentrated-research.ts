import assert from 'node:assert/strict'
import type { QuotaList } from '#command/quota/view.ts'
import type { FigureCheck } from '#command/figure/views.ts'
import type { Stories } from './shape.ts'

/* The demo of the fourth source: several offices’ studies beside one total, and samples in pairs. */

export const concentratedResearch: Stories = {
  'whether the total includes the study is reported as unsaid, for each of its figures, and nothing is repaired': async ({
    does,
    campaigns,
  }) => {
    const { rows } = await does<FigureCheck>('figure.check', { campaign: campaigns[0]?.id })
    const unsaid = rows.filter((r) => r.kind === 'unsaid').map((r) => r.numbers.map((n) => n.indicator).join(' beside '))
    assert.deepEqual(unsaid.sort(), [
      'g_forums beside forums',
      'g_graduates beside graduates',
      'g_issued beside issued',
      'g_town_leaders beside town_leaders',
      'g_valid beside valid',
      'g_village_cadres beside village_cadres',
      'g_villagers beside villagers',
    ])
    assert.ok(
      rows.some((r) => r.kind === 'units' && r.indicator === 'g_graduates'),
      '432人 and 432人次 are the same number in two units',
    )
  },
  'the study hands a questionnaire to each of the people at its forums, and rates have their denominators': async ({
    figures,
    sealed,
    campaigns,
  }) => {
    const found = await figures(campaigns[0]?.id ?? '', { asOf: sealed[0]?.moment ?? '' })
    const value = (key: string) => found.get(key)?.confirmed
    assert.deepEqual([value('g_people'), value('g_issued'), value('g_valid_rate')?.slice(0, 5)], ['891', '891', '98.20'])
    assert.deepEqual([value('valid'), found.get('valid')?.approx], ['2600', ['余']])
  },
  'each town and park has its pair: 19 advanced villages and 19 backward ones are owed and done': async ({ does, campaigns }) => {
    const { rows } = await does<QuotaList>('quota.list', { campaign: campaigns[0]?.id, on: '2010-08-31', limit: 1000 })
    for (const quota of ['pair_advanced', 'pair_backward']) {
      const found = rows.rows.filter((p) => p.quota === quota).map((p) => [p.owed, p.most, p.done, p.standing])
      assert.deepEqual(found, [['19', '19', '19', 'done']], quota)
    }
  },
}
