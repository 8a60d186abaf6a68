import type { CompiledForm } from './compiled.ts'
import type { ActivityKind, Field, FieldType, MatterKind } from './shape.ts'

/*
 * What a form costs whoever fills it in. The measure is stated, not measured: so many seconds to read a question, think and
 * enter the answer on a phone, by the type of its field. A field may state its own `minutes`. docs/scheme-language.md tells the same.
 */

const seconds: Readonly<Record<FieldType, number>> = {
  text: 20,
  longtext: 90,
  integer: 8,
  decimal: 10,
  money: 12,
  date: 6,
  time: 6,
  boolean: 4,
  choice: 6,
  choices: 12,
}
/** A long list has to be looked through: for each option beyond ten. */
const perOption = 0.5
/** Day and unit are filled in beforehand; the others have to be looked up. */
const head = { place: 6, participants: 10, subjects: 12, photo: 15 }

const secondsOf = (field: Field): number =>
  field.minutes !== undefined
    ? Math.round(field.minutes * 60)
    : Math.round(seconds[field.type] + Math.max(0, (field.options?.length ?? 0) - 10) * perOption)

/** In seconds. `least`: what must be filled in. `usual`: everything that is always asked. `most`: with all that may be asked besides. */
type FormCost = { readonly least: number; readonly usual: number; readonly most: number }

export const costOf = (form: ActivityKind | MatterKind): FormCost => {
  const sum = (fields: readonly Field[]): number => fields.reduce((all, field) => all + secondsOf(field), 0)
  const always = form.fields.filter((f) => f.show === undefined)
  const [least, usual] = headOf(form)
  return {
    least: least + sum(always.filter((f) => f.required)),
    usual: usual + sum(always),
    most: usual + sum(form.fields),
  }
}

/** Place, participants, subjects and photos: when they must be told, and when they may. */
const headOf = (form: ActivityKind | MatterKind): readonly [must: number, may: number] => {
  const parts: readonly (readonly [must: boolean, may: boolean, seconds: number])[] = [
    [form.place === 'required', form.place !== 'none', head.place],
    ...('to' in form
      ? ([
          [form.participants.min > 0, true, head.participants],
          [form.subjects.min > 0, form.to.length > 0, head.subjects],
        ] as const)
      : []),
    [form.photos.min > 0, form.photos.min > 0, head.photo * form.photos.min],
  ]
  return [0, 1].map((at) => parts.reduce((all, part) => all + (part[at] === true ? part[2] : 0), 0)) as [number, number]
}

/** Rounded up to half minutes, as people say it. */
export const inMinutes = (some: number): number => Math.ceil(some / 30) / 2

/** Minutes that one record of each kind usually takes, by `activity:visit`, `matter:problem`. */
export const minutesByKind = (forms: Iterable<CompiledForm>): ReadonlyMap<string, number> =>
  new Map([...forms].map((f) => [`${f.sort}:${f.kind}`, inMinutes(costOf(f.form).usual)]))
