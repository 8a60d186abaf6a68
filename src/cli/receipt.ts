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
  'team.list': (answer, out) => teamList(answer as readonly TeamRow[], out),
}

const bulletin = (b: BulletinView, out: Out): void => {
  out.line(`id: ${b.id}`)
  tell(out, { zh: `标题：${b.title}`, en: `title: ${b.title}` })
  tell(out, { zh: `${b.state === 'sealed' ? '已封存' : '草稿'}，${b.figures} 个数字`, en: `${b.state}, ${b.figures} figures` })
  for (const mistake of b.mistakes) out.line(formatMistake(b.title, mistake, out.language))
  if (b.seal !== null) tell(out, { zh: `封印：${b.seal}`, en: `seal: ${b.seal}` })
  out.line(`zoufang bulletin export ${b.id} -o bulletin.docx`)
}
