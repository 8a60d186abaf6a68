import type { Day } from '#kit/day.ts'
import type { Dice } from './dice.ts'
import { firmName, papers, personName } from './names.ts'
import { type Topic, topics } from './topics.ts'

/** What a record's words are about. */
export type Scene = {
  /** 清河 */
  readonly city: string
  readonly org: string
  /** Village, neighbourhood or firm; '' when nowhere. */
  readonly place: string
  readonly topic: Topic
  readonly day: Day
  /** What kind of activity or matter, as the scheme titles it: 座谈会. */
  readonly kind: string
  readonly people: readonly string[]
  readonly hosts: readonly string[]
  /** What was raised, in one sentence; everything in the record speaks of the same. */
  readonly said: string
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const elders = ['大爷', '大妈', '师傅', '嫂子', '老人']

/** Fills a phrase's places: {at} {who} {firm} {n} {big} {place} {org} {topic} {city} {kind}. */
export const phrase = (template: string, scene: Scene, d: Dice): string =>
  template.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.(scene, d) ?? '')

const slots: Readonly<Record<string, (scene: Scene, d: Dice) => string>> = {
  at: (s, d) => `${s.place || s.org}${d.chance(0.75) ? `${d.pick(numerals)}组` : ''}`,
  who: (s, d) => s.hosts[0] ?? `${personName(d).slice(0, 1)}${d.pick(elders)}`,
  firm: (s, d) => firmName(d, s.city),
  n: (_, d) => String(d.int(2, 9)),
  big: (_, d) => String(d.int(2, 60) * 10),
  place: (s) => s.place || s.org,
  org: (s) => s.org,
  topic: (s) => s.topic.name,
  city: (s) => s.city,
  kind: (s) => s.kind,
  lead: (s, d) => s.people[0] ?? personName(d),
}

/** The sentence a scene is about. */
export const raised = (scene: Omit<Scene, 'said'>, d: Dice): string => phrase(d.pick(scene.topic.raised), { ...scene, said: '' }, d)
export const done = (s: Scene, d: Dice): string => phrase(d.pick(s.topic.done), s, d)

const opened = [
  '到{place}走访，与村组干部一道察看现场',
  '上午在{place}召开小型碰头会，听取基本情况',
  '入户走访，拉家常、问需求',
  '实地察看{place}的生产生活情况',
  '与党员、群众代表面对面交谈',
  '沿{place}走了一圈，边看边记',
]
const seen = [
  '群众对近年来的变化总体满意，反映较多的是{topic}问题',
  '今年春季生产进展正常，秧池落实，种子化肥基本到位',
  '村级班子团结，但集体经济底子薄',
  '外出务工人员多，留守老人需要照应',
  '企业订单稳定，用工略显紧张',
  '党员活动正常，远程教育站点能按时开放',
  '几户困难家庭已落实结对帮扶',
]
const next = [
  '已记入记载簿，商定{n}天内给群众回话',
  '现场联系有关站所，明确了责任人',
  '下次走访时再看落实情况',
  '拟提交班子会议研究',
  '与村里约定月底前完成',
  '相关政策当场作了解释，群众表示理解',
]
const causes = [
  '历史欠账较多，{topic}投入不足',
  '责任主体不清，管护没有跟上',
  '政策宣传不到位，群众不知情',
  '涉及几家单位，协调起来费时',
  '村集体收入少，拿不出配套资金',
]
const thoughts = [
  '走下去才知道政策在哪里打了折扣',
  '群众要的不多，难在有人管、有回音',
  '办法多半在群众那里，关键是坐得下来、听得进去',
  '小事拖久了就成了难事，能当天办的不过夜',
  '光靠台账看不出问题，要多到现场',
]
const aims = ['班子建设、产业发展、民生实事、村容环境', '党员队伍、集体增收、和谐稳定', '服务质量、办事效率、行业排名']

const join = (...sentences: readonly string[]): string => `${sentences.join('。')}。`.replace(/。+/g, '。')

const narrative = (s: Scene, d: Dice): string =>
  join(phrase(d.pick(opened), s, d), ...(d.chance(0.8) ? [phrase(d.pick(seen), s, d)] : []), phrase(d.pick(next), s, d))

const hearsay = ['群众反映', '走访中了解到', '座谈时有人提出', '村干部介绍', '现场看到']
const detail = (s: Scene, d: Dice): string =>
  join(`${d.pick(hearsay)}:${s.said}`, ...(d.chance(0.6) ? [phrase(d.pick(causes), s, d)] : []), phrase(d.pick(next), s, d))

const headline = (s: Scene, d: Dice): string =>
  phrase(
    d.pick([
      '{org}：干部进村入户 解决{topic}难题',
      '{city}{org}把{kind}办到群众家门口',
      '“有事找我”——{org}干部{lead}的走访日记',
      '{org}着力化解{topic}突出问题',
      '从一张联系卡看{org}作风之变',
      '{place}:{topic}有了着落',
    ]),
    s,
    d,
  )

const titleOf = (s: Scene, d: Dice): string => {
  if (/报告|调研|report|research/i.test(s.kind))
    return phrase(
      d.pick([
        '关于{place}{topic}情况的调研报告',
        '{org}{topic}现状与对策',
        '破解{topic}难题的调查与思考——以{place}为例',
        '关于加强{topic}工作的几点建议',
      ]),
      s,
      d,
    )
  if (/规划|计划|方案|plan/i.test(s.kind))
    return phrase(d.pick(['{place}党支部晋位目标规划', '{org}党组织争先进位三年规划', '{place}“保先进、促后进”目标规划']), s, d)
  if (/报道|媒体|信息|宣传|news|media|press/i.test(s.kind)) return headline(s, d)
  return phrase(
    d.pick(['{topic}工作座谈', '{place}民情恳谈', '{topic}问题专题会商', '{place}党员群众代表座谈', '征求{topic}意见建议']),
    s,
    d,
  )
}

type Writer = (scene: Scene, d: Dice) => string

/** By what the field is called, in either language; the first that fits. */
const writers: readonly (readonly [RegExp, Writer])[] = [
  [/媒体|报刊|刊物|outlet|newspaper|press|medi(a|um)/i, (s, d) => phrase(d.pick(papers), s, d)],
  [/事由|gist|summary of/i, (s) => s.said],
  [/具体内容|详情|经过|detail/i, detail],
  [/标题|题目|主题|议题|名称|headline|title|topic|theme|subject/i, titleOf],
  [/电话|手机|phone|tel/i, (_, d) => `8${d.int(100, 999)}****`],
  [/邮箱|e-?mail/i, (_, d) => `user${d.int(100, 999)}@example.org`],
  [/姓名|联系人|主持|负责人|承办人|作者|执笔|name|author|chair|writer/i, (s, d) => s.people[0] ?? personName(d)],
  [
    /住址|地址|地点|场所|address|venue|where|location/i,
    (s, d) => phrase(d.pick(['{at}', '{place}村部会议室', '{place}党员活动室', '{place}文化广场']), s, d),
  ],
  [/单位|部门|承办|unit|department|organi/i, (s) => s.org],
  [
    /目标|规划|goal|target|plan/i,
    (s, d) => join(phrase(`围绕${d.pick(aims)}，三年内进入全市前列`, s, d), phrase('当年着力解决{topic}问题，新增实事{n}件', s, d)),
  ],
  [/解决|措施|办法|做法|办理|结果|成效|落实|答复|举措|resol|measure|result|outcome|answer|action|done/i, (s, d) => done(s, d)],
  [/问题|诉求|反映|困难|需求|心愿|意见|建议|problem|issue|need|wish|opinion|suggest|complain|raised/i, (s) => s.said],
  [/思考|体会|心得|归纳|感受|手记|日记|反思|reflect|thought|diary|lesson/i, (s, d) => join(d.pick(thoughts), phrase(d.pick(next), s, d))],
  [
    /参加|出席|对象|代表|attend|audience/i,
    (s, d) =>
      phrase(
        d.pick([
          '{place}“两委”成员、党员代表、群众代表',
          '种养大户、个体工商户代表',
          '离退休老干部、老党员代表',
          '企业负责人及职工代表',
          '村民小组长及困难群众代表',
        ]),
        s,
        d,
      ),
  ],
  [/原因|理由|reason|why|cause/i, (s, d) => phrase(d.pick(causes), s, d)],
  [/链接|网址|link|url/i, (_, d) => `https://news.example.org/${d.int(10_000, 99_999)}.html`],
  [/文号|编号|number|no\b/i, (s, d) => `清活办〔${s.day.slice(0, 4)}〕${d.int(1, 60)}号`],
]

/** Words for a text field, at most `length` characters. */
export const wordsFor = (called: string, long: boolean, length: number, s: Scene, d: Dice): string => {
  const writer = writers.find(([pattern]) => pattern.test(called))?.[1] ?? narrative
  const text = writer(s, d)
  const whole = long && text.length < 40 && !text.includes('。') && length > 120 ? join(text, phrase(d.pick(next), s, d)) : text
  return whole.length <= length ? whole : whole.slice(0, length)
}

/** What a record is about, by what its kind is called and who was visited: wishes for a wish, firms' troubles for a firm. */
export const topicFor = (called: string, d: Dice): Topic => {
  if (/企业|助企|firm|enterprise|company/i.test(called)) return d.pick(topics.filter((t) => t.area.includes('企业')))
  if (/帮扶|困难|help|poor/i.test(called)) return d.pick(topics.filter((t) => t.area.includes('困难')))
  const sort = /心愿|wish/i.test(called) ? 'wish' : /意见|建议|opinion|suggest/i.test(called) ? 'opinion' : 'problem'
  const fitting = topics.filter((t) => t.sort === sort && !t.area.includes('企业'))
  return d.chance(0.85) ? d.pick(fitting) : d.pick(topics.filter((t) => !t.area.includes('企业')))
}

export const returnReasons = [
  '走访情况写得太笼统，请补充具体问题',
  '天数与签到不符，请核实',
  '未写明后续措施',
  '数字与记载簿不一致，请更正',
  '内容与上次雷同，请据实填写',
  '请补充参加人员',
]
export const correctReasons = ['按联络员意见补充', '核对记载簿后更正', '补录参加人员', '数字更正']
export const withdrawReasons = ['重复录入', '误录，实际未成行', '应由共同走访单位录入']
export const reopenReasons = ['群众回访不满意，重新办理', '问题反弹，继续办理']
