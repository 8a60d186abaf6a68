import { schemeImpact } from '#command/scheme/impact.ts'
import type { ImpactFigure, SchemeImpact } from '#command/scheme/views.ts'
import { Fault } from '#kit/fault.ts'
import { say } from '#kit/text.ts'
import { formatMistake } from '#scheme/mistake.ts'
import type { House } from '../house.ts'
import { type Out, tableOf, tell } from '../out.ts'
import { besideScheme, schemeFile } from './scheme.ts'

/** At the terminal every record is looked at, however many there are. */
const every = 10_000_000

/** `scheme impact FILE --campaign KEY`: what the revision would change, before it is loaded. Ends with 1 when the file has mistakes. */
export const showImpact = async (path: string, campaign: string | undefined, house: House, out: Out): Promise<void> => {
  if (campaign === undefined) throw new Fault('400.2', { what: '--campaign', expected: { zh: '活动的代号', en: 'a campaign’s key' } })
  const id = await house.codes.campaign(campaign)
  if (id === undefined) throw new Fault('404.1', { what: { zh: `活动 ${campaign}`, en: `campaign ${campaign}` } })
  const file = schemeFile(path)
  const impact = (await house.does(schemeImpact, { campaign: id, source: file.source, files: file.files, most: every })) as SchemeImpact
  if (impact.mistakes.length > 0) out.fail(1)
  if (out.json) return out.line(JSON.stringify(impact))
  for (const mistake of impact.mistakes) out.line(formatMistake(besideScheme(file.path, mistake), mistake, out.language))
  printChanges(impact, out)
  printFigures(impact, out)
  printRest(impact, out)
}

const signs = { added: '+', removed: '-', changed: '~' } as const

const printChanges = ({ changes }: SchemeImpact, out: Out): void => {
  if (changes.length === 0) tell(out, { zh: '与现行版的意思相同', en: 'Means the same as the version in force' })
  for (const { is, path, title, aspects } of changes) {
    out.line(`${signs[is]} ${path.join('.')} ${say(title, out.language)}`)
    for (const a of aspects) out.line(`    ${a.name}: ${a.before ?? '-'} → ${a.after ?? '-'}`)
  }
}

const moves = (f: ImpactFigure): boolean => f.is !== 'kept' || f.now !== f.after || f.records > 0

const printFigures = ({ figures }: SchemeImpact, out: Out): void => {
  const moved = figures.filter(moves)
  tell(out, { zh: `${figures.length - moved.length} 个数字不变。`, en: `${figures.length - moved.length} figures stay as they are.` })
  if (moved.length === 0) return
  const head = [
    { zh: '指标', en: 'figure' },
    { zh: '现在', en: 'now' },
    { zh: '发布后', en: 'once loaded' },
    { zh: '若全部重算', en: 'if derived anew' },
    { zh: '涉及记录', en: 'records' },
  ]
  const rows = moved.map((f) => [
    `${f.indicator} ${say(f.title, out.language)} (${f.unit})`,
    f.now ?? '-',
    f.after ?? '-',
    f.rederived ?? '-',
    String(f.records),
  ])
  for (const line of tableOf(
    head.map((h) => say(h, out.language)),
    rows,
  ))
    out.line(line)
}

const printRest = ({ kinds, records, bulletins }: SchemeImpact, out: Out): void => {
  for (const k of kinds) {
    const title = { zh: k.title.zh, en: k.title.en ?? k.title.zh }
    if (k.gone)
      tell(out, {
        zh: `“${title.zh}”不再有：${k.records} 条记录保留原样`,
        en: `“${title.en}” is no more: its ${k.records} records stay as they are`,
      })
    else
      tell(out, {
        zh: `“${title.zh}”：${k.unfit} / ${k.records} 条记录更正时须补填`,
        en: `“${title.en}”: ${k.unfit} of ${k.records} records need more when corrected`,
      })
    for (const r of k.reasons) out.line(`    ${r.path}: ${say(r.says, out.language)} (${r.records})`)
  }
  tell(out, {
    zh: `看了 ${records.looked} / ${records.all} 条记录；${bulletins.sealed} 份已封存的通报不变，${bulletins.drafts} 份草稿按新版取数`,
    en: `${records.looked} of ${records.all} records looked at; ${bulletins.sealed} sealed bulletins stay, ${bulletins.drafts} drafts follow the new version`,
  })
  for (const title of bulletins.broken) tell(out, { zh: `草稿“${title}”按新版将有错误`, en: `the draft “${title}” will have mistakes` })
}
