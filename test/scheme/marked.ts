/*
 * Broken schemes with the exact place and code of every mistake they hold. `«` in a source marks where the n-th mistake is
 * reported; the mark itself is taken out.
 */

export type BrokenScheme = { readonly says: string; readonly source: string; readonly mistakes: readonly string[] }

export const head = `scheme: try-it
title: 试
window: { from: 2012-02-20, to: 2012-12-31 }
`
export const visit = `activities:
  visit:
    title: 走访
    to: [户]
    fields:
      - { key: days, title: 天数, type: integer, unit: 天 }
      - { key: funds, title: 资金, type: money, unit: 万元 }
      - { key: cards, title: 卡, type: integer, unit: 张 }
      - { key: way, title: 方式, type: choice, options: [{ key: a, title: 甲 }, { key: b, title: 乙 }] }
subjects: [{ key: 户, title: 户, unit: 户 }]
`
export const matter = `matters:
  problem:
    title: 问题
    outcomes: [{ key: solved, title: 已解决, solved: true }]
`

/** The codes in order; their places are the marks. */
export const marked = (says: string, codes: string, text: string): BrokenScheme => {
  const places: string[] = []
  let source = ''
  let [line, column] = [1, 1]
  for (const c of text) {
    if (c === '«') {
      places.push(`${line}:${column}`)
      continue
    }
    source += c
    ;[line, column] = c === '\n' ? [line + 1, 1] : [line, column + c.length]
  }
  const list = codes.split(' ')
  return { says, source, mistakes: list.map((code, i) => `${places[i] ?? '1:1'} ${code}`) }
}

/** One more activity of one field. */
export const form = (fields: string, rest = ''): string =>
  `${head}activities:\n  visit:\n    title: 走访\n${rest}    fields:\n${fields}\nindicators: {}\n`
export const counted = (indicators: string, rest = ''): string => `${head}${visit}${matter}indicators:\n${indicators}\n${rest}`
