import { spanOf } from '#kit/workday.ts'
import { wordsFor } from '../supervision.ts'
import { type Ground, defined, twice } from './ground.ts'

/** Lights, notices and their escalation, and the days that are worked. */
export const checkSupervision = (ground: Ground): void => {
  checkLights(ground)
  checkSteps(ground)
  checkReferences(ground)
  checkDays(ground)
}

const checkLights = (ground: Ground): void => {
  const { green, yellow } = ground.scheme.lights
  if (yellow <= green) return
  ground.tell(
    ['lights', 'yellow'],
    'value',
    'S361',
    { zh: `黄灯 ${yellow} 高于绿灯 ${green}`, en: `Yellow, ${yellow}, is above green, ${green}` },
    { zh: `不大于 ${green} 的数`, en: `a number of at most ${green}` },
  )
}

const checkSteps = (ground: Ground): void => {
  const { escalate, grades } = ground.scheme.supervision
  const path = ['supervision', 'escalate']
  twice(ground, ['supervision', 'grades'], grades, 'S305')
  escalate.forEach((step, i) => {
    if (escalate.findIndex((other) => other.to === step.to) < i)
      ground.tell(
        [...path, i, 'to'],
        'value',
        'S305',
        { zh: `“${step.to}”重复`, en: `“${step.to}” stands here twice` },
        { zh: '各不相同的去向', en: 'steps that lead to different hands' },
      )
    if (step.title === undefined && !Object.hasOwn(wordsFor, step.to))
      ground.tell(
        [...path, i, 'to'],
        'value',
        'S362',
        { zh: `“${step.to}”没有名称`, en: `“${step.to}” has no title` },
        {
          zh: `键 title，或 ${Object.keys(wordsFor).join('、')} 之一`,
          en: `the key “title”, or one of ${Object.keys(wordsFor).join(', ')}`,
        },
      )
    checkOrder(ground, i)
  })
}

/** Of the same deadline, told in the same kind of days, a later step does not come earlier. */
const checkOrder = (ground: Ground, i: number): void => {
  const { escalate } = ground.scheme.supervision
  const [step, before] = [escalate[i], escalate.slice(0, i).findLast((b) => b.on === escalate[i]?.on)]
  const [late, early] = [spanOf(step?.after ?? ''), spanOf(before?.after ?? '')]
  if (late === null || early === null || late.working !== early.working || late.days >= early.days) return
  ground.tell(
    ['supervision', 'escalate', i, 'after'],
    'value',
    'S363',
    { zh: `这一步早于前一步（${before?.after}）`, en: `This step comes before the one above it (${before?.after})` },
    { zh: `不短于 ${before?.after}`, en: `no less than ${before?.after}` },
  )
}

const checkReferences = (ground: Ground): void => {
  const { escalate, grades, repeats } = ground.scheme.supervision
  const steps = escalate.map((s) => s.to)
  const thing = { zh: '升级步骤', en: 'step of escalation' }
  grades.forEach((grade, i) => {
    if (grade.begin !== undefined) defined(ground, ['supervision', 'grades', i, 'begin'], grade.begin, steps, 'S364', thing)
  })
  // One repeat may stand without a list: the path to it is then the shorter one.
  const alone = repeats.length === 1
  repeats.forEach((repeat, i) =>
    defined(ground, alone ? ['supervision', 'repeats', 'to'] : ['supervision', 'repeats', i, 'to'], repeat.to, steps, 'S364', thing),
  )
}

const checkDays = (ground: Ground): void => {
  for (const list of ['holidays', 'workdays'] as const) {
    ground.scheme[list].forEach((entry, i) => {
      if (typeof entry === 'string' || entry.to >= entry.from) return
      ground.tell(
        [list, i, 'to'],
        'value',
        'S365',
        { zh: `${entry.to} 早于 ${entry.from}`, en: `${entry.to} is before ${entry.from}` },
        { zh: `不早于 ${entry.from} 的日期`, en: `a day not before ${entry.from}` },
      )
    })
  }
}
