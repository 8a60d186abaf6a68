import type { Text } from '#kit/text.ts'
import { type Choice, type Choices, choice, items } from '#scheme/assist/complete.ts'
import type { Outline } from '#scheme/assist/outline.ts'
import { wordsOfDirectives } from './directive.ts'
import { callsOf } from './expression.ts'
import { nothingYet } from './sound.ts'
import { whenWords } from './when.ts'

/* What may be written where the cursor stands in a bulletin's template: figures and functions in {{ }}, and ::: lines. */

/** null where prose is written. */
export const completeTemplate = (source: string, offset: number, outline: Outline): Choices | null => {
  const start = source.lastIndexOf('\n', offset - 1) + 1
  const line = source.slice(start, offset)
  if (/^\s{0,3}:::/.test(line)) return inDirective(line, start, outline)
  const open = line.lastIndexOf('{{')
  if (open < 0 || line.indexOf('}}', open) >= 0) return null
  return inFigure(line.slice(open + 2), start + open + 2, outline)
}

const inFigure = (text: string, from: number, outline: Outline): Choices | null => {
  const quoted = /"([^"]*)$/.exec(text.replace(/"[^"]*"/g, (whole) => '_'.repeat(whole.length)))
  if (quoted !== null) return { from: from + text.length - (quoted[1] ?? '').length, choices: inQuotes(text, outline) }
  const word = /[A-Za-z_]\w*$/.exec(text)?.[0] ?? ''
  if (text[text.length - word.length - 1] === '.') return null
  return { from: from + text.length - word.length, choices: [...items(outline.indicators, 'indicator'), ...functions()] }
}

/** Between quotes stand indicators or classes, as the function wants; a map's keys and codes are nobody's guess. */
const inQuotes = (text: string, outline: Outline): readonly Choice[] => {
  const [, name = '', before = ''] = /(\w+)\(([^()]*)$/.exec(text) ?? []
  const place = before.split(',').length
  if (/"phase"\s*:\s*"[^"]*$/.test(before)) return items(outline.phases, 'word')
  if (before.includes('{'))
    return (
      ofQuotas.has(name) ? ['on', 'period', 'phase', 'every'] : ['org', 'team', 'place', ...whenWords, 'by', 'campaign', 'deadline']
    ).map((word) => choice(word, 'name'))
  if (ofQuotas.has(name)) return place === 1 ? items(outline.quotas, 'word') : items(outline.classes, 'word')
  const isClass = /units|started/.test(name) || (['leaders', 'praise', 'below'].includes(name) && place === 2)
  return isClass ? items(outline.classes, 'word') : items(outline.indicators, 'indicator')
}

/** Functions of a quota and, if need be, a class. */
const ofQuotas: ReadonlySet<string> = new Set(['owing', 'met', 'on_course', 'behind'])

/** What each function is for; one that is not listed is offered all the same, with the way it is called. */
const functionWords: Readonly<Record<string, Text & { readonly write: string }>> = {
  value: { write: 'value(│)', zh: '只印数字，不印单位', en: 'the number without its unit' },
  pending: { write: 'pending(│)', zh: '待审的数', en: 'what waits for review' },
  wan: { write: 'wan(│)', zh: '以万计', en: 'in ten thousands' },
  yi: { write: 'yi(│)', zh: '以亿计', en: 'in hundred millions' },
  round: { write: 'round(│, 1)', zh: '保留几位小数', en: 'rounded to so many digits' },
  share: { write: 'share(│, )', zh: '占比（%）', en: 'share, in %' },
  ratio: { write: 'ratio(│, , 1, "")', zh: '两数之比', en: 'one per another' },
  rough: { write: 'rough("│", 1000)', zh: '概数，如 4000多', en: 'an approximate number' },
  figure: { write: 'figure("│", {"from": "", "to": ""})', zh: '某单位、某区域、某时段的数', en: 'of a unit, a place or a period' },
  leaders: { write: 'leaders("│", "", 3)', zh: '名列前茅的单位', en: 'the leading units of a class' },
  praise: {
    write: 'praise("│", "", 3)',
    zh: '点名表扬：达到最低数量、名列前茅的单位',
    en: 'praise by name: the best with the minimum volume',
  },
  below: { write: 'below("│", "", 1)', zh: '不足某数的单位有多少', en: 'how many units have less' },
  part: { write: 'part(│, )', zh: '不点名：少部分、个别……', en: 'what part it is, as a word' },
  units: { write: 'units("│")', zh: '某类单位有多少', en: 'how many units of a class' },
  started: { write: 'started("│")', zh: '到通报当天已启动的单位数', en: 'units that have started by the day of the bulletin' },
  owing: { write: 'owing("│")', zh: '有此任务的单位（人）数', en: 'how many owe a quota' },
  met: { write: 'met("│")', zh: '已完成任务的单位（人）数', en: 'how many have met a quota' },
  on_course: { write: 'on_course("│")', zh: '未完成而进度正常的单位（人）数', en: 'how many are on course with a quota' },
  behind: { write: 'behind("│")', zh: '落后于进度的单位（人）数', en: 'how many are behind with a quota' },
  not_started: {
    write: 'not_started("│")',
    zh: '到通报当天尚未启动的单位数',
    en: 'units that have not started by the day of the bulletin',
  },
}

let offered: readonly Choice[] | null = null

const functions = (): readonly Choice[] => (offered ??= functionChoices())

const functionChoices = (): readonly Choice[] => {
  const calls = Map.groupBy(callsOf(nothingYet()), (c) => c.name)
  return [...calls].map(([name, ways]) => {
    const signatures = ways.map((w) => w.signature).join('\n')
    return choice(name, 'function', {
      insert: functionWords[name]?.write ?? `${name}(│)`,
      title: functionWords[name] ?? null,
      about: { zh: signatures, en: signatures },
    })
  })
}

const directiveWords: Readonly<Record<string, Text & { readonly write: string }>> = {
  ranking: { write: 'ranking indicator=│ class=', zh: '同类单位排名', en: 'a ranking within a class' },
  table: { write: 'table by=indicator indicators=│', zh: '数字表', en: 'a table of figures' },
  quotas: { write: 'quotas quotas=│', zh: '任务完成情况表', en: 'a table of how far quotas are met' },
  behind: { write: 'behind quota=│ class=', zh: '落后于进度的有多少', en: 'how many are behind with a quota' },
  'not-started': { write: 'not-started class=│', zh: '尚未启动的单位', en: 'units that have not started' },
  signed: { write: 'signed by="│" on=', zh: '落款', en: 'who signs, and when' },
}

const inDirective = (line: string, start: number, outline: Outline): Choices | null => {
  const [, lead = '', name = '', rest] = /^(\s*:::+\s*)([a-z-]*)(\s.*)?$/.exec(line) ?? []
  const known = wordsOfDirectives()
  if (rest === undefined)
    return {
      from: start + lead.length,
      choices: Object.keys(known).map((d) =>
        choice(d, 'function', { insert: directiveWords[d]?.write ?? `${d} `, title: directiveWords[d] ?? null }),
      ),
    }
  const word = /\S*$/.exec(rest)?.[0] ?? ''
  const [given = '', value] = word.split('=', 2)
  const from = start + line.length
  if (value === undefined)
    return {
      from: from - word.length,
      choices: (known[name] ?? []).map((w) =>
        choice(w, 'key', { insert: w === 'named' || w === 'pending' || w === 'total' ? w : `${w}=` }),
      ),
    }
  const last = value.split(',').at(-1) ?? ''
  const choices =
    given === 'class'
      ? items(outline.classes, 'word')
      : /^indicators?$/.test(given)
        ? items(outline.indicators, 'indicator')
        : given === 'phase'
          ? items(outline.phases, 'word')
          : /^quotas?$/.test(given)
            ? items(outline.quotas, 'word')
            : given === 'by'
              ? (byWords[name] ?? [])
              : []
  return choices.length === 0 ? null : { from: from - last.length, choices }
}

const byWords: Readonly<Record<string, readonly Choice[]>> = {
  table: ['indicator', 'class', 'org', 'month', 'phase'].map((word) => choice(word, 'word')),
  quotas: ['quota', 'class', 'org'].map((word) => choice(word, 'word')),
  'not-started': [choice('deadline', 'word', { title: { zh: '方案规定的启动日期', en: 'the day that the scheme sets' } })],
}
