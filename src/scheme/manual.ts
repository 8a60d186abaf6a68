import type { Text } from '#kit/text.ts'

/*
 * What each key of the language is for, in both languages: the descriptions of the published JSON Schema, and what an editor
 * says on hovering. A key stands here by the end of its path (`quotas.of` before `of`; what is invented by the writer is left
 * out of it), a word of a list behind `=`. A test asks for every key of the language.
 */

/** `refers`: the words that may stand there are defined in that part of the scheme. */
export type Said = { readonly zh: string; readonly en: string; readonly refers?: Refers }
export type Refers = 'indicator' | 'source' | 'kind' | 'subject' | 'tag' | 'class' | 'event'

const said = (zh: string, en: string, refers?: Refers): Said => (refers === undefined ? { zh, en } : { zh, en, refers })

const whole: Readonly<Record<string, Said>> = {
  language: said('方案语言的版本，写 1', 'The edition of the language: 1'),
  scheme: said('活动的代号，定下后不再改：小写字母、数字、连字符', 'The campaign’s key for ever: small letters, digits, hyphens'),
  title: said('名称。可以只写中文，也可以 { zh: …, en: … }', 'The name; plain Chinese, or { zh: …, en: … }'),
  zh: said('中文', 'In Chinese'),
  en: said('英文', 'In English'),
  issuer: said('发文单位', 'Who issues it'),
  reference: said('依据的文号', 'The number of the notice it rests on (文号)'),
  about: said('说明', 'A description'),
  key: said('代号，供别处引用：小写字母开头，可含数字和下划线', 'Its key, for use elsewhere: small letters, digits, underscores'),
  window: said('活动的起止日期，记录的日期须在其内', 'First and last day on which a record may lie'),
  from: said('起始日期', 'The first day'),
  to: said('截止日期', 'The last day'),
  events: said('阶段可以等待的时点，如“民主评议结束”', 'Moments that phases may wait for'),
  day: said('日期，如 2024-03-01；未定可不写', 'The day, like 2024-03-01; left out while it is not fixed'),
  phases: said('阶段，按先后，不重叠', 'Phases in order, not overlapping'),
  'phases.from': said('从哪天起：日期，或 event:代号', 'Begins: a day, or event:key', 'event'),
  'phases.until': said('到哪天止：日期，或 event:代号', 'Ends: a day, or event:key', 'event'),
  until: said('到哪天止', 'The last day'),
  units: said('自定的计量单位', 'Units of measurement of your own'),
  'units.of': said('折合为哪个单位', 'The unit it is converted to'),
  factor: said('一个折合多少', 'How many of those one is'),
  classes: said('排名类别：同类单位之间比较，以第一个符合的为准', 'Classes ranked among themselves; the first that fits'),
  where: said('哪些算：一个条件', 'Which ones: a condition'),
  minimum: said('记录满多少条才排名', 'Fewest records to be ranked'),
  carrier: said('这类单位的活动载体', 'The carrier (载体) through which such units do their part'),
  ranks: said('职级，写法与名册一致', 'Ranks, as the register names them'),
  participants: said('参加对象', 'Who takes part'),
  widen: said('单位可否把参加对象延伸到更多人', 'Whether a unit may widen its own circle'),
  outside: said(
    '记录中有范围以外的人时怎样；写进记录的都计入数字',
    'What becomes of a record that names others; whoever stands in a record counts',
  ),
  subjects: said('走访对象的类型', 'Kinds of subjects'),
  tags: said('走访对象的标签，如困难户', 'Tags on subjects'),
  holidays: said('放假的日子', 'Days that are not worked'),
  workdays: said('调休上班的周末', 'Weekend days that are worked'),
  start: said('怎样算启动', 'What counts as having started'),
  'start.by': said('到哪天应已启动', 'By which day'),
  with: said('哪几类记录算启动；不写即任何一类', 'Which kinds of records count; any unless told', 'kind'),
  'start.classes': said(
    '某类单位另以哪几类记录算启动，如 village: [patrol]；没写的按 with；with 中没有一类是它能填的，则它自己的任何一类',
    'For units of a class, which kinds count instead, as village: [patrol]; else `with`; where it has no form of those in `with`, any of its own',
    'kind',
  ),
  bulletins: said('通报模板', 'Bulletin templates'),
  template: said('模板的文字，或旁边文件的名字，如 bulletin.md', 'The template’s text, or the name of a file beside the scheme'),
}

const forms: Readonly<Record<string, Said>> = {
  activities: said('活动类型：一次走访、座谈、报告……各一张表单', 'Kinds of activities: visit, forum, report … each with a form'),
  matters: said('诉求类型：提出后须有答复的', 'Kinds of matters: raised, and to be answered'),
  fields: said('表单各项，按填写顺序', 'The fields, in the order of the form'),
  rules: said('纪律要求：对一条记录的检查', 'Rules: checks on a record'),
  review: said('是否须单位联络员审核后才生效', 'Whether the unit’s liaison accepts each record before it counts'),
  place: said('地点：必填、选填或不填', 'Whether a place is asked for'),
  photos: said('照片张数；min 大于 0 即为必须', 'Photos; with `min` above 0 they are compulsory'),
  files: said('附件个数', 'Files'),
  for: said('由哪几类单位填；不写即所有单位', 'Classes whose units use it; all unless told', 'class'),
  'activities.to': said('走访哪几类对象；座谈、报告不写', 'Kinds of subjects it is paid to; none for a forum', 'subject'),
  'activities.subjects': said('走访对象最少、最多几个', 'How many subjects at least and at most'),
  'activities.participants': said('参加人员最少、最多几人', 'How many participants at least and at most'),
  also: said('同时计入别处', 'Counts elsewhere as well'),
  'activities.also': said('同一次活动在别的活动中也算', 'What it counts for in other campaigns'),
  'matters.also': said('同一件事在别的活动中也算', 'What it counts for in other campaigns'),
  campaign: said('另一活动的代号', 'The other campaign’s key'),
  as: said('在那里算作哪一类', 'The kind it is there'),
  'also.fields': said('那边各项怎样由这边填出', 'That form’s fields, filled from this one’s'),
  outcomes: said('办理结果', 'Ways it can end'),
  solved: said('是否算作解决', 'Whether it counts as solved'),
  type: said('填什么', 'What is filled in'),
  hint: said('填写提示', 'A hint for who fills it in'),
  required: said('必填', 'It must be filled in'),
  unit: said('计量单位，如 户、人次、天、万元', 'The unit: 户, 人次, 天, 万元 …'),
  min: said('最小', 'The least'),
  max: said('最大', 'The most'),
  decimals: said('小数点后最多几位', 'Most digits after the point'),
  length: said('最多多少字', 'Most characters'),
  options: said('可选的各项', 'The options'),
  show: said('满足条件才出现；只能用前面的项', 'Shown only when true; earlier fields only'),
  check: said('须成立的条件', 'A condition that must be true'),
  says: said('不符合时人们看到的话', 'What people read when it is not'),
  approx: said('可否带概数词：余、多、近、以上', 'May keep an approximate word: 余 多 近 以上'),
  personal: said('个人信息，写明用途；默认遮蔽', 'Personal data, for this purpose; masked by default'),
  minutes: said('填这一项要几分钟；不写按通常估计', 'Minutes it takes; the common measure unless told'),
  otherwise: said('不符合时怎样：block 不能提交，flag 标为疑点', 'What then: block refuses it, flag marks it'),
}

const figures: Readonly<Record<string, Said>> = {
  indicators: said('指标：每个数字怎么数', 'Indicators: how each figure is counted'),
  'indicators.from': said(
    '数什么：活动类型，或 诉求.raised / 诉求.closed',
    'Counted from: kinds of activities, or problem.raised, problem.closed',
    'source',
  ),
  'indicators.unit': said('印出来的单位', 'The unit it is printed in'),
  counts: said('数的是什么（单位之外的说明）', 'What is counted, beside the unit'),
  per: said('一条记录记一次，还是按人、按对象各记一次', 'One for the record, or for each participant or subject'),
  value: said(
    '每次记多少；不写为 1。在册数：event == "closed" ? -1 : 1',
    'What each is worth; 1 unless told. What is open: event == "closed" ? -1 : 1',
  ),
  when: said('只在成立时计入', 'Only when true'),
  distinct: said('去重：同一个只计一次', 'Each different one counts once'),
  take: said('流量、存量还是最新数', 'A flow, a stock, or newest values'),
  each: said('最新数按什么取，默认单位', 'Newest of each what; org unless told'),
  alone: said('不可相加的数，如人均收入', 'Never added up, as an income per head'),
  of: said('其中：是哪个指标的一部分', 'Of which: a part of that indicator', 'indicator'),
  formula: said('由其他指标算出', 'Computed from other indicators'),
  ratio: said('比率：分子、分母', 'A rate with its denominator'),
  part: said('分子', 'The part', 'indicator'),
  whole: said('分母', 'The whole', 'indicator'),
  beside: said('附属于哪个总数的单项调查', 'A sub-study beside that total', 'indicator'),
  included: said('总数是否已含它；没说清写 unsaid', 'Whether the total holds it; `unsaid` is reported'),
  headline: said('放在总览首行', 'In the cockpit’s first row'),
  partitions: said('各分项之和应等于总数', 'Parts that must add up'),
  'partitions.of': said('总数', 'The whole', 'indicator'),
  into: said('各分项', 'The parts', 'indicator'),
}

const duties: Readonly<Record<string, Said>> = {
  quotas: said('任务：谁、多少、多久', 'Quotas: who owes how much by when'),
  'quotas.also': said('另一周期的要求，如每季 2 次且全年 10 次', 'Other periods with bounds of their own'),
  'quotas.from': said('从哪天起算', 'Counted from this day', 'event'),
  who: said('落到单位、个人还是协作区', 'Owed by orgs, persons or teams'),
  indicator: said('按哪个指标算', 'The indicator that counts', 'indicator'),
  at_least: said('不少于', 'At least'),
  at_most: said('不超过', 'At most'),
  exactly: said('正好', 'Exactly'),
  share: said('份额，如 1/3 或 0.9', 'A share such as 1/3 or 0.9'),
  'quotas.of': said('份额的基数：linked、members 或指标', 'Of what: linked, members or an indicator'),
  every: said('多久一次', 'How often'),
  by: said(
    '何时以前：日期、event:代号、event:代号 + 7 days 或 phase:代号',
    'By when: a day, event:key, event:key + 7 days or phase:key',
    'event',
  ),
  targets: said('目标分解：单位、人员代码各多少', 'Targets by name: codes with numbers'),
  'quotas.times': said('同一对象至少几次才算', 'Each of them at least so often'),
  strata: said('分层：这些全走到，那些走三分之一', 'Strata: all of these, a third of those'),
  stages: said('两级：若干地方，各若干不同对象', 'Two stages: so many places with so many different subjects'),
  places: said('多少个地方', 'How many places'),
  'stages.each': said('每个地方多少', 'How many in each'),
  kind: said('哪一类', 'Of which kind'),
  for_each: said('按另一指标逐个欠，如住一天写一篇', 'One for each that this indicator counts', 'indicator'),
  joint: said('几人同去怎么记', 'How a joint visit is credited'),
  moves: said('人员调动时怎么算', 'When people move'),
  soft: said('原则上：只显示', '“In principle”: shown, not enforced'),
  coverage: said('覆盖：谁必须走到', 'Who must be reached'),
  must_reach: said('这些标签的对象都要走到', 'Tags whose subjects must all be reached', 'tag'),
  everyone: said('这些类型一个不落', 'Kinds of which nobody is left out', 'subject'),
  'coverage.also': said('另有周期的必到对象，如大企业每月、其他每季', 'Others who must be reached, in turns of their own'),
  'coverage.of': said('哪几类活动算走到', 'Kinds of activities that reach somebody', 'kind'),
  burden: said('负担：多久最多几次', 'How often is too often'),
  'burden.of': said('保护谁：走访对象类型、place 或 org', 'Whom it protects: a kind of subjects, place or org', 'subject'),
  demands: said('通知在表单之外的要求，供检查', 'What the notice demands beside its forms'),
  what: said('要求了什么', 'What is demanded'),
}

const watch: Readonly<Record<string, Said>> = {
  lights: said('亮灯：完成应完成量的多少', 'Lights: the share of what is expected by today'),
  green: said('达到多少为绿', 'Green from'),
  yellow: said('达到多少为黄，以下为红', 'Yellow from; less is red'),
  'lights.of': said('几项任务取最差还是平均', 'Of several quotas the worst or the mean'),
  supervision: said('督办', 'Supervision notices'),
  receive: said('几日内签收，如 1 working day', 'From issue to receipt, like 1 working day'),
  answer: said('几日内回复，如 5 working days', 'From issue to answer, like 5 working days'),
  extend: said('可延期几次、最长多久', 'How often, and how long, a deadline may be put off'),
  times: said('几次', 'How many times'),
  'extend.by': said('每次最长', 'The longest at a time'),
  grades: said('督办的等级', 'Grades of notices'),
  begin: said('从哪一步升级', 'Escalation begins with this step'),
  escalate: said('逾期后逐级', 'Escalation after the deadline'),
  after: said('逾期多久之后', 'So long after the deadline'),
  'escalate.to': said('报给谁：lead、office、group、inspector 或自定', 'To whom: lead, office, group, inspector or a word of your own'),
  'escalate.on': said('逾期的是回复还是签收', 'Which deadline was missed'),
  on: said('以什么为准', 'By what'),
  repeats: said('多次逾期时直接升级', 'Repeats go straight to a step'),
  'repeats.in': said('连续还是累计', 'In a row or all together'),
  in: said('连续还是累计', 'In a row or all together'),
  'repeats.of': said('按逾期的数，还是按发出的数', 'Late ones, or all that were issued'),
  'repeats.to': said('直接到哪一步', 'The step taken at once'),
  digest: said('多久出一期简报', 'How often a digest is made'),
}

const words: Readonly<Record<string, Said>> = {
  'type=text': said('一行文字', 'A line of text'),
  'type=longtext': said('多行文字', 'Several lines'),
  'type=integer': said('整数', 'A whole number'),
  'type=decimal': said('小数', 'An exact decimal'),
  'type=money': said('金额', 'An amount of money'),
  'type=date': said('日期', 'A day'),
  'type=time': said('时间', 'A time'),
  'type=boolean': said('是或否', 'Yes or no'),
  'type=choice': said('单选', 'One option'),
  'type=choices': said('多选', 'Several options'),
  'otherwise=block': said('不符不能提交', 'It is refused'),
  'otherwise=flag': said('照收，标为疑点', 'It is taken and flagged'),
  'otherwise=ignore': said('不管', 'Nothing'),
  'outside=block': said('不能登记', 'They cannot be entered'),
  'outside=flag': said('照收并计入，标为疑点', 'They are entered, counted and flagged'),
  'outside=ignore': said('不核对：照收，照样计入', 'Nobody looks: they are entered and counted'),
  'take=flow': said('期内发生的', 'What fell into the period'),
  'take=stock': said('截至期末累计的', 'All up to its end'),
  'take=latest': said('期末最新的', 'The newest up to its end'),
  'joint=each': said('各记一次', 'Each of them'),
  'joint=first': said('只记第一人', 'The first named'),
  'joint=split': said('平分', 'It is split'),
  'moves=prorate': said('按在岗天数折算', 'By days'),
  'moves=carry': said('带走已做的', 'With what was done'),
  'moves=restart': said('从头算起', 'Afresh'),
}

const entries: Readonly<Record<string, Said>> = { ...whole, ...forms, ...figures, ...duties, ...watch, ...words }

/** What is said of a key by its way from the top (invented keys and numbers left out), or of a word of a list. */
export const saidOf = (way: readonly string[], word?: string): Said | null => {
  const end = word === undefined ? '' : `=${word}`
  for (let i = 0; i < way.length; i++) {
    const found = `${way.slice(i).join('.')}${end}`
    if (Object.hasOwn(entries, found)) return entries[found] ?? null
  }
  return null
}

/** As one text: Chinese on the first line, English on the second. */
export const twoLines = ({ zh, en }: Text): string => `${zh}\n${en ?? zh}`
