import { addDays } from '#kit/day.ts'
import { dutiesIn } from '../care.ts'
import { resolve } from '../resolve.ts'
import type { Path } from '../source.ts'
import { both, formsIn } from './said.ts'
import type { Bench } from './warning.ts'

/* W2xx: too often, too early, by length or by number where neither says anything. */

const daily: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  day: { zh: '每天', en: 'every day' },
  week: { zh: '每周', en: 'every week' },
}

export const checkOften = (bench: Bench): void => {
  checkQuotas(bench)
  checkLength(bench)
  const { scheme, tell } = bench
  const { start, window, coverage } = scheme
  if (start.by !== undefined && start.by < addDays(window.from, 14))
    tell(['start', 'by'], 'W203', {
      zh: `活动 ${window.from} 开始，${start.by} 就查是否启动`,
      en: `It begins on ${window.from}, and by ${start.by} units must have started`,
    })
  for (const [i, duty] of dutiesIn(coverage).entries()) {
    const turn = daily[duty.every]
    if (turn === undefined || (duty.must_reach.length === 0 && duty.everyone.length === 0)) continue
    tell(['coverage', ...(i === 0 ? [] : ['also', i - 1]), 'every'], 'W206', {
      zh: `每个必到对象${turn.zh}都要走访`,
      en: `Each one is to be visited ${turn.en}`,
    })
  }
}

const checkQuotas = ({ scheme, compiled, tell }: Bench): void => {
  for (const [key, quota] of Object.entries(scheme.quotas)) {
    const path: Path = ['quotas', key]
    const asks = [quota, ...quota.also]
    asks.forEach((ask, i) => {
      const turn = daily[ask.every]
      const least = ask.at_least !== undefined || ask.exactly !== undefined || ask.share !== undefined
      if (turn === undefined || !least) return
      tell([...path, ...(i === 0 ? [] : ['also', i - 1]), 'every'], 'W201', {
        zh: `任务“${quota.title.zh}”${turn.zh}都有定额${quota.soft ? '（原则上）' : ''}`,
        en: `The quota “${both(quota.title).en}” falls due ${turn.en}${quota.soft ? ' (in principle)' : ''}`,
      })
    })
    const demands = asks.some((ask) => ask.at_least !== undefined || ask.exactly !== undefined)
    if (!demands) continue
    const sources = resolve(scheme, quota.indicator)?.sources ?? []
    const title = compiled.indicators.get(quota.indicator)?.indicator.title
    if (sources.length > 0 && sources.every((s) => s.sort === 'matter' && s.event === 'raised'))
      tell([...path, 'indicator'], 'W204', {
        zh: `任务“${quota.title.zh}”规定了提出问题的数量`,
        en: `The quota “${both(quota.title).en}” fixes how many problems are to be found`,
      })
    if (title !== undefined && /刊登|刊发|报道|宣传|媒体|\bmedia\b|publicity/i.test(`${title.zh} ${both(title).en}`))
      tell([...path, 'indicator'], 'W205', {
        zh: `任务“${quota.title.zh}”规定了宣传报道的数量`,
        en: `The quota “${both(quota.title).en}” fixes a number of media items`,
      })
  }
}

/** From so many characters on a least length is a demand on writing rather than a guard against blanks. */
const longish = 50
const sized = /([a-z][a-z0-9_]*)\.(?:trim\(\)\.)?size\(\)\s*>=?\s*(\d+)/g

const checkLength = ({ scheme, tell }: Bench): void => {
  for (const { path, form } of formsIn(scheme)) {
    const words = form.fields.filter((f) => f.unit === '字').map((f) => f.key)
    const told = (at: Path, source: string | undefined): void => {
      const n = source === undefined ? null : demanded(source, words)
      if (n !== null) tell([...path, ...at], 'W202', { zh: `要求不少于 ${n} 字`, en: `At least ${n} characters are demanded` })
    }
    form.fields.forEach((field, i) => told(['fields', i, 'check'], field.check))
    form.rules.forEach((rule, i) => told(['rules', i, 'check'], rule.check))
  }
}

/** The length that a condition demands, of a text itself or of a field that counts its characters. */
const demanded = (source: string, words: readonly string[]): string | null => {
  const sizes = [...source.matchAll(sized)].map(([, , n]) => n)
  const counts = words.map((key) => new RegExp(`\\b${key}\\s*>=?\\s*(\\d+)`).exec(source)?.[1])
  return [...sizes, ...counts].find((n) => n !== undefined && Number(n) >= longish) ?? null
}
