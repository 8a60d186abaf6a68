import { addDays, type Day } from '#kit/day.ts'
import { say } from '#kit/text.ts'
import { namesOf } from '#record/names.ts'
import type { Content, Context, FieldValue } from '#record/shape.ts'
import type { CompiledField, CompiledForm } from '#scheme/compiled.ts'
import type { Field, FieldType } from '#scheme/shape.ts'
import type { Dice } from './dice.ts'
import { likely } from './numbers.ts'
import { type Scene, wordsFor } from './texts.ts'
import { keeping, nearBound, withField } from './within.ts'

/** How strongly a kind's numbers are bent towards a total, by `kind.field`; 1 where nothing is said. */
export type Press = ReadonlyMap<string, number>

/** Stand for a field where it is the number of participants, or of those visited, that is bent. */
export const going = '@participants'
export const hosting = '@subjects'

type Filler = (field: Field, scene: Scene, d: Dice, press: number) => FieldValue

const called = (field: Field): string => `${field.key} ${say(field.title, 'zh')} ${say(field.title, 'en')}`
const number: Filler = (field, _scene, d, press) => likely(field, press, d)
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** An option that belongs to what the record is about, if there is one; otherwise the earlier ones are the usual ones. */
const option = (field: Field, scene: Scene, d: Dice): string => {
  const options = field.options ?? []
  const fitting = options.filter((o) => scene.topic.area.split(' ').some((word) => o.title.zh.includes(word)))
  if (fitting.length > 0 && d.chance(0.9)) return d.pick(fitting).key
  return d.weighted(options.map((o, i) => [o.key, 1 / (i + 1.2)] as const))
}

const day = (field: Field, from: Day, d: Dice): Day =>
  /截止|期限|时限|计划|预计|due|deadline|until/i.test(called(field))
    ? addDays(from, d.int(5, 30))
    : /开始|from|start/i.test(called(field))
      ? from
      : addDays(from, -d.int(0, 2))

const fillers: Readonly<Record<FieldType, Filler>> = {
  text: (field, scene, d) => wordsFor(called(field), false, field.length ?? 200, scene, d),
  longtext: (field, scene, d) => wordsFor(called(field), true, Math.min(field.length ?? 5000, 600), scene, d),
  integer: number,
  decimal: number,
  money: number,
  date: (field, scene, d) => day(field, scene.day, d),
  time: (field, _scene, d) => clock(/结束|到|end|to\b/i.test(called(field)) ? d.int(32, 35) * 30 : d.int(16, 31) * 30),
  boolean: (_field, _scene, d) => d.chance(0.65),
  choice: (field, scene, d) => option(field, scene, d),
  choices: (field, scene, d) => [...new Set(Array.from({ length: d.int(1, 3) }, () => option(field, scene, d)))],
}

export const fillField = ({ field }: CompiledField, scene: Scene, d: Dice, press: number): FieldValue =>
  fillers[field.type](field, scene, d, press)

/** How often a field that may stay blank is filled. */
const diligence = (field: Field): number => (field.type === 'longtext' ? 0.7 : field.type === 'boolean' ? 0.9 : 0.82)

/** Fills the form from top to bottom; what is not shown stays out. */
export const fillForm = (form: CompiledForm, bare: Content, context: Context, scene: Scene, press: Press, d: Dice): Content => {
  const filled = form.fields.reduce<Content>((content, one) => {
    if (one.show && one.show.run(namesOf(form, content, context)) !== true) return content
    const bent = press.get(`${form.kind}.${one.field.key}`)
    if (!one.field.required && bent === undefined && !d.chance(diligence(one.field))) return content
    const now = withField(content, one, fillField(one, scene, d, bent ?? 1))
    return one.check?.run(namesOf(form, now, context)) === false ? nearBound(form, now, one, context, d) : now
  }, bare)
  return d.chance(0.94) ? keeping(form, filled, context, d) : filled
}
