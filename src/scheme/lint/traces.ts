import type { Text } from '#kit/text.ts'
import type { DemandWord } from '../care.ts'
import type { Code } from './reasons.ts'
import { type Said, both, demanded, saidIn } from './said.ts'
import type { Bench } from './warning.ts'

/* W1xx: photos, tracks, check-ins, points, log-ins – traces and scores in place of results. */

type Trace = { readonly code: Code; readonly title: Text; readonly words: RegExp; readonly by: readonly Said['by'][] }

const all: readonly Said['by'][] = ['field', 'option', 'rule', 'form', 'indicator', 'quota']
const asked: readonly Said['by'][] = ['field', 'rule', 'form', 'quota']
const counted: readonly Said['by'][] = ['field', 'form', 'rule', 'indicator', 'quota']

/* An alarm is installed, a firm registers, a problem is followed: only what is on a telephone is meant. */
const onPhone = '(?<![a-z])APPs?(?![a-z])|应用|软件|小程序|客户端|公众号|视频号|账号|帐号|平台|微信'
const taken = '安装|注册|关注|激活|订阅'
const onPhoneEn = String.raw`\b(?:apps?|applications?|software|mini[- ]?program(?:me)?s?|(?:official )?accounts?|platforms?)\b`
const takenEn = String.raw`\b(?:install(?:s|ed|ing|ations?)?|regist(?:er(?:s|ed|ing)?|rations?)|follow(?:s|ed|ing|ers?)|activat(?:e|es|ed|ions?))\b`
/** At most so many signs between the two, within a clause. */
const near = (a: string, b: string, n: number): string => `(?:${a})[^，。；,.;]{0,${n}}?(?:${b})|(?:${b})[^，。；,.;]{0,${n}}?(?:${a})`
const downloaded = ['下载量|下载率|下载安装', near(onPhone, taken, 6), String.raw`\bdownloads?\b`, near(onPhoneEn, takenEn, 24)]

/** What the notice may demand in its own words, and how such a demand is recognised where it is written into forms, rules, figures or quotas. */
const traces: Readonly<Record<DemandWord, Trace>> = {
  photo: {
    code: 'W101',
    title: { zh: '照片', en: 'photos' },
    words: /拍照|合影|摆拍|照片|\bphotos?\b|\bpictures?\b/i,
    by: ['rule', 'quota'],
  },
  track: {
    code: 'W102',
    title: { zh: '轨迹、定位', en: 'tracks and locations' },
    words: /轨迹|定位|经纬度|坐标|\bGPS\b|geo-?location|latitude|longitude|\btracks?\b/i,
    by: all,
  },
  sign_in: {
    code: 'W103',
    title: { zh: '打卡签到', en: 'check-ins' },
    words: /打卡|签到|签退|接龙|刷脸|check[- ]?ins?\b|clock[- ]?ins?\b|sign[- ]?in\b/i,
    by: all,
  },
  points: {
    code: 'W104',
    title: { zh: '积分', en: 'points' },
    words: /积分|学分|累计得分|(bonus|reward|merit) points|points (earned|awarded|ranking)/i,
    by: counted,
  },
  login_ranking: {
    code: 'W105',
    title: { zh: '登录、在线时长', en: 'log-ins and time online' },
    words: /登录|登陆|日活|活跃度|活跃率|使用率|在线时长|log-?ins?\b|active users|time online/i,
    by: counted,
  },
  download: {
    code: 'W106',
    title: { zh: '下载、注册、关注', en: 'downloads and registrations' },
    words: new RegExp(downloaded.join('|'), 'i'),
    by: counted,
  },
  clicks: {
    code: 'W107',
    title: { zh: '点赞、转发、阅读量', en: 'likes, reposts, views' },
    words: /点赞|转发|阅读量|浏览量|点击量|投票数|评论数|\blikes\b|\breposts?\b|\bclicks\b|page views/i,
    by: counted,
  },
  study_time: {
    code: 'W108',
    title: { zh: '学习时长', en: 'study time' },
    words: /学习时长|在线学习|study time|hours of study/i,
    by: counted,
  },
  screenshot: { code: 'W109', title: { zh: '截图', en: 'screenshots' }, words: /截图|截屏|录屏|screenshots?/i, by: all },
  recording: {
    code: 'W109',
    title: { zh: '录音录像', en: 'recordings' },
    words: /录音|录像|视频佐证|上传视频|\brecordings?\b/i,
    by: asked,
  },
  ledger: {
    code: 'W110',
    title: { zh: '台账、笔记、佐证材料', en: 'ledgers, notebooks, proof' },
    words: /台账|台帐|工作笔记|学习笔记|心得体会|记载簿|佐证|痕迹资料|\bledgers?\b|\bnotebooks?\b/i,
    by: ['form', 'rule', 'quota'],
  },
  daily_report: {
    code: 'W111',
    title: { zh: '日报、周报', en: 'daily and weekly reports' },
    words: /日报告|每日报|日报表|每天上报|每日上报|周报|daily reports?|weekly reports?/i,
    by: ['form', 'field', 'quota'],
  },
}

export const checkTraces = (bench: Bench): void => {
  const { scheme, tell } = bench
  scheme.demands.forEach(({ what, says }, i) => {
    const { code, title } = traces[what]
    tell(['demands', i], code, {
      zh: `通知要求${title.zh}${says === undefined ? '' : `：${says.zh}`}`,
      en: `The notice demands ${both(title).en}${says === undefined ? '' : `: ${both(says).en}`}`,
    })
  })
  checkPhotos(bench)
  const said = saidIn(scheme)
  for (const trace of Object.values(traces)) {
    for (const one of said) {
      const word = trace.by.includes(one.by) ? demanded(one.text, trace.words) : null
      if (word === null) continue
      tell(one.path, trace.code, {
        zh: `${role[one.by].zh}“${one.text.zh}”要求${trace.title.zh}`,
        en: `${role[one.by].en} “${both(one.text).en}” asks for ${both(trace.title).en}`,
      })
    }
  }
}

const role: Readonly<Record<Said['by'], { readonly zh: string; readonly en: string }>> = {
  field: { zh: '表单项', en: 'The field' },
  option: { zh: '选项', en: 'The option' },
  rule: { zh: '规则', en: 'The rule' },
  form: { zh: '表单', en: 'The form' },
  indicator: { zh: '指标', en: 'The indicator' },
  quota: { zh: '任务', en: 'The quota' },
}

/** Photos without which no record is taken, by the form itself or by a rule over how many there are. */
const checkPhotos = ({ compiled, tell }: Bench): void => {
  for (const form of [...compiled.activities.values(), ...compiled.matters.values()]) {
    const path = [form.sort === 'activity' ? 'activities' : 'matters', form.kind]
    const { min } = form.form.photos
    const { zh, en } = both(form.form.title)
    if (min > 0)
      tell([...path, 'photos', 'min'], 'W101', { zh: `“${zh}”每条记录必须有 ${min} 张照片`, en: `Every “${en}” needs ${min} photos` })
    form.rules.forEach(({ rule, check }, i) => {
      if (check.reads === null || !check.reads.includes('photos')) return
      tell([...path, 'rules', i, 'check'], 'W101', {
        zh: `“${zh}”没有照片就${rule.otherwise === 'block' ? '不能提交' : '被标为疑点'}`,
        en: `“${en}” is ${rule.otherwise === 'block' ? 'refused' : 'flagged'} for its number of photos`,
      })
    })
  }
}
