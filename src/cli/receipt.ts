import type { DemoRemains } from '#command/demo/views.ts'
import type { BulletinView } from '#command/views.ts'
import { formatMistake } from '#scheme/mistake.ts'
import type { QuotaList, QuotaShow } from '#command/quota/view.ts'
import type { Supervision } from '#command/supervision/views.ts'
import type { TeamRow } from '#command/team-views.ts'
import { type Out, tell } from './out.ts'
import { quotaList, quotaShow, supervisionShow, teamList } from './readings.ts'

/** What is said of an answer that is too long to be read at a terminal, or that is read better in words; with --json the whole answer is printed all the same. */
export const receipts: Readonly<Record<string, (answer: unknown, out: Out) => void>> = {
  'bulletin.draft': (answer, out) => bulletin(answer as BulletinView, out),
  'bulletin.edit': (answer, out) => bulletin(answer as BulletinView, out),
  'bulletin.seal': (answer, out) => bulletin(answer as BulletinView, out),
  'quota.list': (answer, out) => quotaList(answer as QuotaList, out),
  'quota.show': (answer, out) => quotaShow(answer as QuotaShow, out),
  'supervision.show': (answer, out) => supervisionShow(answer as Supervision, out),
  'demo.weigh': (answer, out) => demoRemains(answer as DemoRemains, false, out),
  'demo.remove': (answer, out) => demoRemains(answer as DemoRemains, true, out),
  'team.list': (answer, out) => teamList(answer as readonly TeamRow[], out),
}

const demoRemains = ({ campaigns, records, bulletins, notices, register: r, known }: DemoRemains, gone: boolean, out: Out): void => {
  const keys = campaigns.map((c) => c.key).join(out.language === 'zh' ? '、' : ', ')
  tell(out, {
    zh: `${gone ? '已移除' : '将移除'}活动 ${keys}：${records} 条记录、${bulletins} 份通报、${notices} 份督办单`,
    en: `${gone ? 'taken out' : 'would take out'}: ${keys}, ${records} records, ${bulletins} bulletins, ${notices} notices`,
  })
  if (!known) return tell(out, { zh: '由较早版本装载，名册保持原样', en: 'an earlier release loaded it: the register stays' })
  tell(out, {
    zh: `名册：${r.org} 个单位、${r.person} 名人员、${r.place} 个区域、${r.subject} 个走访对象、${r.team} 个小组、${r.link} 对结对、${r.account} 个账号`,
    en: `register: ${r.org} orgs, ${r.person} people, ${r.place} places, ${r.subject} subjects, ${r.team} teams, ${r.link} links, ${r.account} accounts`,
  })
}

const bulletin = (b: BulletinView, out: Out): void => {
  out.line(`id: ${b.id}`)
  tell(out, { zh: `标题：${b.title}`, en: `title: ${b.title}` })
  tell(out, { zh: `${b.state === 'sealed' ? '已封存' : '草稿'}，${b.figures} 个数字`, en: `${b.state}, ${b.figures} figures` })
  for (const mistake of b.mistakes) out.line(formatMistake(b.title, mistake, out.language))
  if (b.seal !== null) tell(out, { zh: `封印：${b.seal}`, en: `seal: ${b.seal}` })
  out.line(`zoufang bulletin export ${b.id} -o bulletin.docx`)
}
