import { Decimal, plain } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import { say } from '#kit/text.ts'
import { type RehearsedFigure, rehearse } from '#simulate/rehearse.ts'
import { type Out, tableOf, tell } from '../out.ts'
import { schemeFile, soundScheme } from './scheme.ts'

/** `scheme rehearse FILE`: the campaign run on invented field work; nothing is stored and no database is opened. */
export const showRehearsal = (path: string, flags: { readonly seed: string; readonly scale: string }, out: Out): void => {
  const scale = Number(flags.scale)
  if (!(scale >= 0.01 && scale <= 5)) throw new Fault('400.2', { what: '--scale', expected: { zh: '0.01 至 5', en: '0.01 to 5' } })
  const sound = soundScheme(schemeFile(path), out)
  if (sound === undefined) return
  const of = rehearse(sound.compiled, flags.seed, scale)
  if (out.json) return out.line(JSON.stringify(of))
  tell(out, {
    zh: `${of.units} 个单位、${of.people} 人，${of.records} 条记录，${of.waiting} 条待审，${of.flagged} 条被标为疑点，填表约 ${of.hours} 小时`,
    en: `${of.units} units, ${of.people} people, ${of.records} records, ${of.waiting} waiting, ${of.flagged} flagged, about ${of.hours} hours of filling in`,
  })
  const t = (zh: string, en: string): string => say({ zh, en }, out.language)
  const head = [
    t('指标', 'figure'),
    t('单位', 'unit'),
    t('合计', 'total'),
    ...of.classes.map((c) => say(c.title, out.language)),
    t('待审', 'pending'),
  ]
  const rows = of.figures.map((f) => [
    say(f.title, out.language),
    f.unit,
    short(f, f.confirmed),
    ...of.classes.map((c) => short(f, f.byClass[c.key] ?? null)),
    short(f, f.pending),
  ])
  for (const line of tableOf(head, rows)) out.line(line)
  for (const q of of.quotas)
    tell(out, {
      zh: `${q.title.zh}：应 ${q.owing}，达到 ${q.met}${q.past.periods > 0 ? `；此前各期 ${q.past.met} / ${q.past.periods}` : ''}`,
      en: `${q.title.en ?? q.title.zh}: ${q.met} of ${q.owing} did it${q.past.periods > 0 ? `; in periods before ${q.past.met} of ${q.past.periods}` : ''}`,
    })
  if (of.ofTeams > 0)
    tell(out, {
      zh: `另有 ${of.ofTeams} 项协作组任务未演练：演练不虚构协作组`,
      en: `${of.ofTeams} quotas of teams are not rehearsed, as no teams are invented`,
    })
  for (const kind of of.kinds)
    for (const flag of kind.flags) out.line(`${say(kind.title, out.language)}: ${say(flag.says, out.language)} (${flag.records})`)
}

/** With the digits that the scheme asks for, else two at most. */
const short = ({ decimals }: RehearsedFigure, value: string | null): string => {
  if (value === null) return '-'
  return decimals === null ? plain(new Decimal(value).toDecimalPlaces(2)) : new Decimal(value).toFixed(decimals)
}
