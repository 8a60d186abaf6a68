import type { Scheme } from './shape.ts'

/**
 * Kinds of records by which a unit of this class has started; any kind when empty. What `start.classes` says of the class,
 * else `start.with` – unless no form of the class is among them: then any form of its own counts.
 */
export const startKinds = (scheme: Scheme, unitClass: string | null): readonly string[] => {
  const { with: usual, classes } = scheme.start
  if (unitClass === null) return usual
  const told = Object.hasOwn(classes, unitClass) ? classes[unitClass] : undefined
  if (told !== undefined) return told
  const own = Object.entries({ ...scheme.activities, ...scheme.matters }).flatMap(([kind, form]) =>
    form.for === undefined || form.for.length === 0 || form.for.includes(unitClass) ? [kind] : [],
  )
  return usual.length === 0 || usual.some((kind) => own.includes(kind)) ? usual : own
}
