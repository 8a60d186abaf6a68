import { type ParagraphChild, TextRun } from 'docx'
import type { Run } from '#bulletin/shape.ts'

// “ ” … — · stand in Chinese and in Latin faces; without the hint Word takes the narrow Latin ones.
const chinese = { font: { hint: 'eastAsia' } }

/** A figure is words here; where it comes from is asked of Zoufang. A hard line break stays one. */
export const textOf = ({ text, strong }: Run): ParagraphChild[] =>
  text
    .split('\n')
    .map((bit, i) => new TextRun({ text: bit, ...chinese, ...(i > 0 ? { break: 1 } : {}), ...(strong ? { bold: true } : {}) }))
