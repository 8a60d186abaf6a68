import type { Seen } from '../compile.ts'
import { unitsOf } from '../units.ts'
import { checkAlso } from './also.ts'
import { checkAmounts } from './amounts.ts'
import { checkCare } from './care.ts'
import { checkDays } from './days.ts'
import { checkEvents } from './events.ts'
import { checkForms } from './forms.ts'
import type { Ground } from './ground.ts'
import { checkIndicators } from './indicators.ts'
import { checkPartitions, checkQuotas, checkTemplates } from './quotas.ts'
import { checkSupervision } from './supervision.ts'
import { checkTime } from './time.ts'
import { checkFormulas, checkWords } from './words.ts'

/** Everything a scheme says that has the right shape and still means nothing, or contradicts itself. `seen`: its readable expressions. */
export const checkMeaning = (ground: Ground, seen: readonly Seen[], files: Readonly<Record<string, string>>): void => {
  checkUnits(ground)
  checkTime(ground)
  checkForms(ground)
  checkAlso(ground)
  checkIndicators(ground)
  checkPartitions(ground)
  checkQuotas(ground)
  checkCare(ground)
  checkTemplates(ground, files)
  checkSupervision(ground)
  checkFormulas(ground, seen)
  for (const one of seen) {
    checkAmounts(ground, one)
    checkDays(ground, one)
    checkWords(ground, one)
    checkEvents(ground, one)
  }
}

const checkUnits = (ground: Ground): void => {
  for (const { unit, why } of unitsOf(ground.scheme.units).problems) {
    const path = ['units', unit]
    if (why === 'taken')
      ground.tell(
        path,
        'key',
        'S314',
        { zh: `单位“${unit}”已有定义`, en: `The unit “${unit}” is known already` },
        { zh: '另一个名字', en: 'another name' },
      )
    if (why === 'circle')
      ground.tell(
        [...path, 'of'],
        'value',
        'S328',
        { zh: `单位“${unit}”绕回自身`, en: `The unit “${unit}” is made of itself` },
        { zh: '不成环的换算', en: 'conversions without a circle' },
      )
    if (why === 'factor')
      ground.tell(
        [...path, 'factor'],
        'value',
        'S314',
        { zh: '换算率不是正的十进制数', en: 'The factor is not a positive decimal number' },
        { zh: '如 10000 或 0.0015', en: 'such as 10000 or 0.0015' },
      )
  }
}
