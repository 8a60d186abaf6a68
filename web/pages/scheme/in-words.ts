import type { Language } from '#kit/text.ts'

/** What identifiers and text literals of an expression are called by people. */
export type Dictionary = {
  readonly names: ReadonlyMap<string, string>
  readonly literals: ReadonlyMap<string, string>
  /** Names of texts: their size is a number of characters. */
  readonly texts: ReadonlySet<string>
}

const operators: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '&&': { zh: '且', en: 'and' },
  '||': { zh: '或', en: 'or' },
  '!': { zh: '非', en: 'not' },
  '==': { zh: '为', en: 'is' },
  '!=': { zh: '不为', en: 'is not' },
  '>=': { zh: '≥', en: '≥' },
  '<=': { zh: '≤', en: '≤' },
  '>': { zh: '>', en: '>' },
  '<': { zh: '<', en: '<' },
  in: { zh: '属于', en: 'in' },
  '∋': { zh: '含', en: 'include' },
  '*': { zh: '×', en: '×' },
  '/': { zh: '÷', en: '÷' },
  '+': { zh: '+', en: '+' },
  '-': { zh: '−', en: '−' },
  '(': { zh: '（', en: '(' },
  ')': { zh: '）', en: ')' },
  '[': { zh: '', en: '' },
  ']': { zh: '', en: '' },
  ',': { zh: '、', en: ', ' },
}

const token =
  /size\([\w.]+\)|has\([\w.]+\)|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_][\w.]*|\d+(?:\.\d+)?|&&|\|\||==|!=|>=|<=|∋|[()[\],*/+\-<>!]/g

/** The same said shorter: a number of, one that is among them, one of several. */
const plainer = (written: string): string =>
  written
    .replace(/\b([\w.]+)\.size\(\)/g, 'size($1)')
    .replace(/(\[[^\][]*\])\.exists\((\w+), ?\2 == ([\w.]+)\)/g, '$3 in $1')
    .replace(/("[^"\\]*"|'[^'\\]*') in ([A-Za-z_][\w.]*)/g, '$2 ∋ $1')

/** `funds * 10000 / helped_people` → 落实帮扶资金 × 10000 ÷ 帮扶困难群众; null where words would mislead. */
export const inWords = (written: string, dictionary: Dictionary, language: Language): string | null => {
  const source = plainer(written)
  const tokens = source.match(token) ?? []
  if (tokens.join('').replace(/\s/g, '') !== source.replace(/\s/g, '') || source.includes('?')) return null
  const words: string[] = []
  for (const [i, t] of tokens.entries()) {
    const said = tokens[i + 1] === '(' && /^\w/.test(t) && t !== 'in' ? null : wordOf(t, dictionary, language)
    if (said === null) return null
    words.push(said)
  }
  return words
    .join(' ')
    .replace(/([(（]) /g, '$1')
    .replace(/ ([)）])/g, '$1')
    .replace(/ 、 ?/g, '、')
    .replace(/ , /g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}”）]) (?=[\p{Script=Han}“（])/gu, '')
    .trim()
}

/** As it is written, with what things are called in place of their keys; what stands in quotation marks is called by its title, too. */
export const named = (source: string, { names, literals }: Dictionary): string =>
  source.replace(/"[^"]*"|'[^']*'|[A-Za-z_]\w*/g, (t) => (/^["']/.test(t) ? (literals.get(t.slice(1, -1)) ?? t) : (names.get(t) ?? t)))

const wordOf = (t: string, dictionary: Dictionary, language: Language): string | null => {
  const { names, literals, texts } = dictionary
  const operator = Object.hasOwn(operators, t) ? operators[t] : undefined
  if (operator !== undefined) return operator[language]
  if (/^["']/.test(t)) return `“${literals.get(t.slice(1, -1)) ?? t.slice(1, -1)}”`
  if (/^\d/.test(t)) return t
  const call = /^(size|has)\((?:it\.)?([\w.]+)\)$/.exec(t)
  if (call !== null) {
    const name = names.get(call[2] ?? '')
    if (name === undefined) return null
    if (call[1] === 'has') return language === 'en' ? `${name} is filled in` : `已填${name}`
    if (texts.has(call[2] ?? '')) return language === 'en' ? `length of ${name}` : `${name}的字数`
    return language === 'en' ? `number of ${name}` : `${name}数`
  }
  if (t === 'true' || t === 'false') return { zh: t === 'true' ? '是' : '否', en: t === 'true' ? 'yes' : 'no' }[language]
  return names.get(t.replace(/^it\./, '')) ?? null
}
