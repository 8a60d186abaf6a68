import type { CompiledForm } from '../compiled.ts'
import { costOf, inMinutes } from '../cost.ts'
import type { Field } from '../shape.ts'
import type { Path } from '../source.ts'
import { both } from './said.ts'
import type { Bench } from './warning.ts'

/* W3xx: forms that ask what is known, that are long, or whose answers nobody uses. */

/** Seconds and numbers beyond which a form keeps people from what they came for. */
const limits = { seconds: 300, required: 12, forms: 12 } as const

type Known = {
  readonly says: { readonly zh: string; readonly en: string }
  readonly titled: RegExp
  readonly when: (form: CompiledForm) => boolean
  /** Instead of the usual ones. */
  readonly types?: readonly Field['type'][]
}

/** Numbers and truths under such a title are something else. */
const asking: readonly Field['type'][] = ['text', 'longtext', 'date', 'choice', 'choices']

const always = (): boolean => true
const placed = ({ form }: CompiledForm): boolean => form.place !== 'none'
const paid = (f: CompiledForm): boolean => f.sort === 'activity' && f.form.to.length > 0
const attended = (f: CompiledForm): boolean => f.sort === 'activity'

/** Titles, whole, of what the record or the register has already. A field with another meaning under the same title is rare enough to be asked about. */
const known: readonly Known[] = [
  {
    says: { zh: '记录的日期', en: 'the record’s day' },
    titled: /^(走访|活动|开展|填报|填表|登记|记录|调研)?(日期|时间)$|^(visit |activity )?(date|day)$/i,
    when: always,
    types: ['date', 'text'],
  },
  {
    says: { zh: '记录的单位', en: 'the record’s unit' },
    titled: /^(填报|报送|走访|所在|所属|工作)?单位(名称)?$|^(unit|organi[sz]ation)( name)?$/i,
    when: always,
  },
  {
    says: { zh: '登录的人', en: 'whoever is signed in' },
    titled: /^(填报人|填表人|记录人|录入人|经办人)(姓名)?$|^(entered|recorded|filled in) by$/i,
    when: always,
  },
  {
    says: { zh: '记录的参加人员', en: 'the record’s participants' },
    titled: /^(走访人(员)?|走访干部|参加人员|参与人员|带队领导|干部姓名)(名单)?$|^(participants|visitors?|officials?)$/i,
    when: attended,
  },
  {
    says: { zh: '名册中的职务、职级', en: 'the register’s posts and ranks' },
    titled: /^(走访人|干部|参加人员)?(职务|职级|职务职级)$|^(rank|post)$/i,
    when: attended,
  },
  {
    says: { zh: '记录的地点', en: 'the record’s place' },
    titled:
      /^(走访|活动|调研|开展)?(地点|村名|村庄|村（社区）|所在村|所属村|乡镇|所在乡镇|所属乡镇|社区名称)$|^(place|village|township|location)$/i,
    when: placed,
  },
  {
    says: { zh: '走访对象的名称', en: 'the name of whom is visited' },
    titled:
      /^(户主(姓名)?|户名|走访对象(姓名|名称)?|被走访人(姓名)?|群众姓名|企业名称|商铺名称|对象姓名)$|^(head of household|household name|company name)$/i,
    when: paid,
  },
  {
    says: { zh: '走访对象的住址', en: 'the address of whom is visited' },
    titled: /^(家庭|详细|户主|企业)?(住址|地址)$|^(home |street )?address$/i,
    when: paid,
  },
  {
    says: { zh: '走访对象的类别、标签', en: 'the kind and tags of whom is visited' },
    titled: /^(对象|户|家庭|人员|困难)(类别|类型|身份)$|^是否(困难户|贫困户|低保户|五保户)$|^(household|subject) (type|kind)$/i,
    when: paid,
  },
]

export const checkForms = (bench: Bench): void => {
  const { compiled, scheme, tell } = bench
  for (const form of [...compiled.activities.values(), ...compiled.matters.values()]) {
    const path: Path = [form.sort === 'activity' ? 'activities' : 'matters', form.kind]
    checkKnown(bench, form, path)
    checkLong(bench, form, path)
    checkUnused(bench, form, path)
  }
  const n = Object.keys(scheme.activities).length
  if (n > limits.forms) tell(['activities'], 'W304', { zh: `共有 ${n} 种活动表单`, en: `There are ${n} forms for activities` })
}

const titles = (field: Field): readonly string[] => [field.title.zh.replace(/[\s:：*]/g, ''), both(field.title).en.trim()]

const checkKnown = ({ tell }: Bench, form: CompiledForm, path: Path): void => {
  const fields = form.form.fields
  fields.forEach((field, i) => {
    const { zh, en } = both(field.title)
    const has = known.find((k) => k.when(form) && (k.types ?? asking).includes(field.type) && titles(field).some((t) => k.titled.test(t)))
    const at = [...path, 'fields', i, 'title']
    if (has !== undefined)
      tell(at, 'W301', {
        zh: `“${zh}”问的是${has.says.zh}`,
        en: `“${en}” asks for ${has.says.en}`,
      })
    const first = fields.findIndex((other) => other.title.zh === field.title.zh)
    if (first < i)
      tell(at, 'W306', {
        zh: `“${zh}”在这张表上问了两次`,
        en: `“${en}” is asked twice in this form`,
      })
  })
}

const checkLong = ({ tell }: Bench, { form }: CompiledForm, path: Path): void => {
  const { usual } = costOf(form)
  const { zh, en } = both(form.title)
  if (usual > limits.seconds)
    tell(path, 'W302', {
      zh: `“${zh}”填一次约 ${inMinutes(usual)} 分钟（${form.fields.length} 项）`,
      en: `“${en}” takes about ${inMinutes(usual)} minutes (${form.fields.length} fields)`,
    })
  const required = form.fields.filter((f) => f.required && f.show === undefined).length
  if (required > limits.required)
    tell(path, 'W303', { zh: `“${zh}”有 ${required} 个必填项`, en: `“${en}” has ${required} required fields` })
}

const countable: ReadonlySet<Field['type']> = new Set(['integer', 'decimal', 'money', 'choice', 'choices', 'boolean'])

/** Numbers and choices that neither an indicator nor a rule, a check or a condition reads. Words are read by people. */
const checkUnused = ({ tell }: Bench, form: CompiledForm, path: Path): void => {
  if (form.counts === null) return
  const programs = [...form.rules.map((r) => r.check), ...form.fields.flatMap((f) => [f.show, f.check])]
  if (programs.some((p) => p !== null && p.reads === null)) return
  const read = new Set([...form.counts, ...programs.flatMap((p) => p?.reads ?? [])])
  form.fields.forEach(({ field }, i) => {
    if (!countable.has(field.type) || read.has(field.key)) return
    tell([...path, 'fields', i], 'W305', {
      zh: `“${both(field.title).zh}”填了不用`,
      en: `“${both(field.title).en}” is asked and never used`,
    })
  })
}
