import type { Text } from '#kit/text.ts'
import type { Weight } from './warning.ts'

/*
 * Why each is discouraged and what to do instead. The rules named are: 《政务移动互联网应用程序规范化管理办法》 (State Council General Office, 2026, no. 12),
 * 《关于防治“指尖上的形式主义”的若干意见》 (2023), 《整治形式主义为基层减负若干规定》 (2024), 《关于解决形式主义突出问题为基层减负的通知》 (2019),
 * 《关于统筹规范督查检查考核工作的通知》 (2018) and the Personal Information Protection Law (2021).
 */

const app = (zh: string, en: string): Text => ({
  zh: `《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）：${zh}`,
  en: `The 2026 measures on official mobile applications (State Council General Office, no. 12): ${en}`,
})
const relief = (zh: string, en: string): Text => ({
  zh: `《整治形式主义为基层减负若干规定》（2024）：${zh}`,
  en: `The 2024 rules on relieving the grassroots of formalism: ${en}`,
})
const privacy = (zh: string, en: string): Text => ({
  zh: `《个人信息保护法》${zh}`,
  en: `The Personal Information Protection Law, ${en}`,
})

export type Reason = { readonly weight: Weight; readonly why: Text; readonly instead: Text }

const noUploads = app(
  '非必要不得强制要求下级和基层上传工作照片、视频和轨迹；以留痕代替实效是过度留痕。',
  'work photos, videos and tracks must not be compulsory for lower levels unless really needed; traces are no results.',
)
const noForcing = app(
  '除安保、应急等特殊场景外，不得设置打卡签到、积分排名、统计在线时长等强制性功能。',
  'except for security and emergencies no compulsory check-ins, rankings by points, or counting of time online.',
)
const noClicks = app(
  '不得将点赞量、网络投票数、转发量、学习时长等作为考评依据。',
  'likes, online votes, reposts and study time must not be what people are appraised by.',
)
const byResults: Text = {
  zh: '看结果：问题解决了没有、群众满不满意；抽查回访代替逐次留痕。',
  en: 'Look at results: was it solved, are people satisfied; spot checks instead of a trace of every visit.',
}

export const reasons = {
  W101: {
    weight: 'rule',
    why: noUploads,
    instead: {
      zh: '照片改为自愿（不设 min），需要时由督导组抽查。',
      en: 'Let photos be voluntary (no min); have inspectors check samples.',
    },
  },
  W102: {
    weight: 'rule',
    why: noUploads,
    instead: { zh: '只记地点（村、社区），不记轨迹和坐标。', en: 'Record the place (village, community), not the track or coordinates.' },
  },
  W103: {
    weight: 'rule',
    why: noForcing,
    instead: { zh: '一次走访一条记录已说明到场，不另打卡签到。', en: 'A record of the visit says who was there; no check-in besides.' },
  },
  W104: { weight: 'rule', why: noForcing, instead: byResults },
  W105: {
    weight: 'rule',
    why: app(
      '不得考核通报用户安装使用率，不得强制要求定期登录；不得统计在线时长、积分排名。',
      'use and log-ins must not be assessed or circulated, nor regular log-ins required, nor time online ranked.',
    ),
    instead: { zh: '登录多少与工作无关，删去这一项。', en: 'How often people log in says nothing about the work: leave it out.' },
  },
  W106: {
    weight: 'rule',
    why: app(
      '不得强制推广下载使用，不得考核通报安装使用率。',
      'downloads must not be forced, nor the share of users who installed it assessed.',
    ),
    instead: {
      zh: '有用的自然有人用；删去下载、注册、关注的要求。',
      en: 'What is useful is used: drop demands to download, register or follow.',
    },
  },
  W107: { weight: 'rule', why: noClicks, instead: byResults },
  W108: {
    weight: 'rule',
    why: noClicks,
    instead: { zh: '学了什么、会了什么，由座谈或实际工作看出。', en: 'What was learned shows in the work, not in the hours.' },
  },
  W109: {
    weight: 'rule',
    why: noUploads,
    instead: { zh: '删去截图、录音、录像的要求；有疑点时再核实。', en: 'Drop screenshots and recordings; verify where there is doubt.' },
  },
  W110: {
    weight: 'rule',
    why: {
      zh: '《关于解决形式主义突出问题为基层减负的通知》（2019）：不得简单将有没有台账记录、工作笔记等作为工作是否落实的标准。',
      en: 'The 2019 notice on relieving the grassroots: whether ledgers and work notes were kept is not the measure of whether work was done.',
    },
    instead: {
      zh: '用系统里的记录自动汇总，不另要台账、笔记、心得。',
      en: 'Let the records add up by themselves; ask for no ledgers, notebooks or reflections besides.',
    },
  },
  W111: {
    weight: 'rule',
    why: relief('不得频繁要求基层填表格报材料。', 'the grassroots must not be made to fill in forms and hand in material frequently.'),
    instead: { zh: '由系统按日累计，需要时自己看数。', en: 'The system counts by the day: look at the figures when they are needed.' },
  },
  W201: {
    weight: 'cost',
    why: relief(
      '不得频繁要求基层填表格报材料；按日按周定额容易催生凑数。',
      'material must not be asked for frequently; daily and weekly quotas breed made-up entries.',
    ),
    instead: { zh: '放宽到每月或整个活动期间，或标为 soft（原则上）。', en: 'Widen it to a month or the whole campaign, or mark it soft.' },
  },
  W202: {
    weight: 'cost',
    why: relief(
      '提倡短实新文风；以字数论质量，催生空话套话和抄袭。',
      'short, substantial writing is wanted; counting characters breeds empty words and copying.',
    ),
    instead: {
      zh: '不设字数下限，由人看有没有实质内容，空话退回。',
      en: 'No least length: let a person judge the substance and send empty talk back.',
    },
  },
  W203: {
    weight: 'rule',
    why: {
      zh: '《关于统筹规范督查检查考核工作的通知》（2018）：不能工作刚安排就督查检查、刚部署就进行考核。',
      en: 'The 2018 notice on inspections: work is not to be inspected as soon as it is assigned.',
    },
    instead: {
      zh: '把启动截止日放到活动开始半个月以后。',
      en: 'Set the day by which units must have started at least two weeks after the beginning.',
    },
  },
  W204: {
    weight: 'cost',
    why: {
      zh: '给“提出问题”定数量，会催生编造和拆分；问题多少不由走访的人决定。',
      en: 'A quota of problems makes people invent or split them: how many there are is not up to the visitor.',
    },
    instead: { zh: '改为对办结率、满意率提要求。', en: 'Ask for a share solved, or satisfied, instead.' },
  },
  W205: {
    weight: 'cost',
    why: {
      zh: '把宣传报道、信息刊登的数量当作成效，是“面子工程”。',
      en: 'Counting media items as an achievement is a façade.',
    },
    instead: { zh: '保留为一般指标，不作任务。', en: 'Keep it as a figure, not as a quota.' },
  },
  W206: {
    weight: 'cost',
    why: {
      zh: '同一户每天或每周都要接待一次走访，打扰群众，也只能走过场。',
      en: 'A household that must receive someone every day or week is disturbed, and the visits become a formality.',
    },
    instead: { zh: '改为每月、每季或整个活动期间到一次；急难的户另定。', en: 'Once a month, a quarter or a campaign; urgent cases apart.' },
  },
  W301: {
    weight: 'rule',
    why: app('不得随意或重复要求基层填表报数交材料。', 'the grassroots must not be made to fill in or report the same thing repeatedly.'),
    instead: { zh: '删去这一项：记录和名册里已经有。', en: 'Leave it out: the record or the register has it.' },
  },
  W302: {
    weight: 'cost',
    why: {
      zh: '填报应在几分钟内完成；表越长，走访越短，编得越多。',
      en: 'An entry ought to take a few minutes: the longer the form, the shorter the visit and the more is made up.',
    },
    instead: { zh: '只留会被统计、会被用来决定事情的问题。', en: 'Keep only what is counted or what decides something.' },
  },
  W303: {
    weight: 'cost',
    why: {
      zh: '必填项越多，越容易为了提交而乱填。',
      en: 'The more is required, the more is filled in just to get it sent.',
    },
    instead: { zh: '只把缺了就不成其为记录的设为必填。', en: 'Require only what makes it a record at all.' },
  },
  W304: {
    weight: 'cost',
    why: relief('减少表格和台账，同类事项合并。', 'forms and ledgers are to be fewer, and like ones merged.'),
    instead: { zh: '合并相近的表，用选择项区分类别。', en: 'Merge like forms and tell them apart by a choice.' },
  },
  W305: {
    weight: 'cost',
    why: {
      zh: '没有任何指标、规则或条件用到它：填了也没人看。',
      en: 'No indicator, rule or condition reads it: it is asked and used by nobody.',
    },
    instead: { zh: '删去，或写出用它的指标。', en: 'Leave it out, or write the indicator that uses it.' },
  },
  W306: {
    weight: 'cost',
    why: app('不得重复要求填报。', 'nothing is to be asked twice.'),
    instead: { zh: '合为一项。', en: 'Make it one field.' },
  },
  W401: {
    weight: 'rule',
    why: privacy(
      '第六条：处理个人信息应有明确、合理的目的，限于实现目的的最小范围。',
      'article 6: personal information needs a clear and reasonable purpose and is kept to the least that serves it.',
    ),
    instead: { zh: '写明 personal: 用途（会默认遮盖），或删去。', en: 'State personal: purpose (it is then masked), or leave it out.' },
  },
  W402: {
    weight: 'rule',
    why: privacy(
      '第二十八、二十九条：敏感个人信息须有特定目的和充分必要性，并取得单独同意；必填等于不能拒绝。',
      'articles 28 and 29: sensitive information needs a specific purpose, real necessity and separate consent; what is required cannot be declined.',
    ),
    instead: { zh: '改为选填，或不收集。', en: 'Make it voluntary, or do not collect it.' },
  },
  W501: {
    weight: 'cost',
    why: {
      zh: '没有最低数量的排名，一两条记录就能上下几十名，只反映偶然。',
      en: 'Ranked without a minimum volume, a record or two moves a unit dozens of places: that is chance.',
    },
    instead: { zh: '给这一类设 minimum。', en: 'Set a minimum for the class.' },
  },
  W601: {
    weight: 'cost',
    why: {
      zh: '要求走访却没有上限：几个活动叠加，同一户可能一月接待许多批人。',
      en: 'Visits are demanded and nothing bounds them: with several campaigns one household may receive many parties a month.',
    },
    instead: {
      zh: '加一条 burden，例如 { of: {of}, at_most: 2, every: month }。',
      en: 'Add a burden, such as { of: {of}, at_most: 2, every: month }.',
    },
  },
} as const satisfies Readonly<Record<string, Reason>>

export type Code = keyof typeof reasons
