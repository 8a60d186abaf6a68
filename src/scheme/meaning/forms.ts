import type { Path } from '../source.ts'
import type { ActivityKind, Field, FieldType, MatterKind } from '../shape.ts'
import { takenNames } from '../stand.ts'
import { isMoney, unitOfField } from '../units.ts'
import { checkFor } from './for.ts'
import { type Ground, defined, twice } from './ground.ts'

/** Forms: keys, options, bounds and what a type of field can have. */
export const checkForms = (ground: Ground): void => {
  for (const [kind, form] of Object.entries(ground.scheme.activities)) {
    checkForm(ground, ['activities', kind], form)
    checkFor(ground, ['activities', kind], form)
    checkActivity(ground, ['activities', kind], form)
  }
  for (const [kind, form] of Object.entries(ground.scheme.matters)) {
    checkForm(ground, ['matters', kind], form)
    checkFor(ground, ['matters', kind], form)
    twice(ground, ['matters', kind, 'outcomes'], form.outcomes, 'S305')
  }
}

const checkForm = (ground: Ground, path: Path, form: ActivityKind | MatterKind): void => {
  twice(ground, [...path, 'fields'], form.fields, 'S301')
  twice(ground, [...path, 'rules'], form.rules, 'S305')
  form.fields.forEach((field, i) => checkField(ground, [...path, 'fields', i], field))
}

const checkField = (ground: Ground, path: Path, field: Field): void => {
  if (takenNames.has(field.key)) {
    ground.tell(
      [...path, 'key'],
      'value',
      'S302',
      { zh: `“${field.key}”是保留的名字`, en: `The name “${field.key}” is taken` },
      { zh: '另一个名字', en: 'another name' },
    )
  }
  checkOptions(ground, path, field)
  checkApplies(ground, path, field)
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    ground.tell(
      [...path, 'min'],
      'value',
      'S306',
      { zh: `最小值 ${field.min} 大于最大值 ${field.max}`, en: `The least, ${field.min}, is more than the most, ${field.max}` },
      { zh: `不大于 ${field.max} 的数`, en: `a number of at most ${field.max}` },
    )
  }
  const unit = unitOfField(field, ground.units)
  if (field.type === 'money' && unit !== null && !isMoney(unit)) {
    ground.tell(
      [...path, 'unit'],
      'value',
      'S311',
      { zh: `金额不能以“${unit.name}”计`, en: `Money is not measured in “${unit.name}”` },
      { zh: '元、万元、亿元，或美元、£、EUR 等', en: '元, 万元, 亿元 …, or £, €, EUR, 美元 …' },
    )
  }
}

const checkOptions = (ground: Ground, path: Path, field: Field): void => {
  const chosen = field.type === 'choice' || field.type === 'choices'
  if (chosen && field.options === undefined && !ground.wounded(path)) {
    ground.tell(
      [...path, 'type'],
      'value',
      'S303',
      { zh: `选择项“${field.key}”没有可选项`, en: `The choice “${field.key}” has no options` },
      { zh: '键 options', en: 'the key “options”' },
    )
  }
  twice(ground, [...path, 'options'], field.options ?? [], 'S305')
}

const numbers: readonly FieldType[] = ['integer', 'decimal', 'money']
/** Properties that mean something for some types only. */
const applies: readonly (readonly [property: keyof Field, types: readonly FieldType[]])[] = [
  ['unit', numbers],
  ['min', numbers],
  ['max', numbers],
  ['approx', numbers],
  ['decimals', ['decimal', 'money']],
  ['length', ['text', 'longtext']],
  ['options', ['choice', 'choices']],
]

const checkApplies = (ground: Ground, path: Path, field: Field): void => {
  for (const [property, types] of applies) {
    if (field[property] === undefined || field[property] === false || types.includes(field.type)) continue
    ground.tell(
      [...path, property],
      'key',
      'S304',
      { zh: `${field.type} 类型的字段没有“${property}”`, en: `A field of type ${field.type} has no “${property}”` },
      { zh: `类型 ${types.join('、')}`, en: `the type ${types.join(', ')}` },
    )
  }
  if (field.check === undefined && field.says !== undefined && !ground.wounded(path)) {
    ground.tell(
      [...path, 'says'],
      'key',
      'S304',
      { zh: '有 says 而没有 check', en: 'There is “says” but no “check”' },
      { zh: '键 check', en: 'the key “check”' },
    )
  }
}

const checkActivity = (ground: Ground, path: Path, form: ActivityKind): void => {
  if (ground.intact('subjects')) {
    const kinds = ground.scheme.subjects.map((s) => s.key)
    form.to.forEach((kind, i) => defined(ground, [...path, 'to', i], kind, kinds, 'S307', { zh: '走访对象', en: 'kind of subject' }))
  }
  for (const who of ['participants', 'subjects'] as const) {
    const { min, max } = form[who]
    if (max !== undefined && min > max) {
      ground.tell(
        [...path, who, 'min'],
        'value',
        'S306',
        { zh: `最少 ${min} 多于最多 ${max}`, en: `The least, ${min}, is more than the most, ${max}` },
        { zh: `不大于 ${max} 的数`, en: `a number of at most ${max}` },
      )
    }
  }
  if (form.subjects.min > 0 && form.to.length === 0 && !ground.wounded(path)) {
    ground.tell(
      [...path, 'subjects', 'min'],
      'value',
      'S308',
      { zh: '要求走访对象，却没有说是哪些（to）', en: 'Subjects are asked for, but of no kind (to)' },
      { zh: '键 to', en: 'the key “to”' },
    )
  }
}
