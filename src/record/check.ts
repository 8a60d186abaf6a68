import { type Day, within } from '#kit/day.ts'
import type { Misfit } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import type { Compiled, CompiledForm, Names } from '#scheme/compiled.ts'
import { kindOf, subjectKinds } from '#scheme/kind.ts'
import type { ActivityKind } from '#scheme/shape.ts'
import { classOfPath, isFor } from './class.ts'
import { namesOf, photosIn } from './names.ts'
import type { Content, Context, FieldValue } from './shape.ts'
import { type Problem, tidy } from './value.ts'

export type Flag = { readonly rule: string; readonly says: Text }
export type CheckedContent = { readonly content: Content; readonly misfits: readonly Misfit[]; readonly flags: readonly Flag[] }

/**
 * What a person entered against its form: made canonical (see value.ts; hidden fields dropped), with every misfit at once
 * and every flag that a rule raises. With a misfit nothing may be stored. Ids that the register does not know are not
 * looked at here; `context` leaves them out.
 */
export const checkContent = (form: CompiledForm, content: Content, context: Context, campaign: Compiled, today: Day): CheckedContent => {
  const entered = tidyFields(form, content.fields)
  const names = namesOf(form, { ...content, fields: entered.values }, context)
  const hidden = new Set(form.fields.filter((f) => f.show !== null && f.show.run(names) !== true).map((f) => f.field.key))
  const fields = Object.fromEntries(Object.entries(entered.values).filter(([key]) => !hidden.has(key)))
  const checked = { ...content, fields }
  const misfits = [
    ...entered.misfits.filter((m) => !hidden.has(m.path.slice('fields.'.length))),
    ...fieldMisfits(form, fields, entered.misfits, hidden, names),
    ...dayMisfits(content, campaign, today),
    ...(form.sort === 'activity' ? whoMisfits(form.form, content, context) : []),
    ...repeated('participants', content.participants),
    ...repeated('subjects', content.subjects),
    ...placeMisfits(form, content),
    ...attachmentMisfits(form, content),
    ...lifeMisfits(form, content, today),
  ]
  const rules = ruleFindings(form, names)
  const outside = outsideFindings(campaign, content, context)
  const other = classFindings(campaign, form, context)
  return {
    content: checked,
    misfits: [...misfits, ...other.misfits, ...rules.misfits, ...outside.misfits],
    flags: [...rules.flags, ...outside.flags, ...other.flags],
  }
}

const misfit = (path: string, code: string, zh: string, en: string): Misfit => ({ path, code, says: { zh, en } })

type Entered = { readonly values: Record<string, FieldValue>; readonly misfits: readonly Misfit[] }

const tidyFields = (form: CompiledForm, fields: Content['fields']): Entered => {
  const known = new Set(form.fields.map((f) => f.field.key))
  const misfits: Misfit[] = Object.keys(fields).flatMap((key) =>
    known.has(key) ? [] : [misfit(`fields.${key.slice(0, 60)}`, 'unknown', '表单没有此项', 'the form has no such field')],
  )
  const values: Record<string, FieldValue> = {}
  for (const { field } of form.fields) {
    const value = Object.hasOwn(fields, field.key) ? fields[field.key] : undefined
    if (value === undefined) continue
    const result = tidy(field, value)
    if ('value' in result) values[field.key] = result.value
    else misfits.push({ path: `fields.${field.key}`, ...result.problem })
  }
  return { values, misfits }
}

const fieldMisfits = (
  form: CompiledForm,
  fields: Content['fields'],
  before: readonly Misfit[],
  hidden: ReadonlySet<string>,
  names: Names,
): Misfit[] => {
  const told = new Set(before.map((m) => m.path))
  return form.fields.flatMap(({ field, check }) => {
    const path = `fields.${field.key}`
    if (hidden.has(field.key) || told.has(path)) return []
    const blank = (fields[field.key] ?? null) === null
    if (blank) return field.required ? [misfit(path, 'required', '必填', 'required')] : []
    if (check === null || check.run(names) !== false) return []
    const problem: Problem = { code: 'check', says: field.says ?? { zh: '不符合要求', en: 'does not fit' } }
    return [{ path, ...problem }]
  })
}

const dayMisfits = (content: Content, campaign: Compiled, today: Day): Misfit[] => {
  const { window } = campaign.scheme
  if (content.day > today) return [misfit('day', 'future', `日期 ${content.day} 在未来`, `the day ${content.day} lies in the future`)]
  if (within(content.day, window)) return []
  return [
    misfit(
      'day',
      'window',
      `日期不在活动期间 ${window.from} 至 ${window.to}`,
      `the day is outside the campaign, ${window.from} to ${window.to}`,
    ),
  ]
}

const whoMisfits = (form: ActivityKind, content: Content, context: Context): Misfit[] => {
  const wrong = context.subjects.flatMap((s) => {
    if (form.to.some((kind) => kindOf(subjectKinds, kind) === kindOf(subjectKinds, s.kind))) return []
    const hope =
      form.to.length === 0
        ? { zh: '此类活动不登记走访对象', en: 'this kind of activity has no subjects' }
        : { zh: `应为${form.to.join('、')}`, en: `expected ${form.to.join(', ')}` }
    return [
      misfit(
        `subjects.${content.subjects.indexOf(s.id)}`,
        'kind',
        `走访对象是${s.kind},${hope.zh}`,
        `the subject is a ${s.kind}; ${hope.en}`,
      ),
    ]
  })
  return [
    ...wrong,
    ...count('participants', content.participants.length, form.participants, '参加人员', 'participants'),
    ...count('subjects', content.subjects.length, form.subjects, '走访对象', 'subjects'),
  ]
}

const count = (
  path: string,
  n: number,
  bounds: { readonly min: number; readonly max?: number | undefined },
  zh: string,
  en: string,
): Misfit[] => {
  if (n < bounds.min) return [misfit(path, 'few', `${zh}至少 ${bounds.min} 个`, `at least ${bounds.min} ${en}`)]
  return bounds.max !== undefined && n > bounds.max
    ? [misfit(path, 'many', `${zh}最多 ${bounds.max} 个`, `at most ${bounds.max} ${en}`)]
    : []
}

const repeated = (path: string, ids: readonly string[]): Misfit[] =>
  ids.flatMap((id, i) => (ids.indexOf(id) < i ? [misfit(`${path}.${i}`, 'twice', '重复', 'stands here twice')] : []))

const placeMisfits = ({ form }: CompiledForm, { place }: Content): Misfit[] => {
  if (form.place === 'required' && place === null) return [misfit('place', 'required', '必填', 'required')]
  return form.place === 'none' && place !== null ? [misfit('place', 'unknown', '此表单不登记地点', 'the form has no place')] : []
}

const attachmentMisfits = ({ form }: CompiledForm, content: Content): Misfit[] => {
  const photos = photosIn(content)
  const files = content.attachments.length - photos
  return [
    ...(photos < form.photos.min
      ? [misfit('attachments', 'photos', `照片至少 ${form.photos.min} 张`, `at least ${form.photos.min} photos`)]
      : []),
    ...(photos > form.photos.max
      ? [misfit('attachments', 'photos', `照片最多 ${form.photos.max} 张`, `at most ${form.photos.max} photos`)]
      : []),
    ...(files > form.files.max ? [misfit('attachments', 'files', `附件最多 ${form.files.max} 个`, `at most ${form.files.max} files`)] : []),
  ]
}

const lifeMisfits = (form: CompiledForm, { day, closing, raisedIn }: Content, today: Day): Misfit[] => {
  if (form.sort === 'activity') {
    return [
      ...(closing === null ? [] : [misfit('closing', 'unknown', '活动没有办结', 'an activity is not closed')]),
      ...(raisedIn === null ? [] : [misfit('raisedIn', 'unknown', '活动没有来源', 'an activity is not raised in another')]),
    ]
  }
  if (closing === null) return []
  const known = form.form.outcomes.some((o) => o.key === closing.outcome)
  return [
    ...(known ? [] : [misfit('closing.outcome', 'option', '不是此类事项的办理结果', 'not an outcome of this kind of matter')]),
    ...(closing.day < day ? [misfit('closing.day', 'min', '办结早于提出', 'closed before it was raised')] : []),
    ...(closing.day > today ? [misfit('closing.day', 'future', '办结日期在未来', 'the day of closing lies in the future')] : []),
  ]
}

type Findings = { readonly misfits: readonly Misfit[]; readonly flags: readonly Flag[] }

/** A rule that cannot be judged for a blank is not broken. */
const ruleFindings = (form: CompiledForm, names: Names): Findings => {
  const broken = form.rules.filter((r) => r.check.run(names) === false).map((r) => r.rule)
  return {
    misfits: broken.filter((r) => r.otherwise === 'block').map((r) => ({ path: `rules.${r.key}`, code: 'rule', says: r.says })),
    flags: broken.filter((r) => r.otherwise === 'flag').map((r) => ({ rule: r.key, says: r.says })),
  }
}

const outsideFindings = (campaign: Compiled, content: Content, context: Context): Findings => {
  const outside = context.participants.filter((p) => !p.within)
  const { outside: then } = campaign.scheme.participants
  if (outside.length === 0 || then === 'ignore') return { misfits: [], flags: [] }
  if (then === 'block')
    return {
      misfits: outside.map((p) =>
        misfit(`participants.${content.participants.indexOf(p.id)}`, 'outside', '不在参加对象之内', 'not among those who take part'),
      ),
      flags: [],
    }
  return {
    misfits: [],
    flags: [
      {
        rule: 'outside',
        says: {
          zh: `${outside.length} 名参加人员不在参加对象之内`,
          en: `${outside.length} of the participants are not among those who take part`,
        },
      },
    ],
  }
}

/** A form of another class of units: refused, flagged or let pass, as the scheme says. */
const classFindings = (campaign: Compiled, { form }: CompiledForm, context: Context): Findings => {
  const then = form.otherwise ?? 'flag'
  if (then === 'ignore' || isFor(form, classOfPath(campaign, context.org))) return { misfits: [], flags: [] }
  const titles = (form.for ?? []).map((key): Text => campaign.scheme.classes.find((c) => c.key === key)?.title ?? { zh: key })
  const says = {
    zh: `此表由${titles.map((t) => t.zh).join('、')}填报，本单位不属于此类`,
    en: `This form is for ${titles.map((t) => t.en ?? t.zh).join(', ')}; the unit is not one of them`,
  }
  return then === 'block'
    ? { misfits: [{ path: 'org', code: 'class', says }], flags: [] }
    : { misfits: [], flags: [{ rule: 'class', says }] }
}
