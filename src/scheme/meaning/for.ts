import type { ActivityKind, MatterKind } from '../shape.ts'
import type { Path } from '../source.ts'
import { type Ground, defined } from './ground.ts'

/** The classes a form is for: classes of the scheme, each once; `otherwise` only beside them. */
export const checkFor = (ground: Ground, path: Path, form: ActivityKind | MatterKind): void => {
  if (form.for === undefined) {
    if (form.otherwise !== undefined && !ground.wounded(path))
      ground.tell(
        [...path, 'otherwise'],
        'key',
        'S304',
        { zh: '有 otherwise 而没有 for', en: 'There is “otherwise” but no “for”' },
        { zh: '键 for', en: 'the key “for”' },
      )
    return
  }
  const classes = ground.scheme.classes.map((c) => c.key)
  form.for.forEach((key, i) => {
    if (ground.intact('classes')) defined(ground, [...path, 'for', i], key, classes, 'S315', { zh: '单位类别', en: 'class' })
    if (form.for?.indexOf(key) !== i)
      ground.tell(
        [...path, 'for', i],
        'value',
        'S305',
        { zh: `“${key}”重复`, en: `“${key}” stands here twice` },
        { zh: '各不相同的类别', en: 'classes that differ' },
      )
  })
}
