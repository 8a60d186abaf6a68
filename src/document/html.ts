import type { Block, Cell, Derivation, Run } from '#bulletin/shape.ts'
import { type Language, say } from '#kit/text.ts'
import { style } from './html-style.ts'
import type { Printable } from './printable.ts'
import { escapeXml } from './xml.ts'

/**
 * A page that needs nothing else: no script, no font, no image from elsewhere. Every figure is a link to its derivation
 * at the end, which says in data attributes what to ask for its records. The derivations are not printed.
 */
export const htmlOf = (bulletin: Printable): string => {
  const { document, derivations, title, moment, seal } = bulletin
  const lang = document.language === 'zh' ? 'zh-CN' : 'en'
  const words = labels[document.language]
  const sealed =
    moment === null
      ? ''
      : `<p class="seal">${words.sealed} <time datetime="${moment}">${moment}</time><br>SHA-256 <code>${escapeXml(seal ?? '')}</code></p>`
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
<article>
${blocksOf(document.blocks)}
</article>
<section class="derivations">
<h2>${words.heading}</h2>
${sealed}
<ol>
${derivations.map((d) => derivationOf(d, moment, document.language)).join('\n')}
</ol>
</section>
</body>
</html>
`
}

const labels = {
  zh: { heading: '数字来历', sealed: '封存于', facts: '条事实', formula: '算式', period: '期间', pending: '待审' },
  en: {
    heading: 'How each figure came about',
    sealed: 'Sealed at',
    facts: 'facts',
    formula: 'expression',
    period: 'period',
    pending: 'pending',
  },
} as const

const blocksOf = (blocks: readonly Block[]): string => blocks.map(blockOf).join('\n')

const tags = { title: 'h1', heading: 'h2', subheading: 'h3', minor: 'h4', paragraph: 'p', signature: 'p' } as const

const blockOf = (block: Block): string => {
  switch (block.is) {
    case 'table':
      return `<table>${block.caption === '' ? '' : `<caption>${escapeXml(block.caption)}</caption>`}<thead>${rowOf(block.head, 'th')}</thead><tbody>${block.rows.map((row) => rowOf(row, 'td')).join('')}</tbody></table>`
    case 'item':
      return `<p class="item" style="margin-left:${block.depth * 2}em">${escapeXml(block.marker)} ${runsOf(block.runs)}</p>`
    case 'title':
    case 'heading':
    case 'subheading':
    case 'minor':
    case 'paragraph':
    case 'signature':
      return `<${tags[block.is]}${block.is === 'signature' ? ' class="signature"' : ''}>${runsOf(block.runs)}</${tags[block.is]}>`
  }
}

const rowOf = (cells: readonly Cell[], tag: 'th' | 'td'): string => `<tr>${cells.map((c) => `<${tag}>${runsOf(c)}</${tag}>`).join('')}</tr>`

const runsOf = (runs: readonly Run[]): string => runs.map(runOf).join('')

const runOf = (run: Run): string => {
  const text = escapeXml(run.text).replaceAll('\n', '<br>')
  const inner = run.is === 'figure' ? `<a class="figure" href="#figure-${run.figure}" data-figure="${run.figure}">${text}</a>` : text
  return run.strong ? `<strong>${inner}</strong>` : inner
}

const derivationOf = (d: Derivation, moment: string | null, language: Language): string => {
  const words = labels[language]
  const data = {
    campaign: d.campaign,
    indicator: d.indicator,
    org: d.org,
    place: d.place,
    from: d.from,
    to: d.to,
    'as-of': moment,
    measure: d.measure,
    value: d.value,
  }
  const attributes = Object.entries(data).flatMap(([k, v]) => (v === null || v === '' ? [] : [` data-${k}="${escapeXml(v)}"`]))
  const period = d.from === null && d.to === null ? '' : ` · ${words.period} ${d.from ?? ''}–${d.to ?? ''}`
  return `<li id="figure-${d.number}" value="${d.number}"${attributes.join('')}><b>${escapeXml(d.printed)}</b> ${escapeXml(say(d.title, language))}${period} · ${d.facts} ${words.facts} · ${words.formula} <code>${escapeXml(d.source)}</code></li>`
}
