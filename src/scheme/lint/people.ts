import { dutiesIn } from '../care.ts'
import type { Field } from '../shape.ts'
import type { Path } from '../source.ts'
import { both, formsIn } from './said.ts'
import type { Bench } from './warning.ts'

/* W4xx personal data, W5xx ranking, W6xx those who are visited. */

const personal =
  /姓名|电话|手机|联系方式|身份证|证件号|住址|家庭地址|邮箱|微信|银行卡|银行账|账号|出生|年龄|性别|民族|籍贯|婚姻|收入|病情|病史|疾病|健康状况|残疾|宗教|信仰|指纹|人脸|\b(id card|phone|mobile|address|e-?mail|bank|birth|age|gender|income|illness|health|disab|religio)/i
/** Articles 28 and 31: what harms when it leaks, and everything of children. */
const sensitive =
  /身份证|证件号|银行卡|银行账|病情|病史|疾病|健康状况|残疾|宗教|信仰|指纹|人脸|行踪|未成年|留守儿童|\b(id card|identity number|bank|illness|medical|religio|fingerprint|face)/i
/** 听取意见人数, 困难户数: counts of people tell of nobody. */
const counted: ReadonlySet<Field['type']> = new Set(['integer', 'decimal', 'money', 'boolean'])

export const checkPeople = (bench: Bench): void => {
  for (const { path, form } of formsIn(bench.scheme)) form.fields.forEach((field, i) => checkPersonal(bench, field, [...path, 'fields', i]))
  checkRanking(bench)
  checkVisited(bench)
}

const checkPersonal = ({ tell }: Bench, field: Field, path: Path): void => {
  const { zh, en } = both(field.title)
  const words = `${zh} ${en}`
  if (counted.has(field.type)) return
  if (field.personal === undefined && personal.test(words))
    tell(path, 'W401', {
      zh: `“${zh}”是个人信息，没有写明用途${field.required ? '，还是必填' : ''}`,
      en: `“${en}” is personal information without a stated purpose${field.required ? ', and required' : ''}`,
    })
  if (field.required && sensitive.test(words))
    tell(path, 'W402', { zh: `“${zh}”是敏感个人信息，却是必填`, en: `“${en}” is sensitive personal information, and required` })
}

const checkRanking = ({ scheme, tell }: Bench): void => {
  const bare = scheme.classes.filter((c) => c.minimum === 0).map((c) => both(c.title))
  if (bare.length === 0) return
  tell(['classes', scheme.classes.findIndex((c) => c.minimum === 0)], 'W501', {
    zh: `${bare.map((t) => `“${t.zh}”`).join('、')}排名不设最低数量`,
    en: `${bare.map((t) => `“${t.en}”`).join(', ')}: ranked whatever the volume`,
  })
}

/** Kinds of subjects that people must be sent to, and that no bound protects. */
const checkVisited = ({ scheme, tell }: Bench): void => {
  const bounded = new Set(scheme.burden.map((b) => b.of))
  const duties = dutiesIn(scheme.coverage)
  const owed = duties.some((d) => d.everyone.length > 0 || d.must_reach.length > 0) || Object.keys(scheme.quotas).length > 0
  const bare = Object.entries(scheme.activities).flatMap(([form, { to }]) =>
    to.flatMap((kind) => (bounded.has(kind) ? [] : [{ form, kind }])),
  )
  const [first] = bare
  if (!owed || first === undefined) return
  const kinds = [...new Set(bare.map((b) => b.kind))].map((kind) =>
    both(scheme.subjects.find((s) => s.key === kind)?.title ?? { zh: kind }),
  )
  const what = {
    zh: `走访${kinds.map((t) => t.zh).join('、')}没有次数上限`,
    en: `Nothing bounds how often these are visited: ${kinds.map((t) => t.en).join(', ')}`,
  }
  tell(['activities', first.form, 'to'], 'W601', what, { of: first.kind })
}
