import { partOf } from '#bulletin/part-word.ts'
import type { Block, Cell, Document } from '#bulletin/shape.ts'
import { roundedText } from './rounded.ts'
import { type Language, fill, say } from '#kit/text.ts'
import type { Digest, DigestClass } from './views.ts'
import { digestWords, lightWords } from './digest-words.ts'

/** How a digest is printed. `named`: who is behind is named; otherwise only what part of the units it is (点名表扬，不足不点名). */
export type DigestPrint = { readonly language: Language; readonly named: boolean }

type Say = (key: keyof typeof digestWords, values?: Readonly<Record<string, string | number>>) => string

const speaker =
  (language: Language): Say =>
  (key, values = {}) =>
    fill(say(digestWords[key], language), values)

const run = (text: string): Cell => [{ is: 'words', text }]
const paragraph = (text: string): Block => ({ is: 'paragraph', runs: run(text) })
const heading = (text: string): Block => ({ is: 'heading', runs: run(text) })

export const digestTitle = (digest: Digest, language: Language): string =>
  speaker(language)('title', { campaign: say(digest.campaign.title, language), n: digest.week.number })

/** The digest as a document that can be printed. */
export const digestDocument = (digest: Digest, print: DigestPrint): Document => {
  const { language } = print
  const s = speaker(language)
  return {
    language,
    blocks: [
      { is: 'title', runs: run(digestTitle(digest, language)) },
      ...progress(digest, s),
      heading(s('classes')),
      ...digest.classes.filter((c) => c.units > 0).flatMap((c) => classBlocks(c, print, s)),
      ...notices(digest, print, s),
      heading(s('flags')),
      paragraph(s('flagsLine', { ...digest.flags })),
      ...(digest.campaign.issuer === null ? [] : [{ is: 'signature' as const, runs: run(say(digest.campaign.issuer, language)) }]),
      { is: 'signature', runs: run(digest.week.to) },
    ],
  }
}

const progress = ({ week, org, records, figures }: Digest, s: Say): readonly Block[] => [
  heading(s('progress')),
  paragraph(s('recordsLine', { from: week.from, to: week.to, org: org.name, n: records.week, before: records.before })),
  ...(figures.length === 0
    ? []
    : [
        {
          is: 'table' as const,
          caption: '',
          head: [s('indicator'), s('week'), s('before'), s('total')].map(run),
          rows: figures.map((f) => [
            run(say(f.title, s('language') === 'en' ? 'en' : 'zh')),
            ...[f.week, f.before, f.total].map((v) => run(v === null ? '—' : `${roundedText(v, f.decimals)}${f.unit}`)),
          ]),
        },
      ]),
]

const classBlocks = (c: DigestClass, { language, named }: DigestPrint, s: Say): readonly Block[] => {
  const between = s('between')
  const list = (names: readonly string[]) => names.join(between)
  const short = (key: keyof typeof digestWords, part: keyof typeof digestWords, names: readonly string[]): readonly Block[] => {
    if (names.length === 0) return []
    return [paragraph(named ? s(key, { n: names.length, names: list(names) }) : s(part, { part: partOf(names.length, c.units, language) }))]
  }
  return [
    { is: 'subheading', runs: run(say(c.title, language)) },
    paragraph(s('lightsLine', { units: c.units, started: c.started, ...c.lights })),
    ...(c.began.length === 0 ? [] : [paragraph(s('began', { names: list(c.began) }))]),
    ...(c.busiest.length === 0 ? [] : [paragraph(s('busiest', { names: list(c.busiest.map((b) => `${b.name}（${b.records}）`)) }))]),
    ...movedLines(c, named, s),
    ...short(
      'behind',
      'behindPart',
      c.behind.map((b) => b.name),
    ),
    ...short('quiet', 'quietPart', c.quiet),
    ...short('notStarted', 'notStartedPart', c.notStarted),
  ]
}

/** Who got better is named; who got worse only when names are printed. */
const movedLines = (c: DigestClass, named: boolean, s: Say): readonly Block[] => {
  const language = s('language') === 'en' ? 'en' : 'zh'
  const moved = c.moved.filter((m) => m.better || named)
  if (moved.length === 0) return []
  const names = moved.map((m) =>
    s('movedOne', { name: m.name, from: say(lightWords[m.from], language), to: say(lightWords[m.to], language) }),
  )
  return [paragraph(s('moved', { names: names.join(s('between')) }))]
}

const notices = (digest: Digest, { named }: DigestPrint, s: Say): readonly Block[] => {
  const { acts, overdue, dueSoon, open } = digest.notices
  const count = (act: keyof typeof acts) => acts[act] ?? 0
  const names = (rows: typeof overdue) =>
    rows.map((r) => s('noticeOne', { name: r.teamName ?? r.orgName, title: r.title, due: r.due })).join(s('between'))
  return [
    heading(s('notices')),
    paragraph(s('noticesLine', { issued: count('issue'), answered: count('answer'), closed: count('close'), open })),
    ...(overdue.length === 0
      ? []
      : [paragraph(named ? s('overdue', { n: overdue.length, names: names(overdue) }) : s('overdueCount', { n: overdue.length }))]),
    ...(dueSoon.length === 0 || !named ? [] : [paragraph(s('dueSoon', { n: dueSoon.length, names: names(dueSoon) }))]),
  ]
}
