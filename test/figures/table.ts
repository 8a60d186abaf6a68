import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { Decimal } from '#kit/decimal.ts'
import { readScheme } from '#scheme/read.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Quota } from '#scheme/quota.ts'
import { readFolder } from '#cli/demo-file.ts'
import { type Home, type Out, type Row, campaignFile, homes, outsOf, rows } from './rows.ts'

/* docs/figures.md: every row with where it lives, what the system gives, and whether that is equal. */

export type Line = {
  readonly row: Row
  readonly where: string
  readonly out: string
  readonly equal: boolean | null
  readonly says: string
}

const schemes = new Map<string, Compiled>()
const schemeOf = (campaign: string): Compiled => {
  const known = schemes.get(campaign)
  if (known) return known
  const { source, files } = readFolder(campaignFile(campaign, ''))
  const read = readScheme(source, files)
  if (!read.ok) throw new Error(`${campaign}: ${JSON.stringify(read.mistakes)}`)
  schemes.set(campaign, read.compiled)
  return read.compiled
}

export const lines = (): readonly Line[] =>
  rows.flatMap((row) => {
    const own = homes.filter((h) => h.row === row.id)
    return own.length === 0 ? [{ row, where: '', out: '', equal: null, says: '' }] : own.map((h) => lineOf(row, h, outsOf(h.group)[row.id]))
  })

const lineOf = (row: Row, home: Home, out: Out | undefined): Line => {
  const says = home.says?.zh ?? ''
  if (home.indicator !== undefined) return { ...indicatorLine(row, home, out), row, says }
  if (home.quota !== undefined) return { ...quotaLine(row, home), row, says }
  return { ...definitionLine(row, home), row, says }
}

type Found = Pick<Line, 'where' | 'out' | 'equal'>

const indicatorLine = (row: Row, home: Home, out: Out | undefined): Found => {
  const found = schemeOf(home.campaign).indicators.get(home.indicator ?? '')
  if (found === undefined) throw new Error(`${home.campaign} has no indicator ${home.indicator}`)
  const where = `指标 \`${home.campaign}/${home.indicator}\` ${found.indicator.title.zh}${home.org === undefined ? '' : `（${home.org}）`}`
  if (out === undefined || out.value === null) return { where, out: '—', equal: false }
  const value = new Decimal(out.value).toDecimalPlaces(found.indicator.decimals ?? 6)
  const floor = home.rough === undefined ? value : value.div(home.rough).floor().times(home.rough)
  const word = row.approx?.replace('万', '') ?? null
  const words =
    home.rough === undefined
      ? out.approx
      : out.printed.some((p) => p.startsWith(`${floor.toFixed()}`) && p.includes(word ?? ''))
        ? [word]
        : []
  const equal = floor.eq(row.value) && (word === null ? words.length === 0 : words.includes(word))
  return { where, out: `${value.toFixed()}${out.unit}${out.printed.length === 0 ? '' : `，印作${out.printed[0]}`}`, equal }
}

const quotaLine = (row: Row, home: Home): Found => {
  const quota = schemeOf(home.campaign).scheme.quotas[home.quota ?? '']
  if (quota === undefined) throw new Error(`${home.campaign} has no quota ${home.quota}`)
  const bounds = boundsOf(quota)
  const equal =
    bounds.some(([, bound]) => String(bound) === String(row.value)) || `${String(quota.at_least)}-${String(quota.at_most)}` === row.value
  return {
    where: `任务 \`${home.campaign}/${home.quota}\` ${quota.title.zh}`,
    out: [
      bounds.map(([sign, bound]) => sign + String(bound)).join('，'),
      everyWords[quota.every],
      quota.by === undefined ? '' : `至 ${quota.by}`,
      quota.soft ? '原则上' : '',
    ]
      .filter((w) => w !== '')
      .join('，'),
    equal: equal ? true : null,
  }
}

const everyWords: Readonly<Record<Quota['every'], string>> = {
  campaign: '',
  year: '每年',
  half: '每半年',
  quarter: '每季度',
  month: '每月',
  week: '每周',
  day: '每天',
  phase: '每个阶段',
}

const boundsOf = (q: Quota): readonly (readonly [string, number | string])[] =>
  (
    [
      ['≥', q.at_least],
      ['≤', q.at_most],
      ['=', q.exactly],
      ['占 ', q.share],
      ['每个所计各 ', q.for_each === undefined ? undefined : 1],
    ] as const
  )
    .flatMap(([sign, bound]) => (bound === undefined ? [] : [[sign, bound] as const]))
    .concat(q.strata.map((s) => ['占 ', s.share] as const))

const definitionLine = (row: Row, home: Home): Found => {
  const root: unknown = parse(readFileSync(campaignFile(home.campaign, 'scheme.yaml'), 'utf8'))
  const value = (home.at ?? '').split('.').reduce<unknown>(within, root)
  if (value === undefined) throw new Error(`${home.campaign} has nothing at ${home.at}`)
  const out = inWords(value)
  return { where: `定义 \`${home.campaign}\` ${home.at}`, out, equal: holds(out, row) ? true : null }
}

/** Whether every number of the row stands in the definition. */
const holds = (text: string, { value }: Row): boolean => {
  const there = new Set(text.match(/\d+/g))
  const wanted = String(value).match(/\d+/g) ?? []
  return wanted.length > 0 && wanted.every((n) => there.has(n))
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const within = (here: unknown, step: string): unknown => (isMap(here) ? here[step] : undefined)

/** Small values whole, lists as a list; of larger ones the keys. */
const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(inWords).join('、')
  if (!isMap(value)) return String(value)
  const said = Object.entries(value).filter(([, v]) => typeof v === 'string')
  return said.length > 0 ? said.map(([k, v]) => `${k} ${String(v)}`).join('，') : Object.keys(value).join('、')
}

const mark = ({ equal, where }: Line): string => (where === '' ? '缺' : equal === null ? '见说明' : equal ? '等' : '不等')
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export const page = (): string => {
  const all = lines()
  const count = (equal: boolean | null): number => new Set(all.filter((l) => l.equal === equal && l.where !== '').map((l) => l.row.id)).size
  return `# 八份来源的数字 · The figures of the eight sources

每行是一个来源印出的数字：它在何处（哪个活动的哪个指标、任务或定义中的位置）、系统得出多少、是否相等。指标的值取自各演示封存通报那一刻的记录；
任务、日期和计划事实在方案的定义里。本页由 \`npm run figures\` 生成，\`test/figures\` 核对：缺一行、或有一个数不等，测试即失败。

Every number of the sources: where it lives (indicator, quota or place in a campaign’s definition), what the system gives, whether it is
equal. Indicators are as of the moment their demo’s bulletin was sealed. Written by \`npm run figures\`, checked by \`test/figures\`.

共 ${rows.length} 行：由记录得出或由任务给出而相等 ${count(true)} 行，在定义中（日期、要求、事实）${count(null)} 行。

| 行 | 来源印出 | 在何处 | 系统得出 | 相等 | 说明 |
|---|---|---|---|---|---|
${all.map((l) => `| ${[l.row.id, `${l.row.approx === '近' ? '近' : ''}${String(l.row.value)}${l.row.approx === null || l.row.approx === '近' ? '' : l.row.approx} ${l.row.unit}`, l.where, l.out, mark(l), l.says].map(cell).join(' | ')} |`).join('\n')}
`
}
