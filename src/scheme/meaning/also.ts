import type { Also } from '../indicator.ts'
import type { Ground } from './ground.ts'

/** What counts in another campaign: in another one, and in each only once. Whether it has that kind of record is known when it is loaded. */
export const checkAlso = (ground: Ground): void => {
  for (const section of ['activities', 'matters'] as const) {
    for (const [kind, { also }] of Object.entries<{ readonly also: readonly Also[] }>(ground.scheme[section])) {
      const named = also.map((a) => a.campaign)
      also.forEach(({ campaign }, i) => {
        const own = campaign === ground.scheme.scheme
        if (!own && named.indexOf(campaign) === i) return
        ground.tell(
          [section, kind, 'also', i, 'campaign'],
          'value',
          'S375',
          own
            ? { zh: `“${campaign}”就是本方案`, en: `“${campaign}” is this very campaign` }
            : { zh: `“${campaign}”重复`, en: `“${campaign}” stands here twice` },
          { zh: '各不相同的其他活动', en: 'other campaigns, each once' },
        )
      })
    }
  }
}
