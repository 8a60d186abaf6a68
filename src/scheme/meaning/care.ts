import { dutiesIn } from '../care.ts'
import type { Path } from '../source.ts'
import type { Ground } from './ground.ts'
import { defined } from './ground.ts'

/** Words for every place and every org, beside the scheme's own kinds of subjects. */
const burdened = ['place', 'org'] as const

/** Coverage and burden: tags, kinds and activities that the scheme knows; photos that can be asked for at all. */
export const checkCare = (ground: Ground): void => {
  checkCoverage(ground)
  checkBurden(ground)
  for (const section of ['activities', 'matters'] as const) {
    for (const [kind, { photos }] of Object.entries(ground.scheme[section])) {
      if (photos.min <= photos.max) continue
      ground.tell(
        [section, kind, 'photos', 'min'],
        'value',
        'S306',
        { zh: `最少 ${photos.min} 张多于最多 ${photos.max} 张`, en: `The least, ${photos.min}, is more than the most, ${photos.max}` },
        { zh: `不大于 ${photos.max} 的数`, en: `a number of at most ${photos.max}` },
      )
    }
  }
}

const checkCoverage = (ground: Ground): void => {
  dutiesIn(ground.scheme.coverage).forEach((duty, i) => checkDuty(ground, i === 0 ? ['coverage'] : ['coverage', 'also', i - 1], duty))
}

const checkDuty = (ground: Ground, path: Path, coverage: ReturnType<typeof dutiesIn>[number]): void => {
  const { tags, subjects, activities } = ground.scheme
  const known = (list: readonly { readonly key: string }[]): readonly string[] => list.map((x) => x.key)
  if (ground.intact('tags'))
    coverage.must_reach.forEach((tag, i) =>
      defined(ground, [...path, 'must_reach', i], tag, known(tags), 'S309', { zh: '标签', en: 'tag' }),
    )
  if (ground.intact('subjects'))
    coverage.everyone.forEach((kind, i) =>
      defined(ground, [...path, 'everyone', i], kind, known(subjects), 'S307', { zh: '走访对象', en: 'kind of subject' }),
    )
  if (!ground.intact('activities')) return
  const paid = Object.keys(activities).filter((kind) => (activities[kind]?.to.length ?? 0) > 0)
  coverage.of.forEach((kind, i) =>
    defined(ground, [...path, 'of', i], kind, paid, 'S310', {
      zh: '有走访对象（to）的活动类型',
      en: 'kind of activity that is paid to subjects (to)',
    }),
  )
}

const checkBurden = (ground: Ground): void => {
  if (!ground.intact('subjects')) return
  const possible = [...ground.scheme.subjects.map((s) => s.key), ...burdened]
  ground.scheme.burden.forEach((bound, i) =>
    defined(ground, ['burden', i, 'of'], bound.of, possible, 'S307', {
      zh: '走访对象（或 place、org）',
      en: 'kind of subject (or place, org)',
    }),
  )
}
