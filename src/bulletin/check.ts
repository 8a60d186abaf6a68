import { Fault } from '#kit/fault.ts'
import { type Mistake, sortMistakes } from '#scheme/mistake.ts'
import type { Checked, CheckedBlock, CheckedRun } from './checked.ts'
import { readDirective } from './directive.ts'
import { type Reader, reader } from './expression.ts'
import { type Mistakes, mistake } from './mistake.ts'
import { type Part, type Piece, type Template, parseTemplate } from './template.ts'
import { longest } from './scan.ts'
import type { World } from './world.ts'

const mostFigures = 2000

/** Every mistake of a template at once, in the order of the file; or the template, ready to be filled. */
export const check = (source: string, world: World): { readonly checked: Checked; readonly mistakes: readonly Mistake[] } => {
  const mistakes: Mistakes = []
  const template = parseTemplate(source, mistakes)
  const read = reader(world, template.language)
  const blocks = template.parts.flatMap((part) => blocksOf(part, template, world, read, mistakes))
  if (blocks.reduce((n, b) => n + figuresIn(b), 0) > mostFigures) mistake(mistakes, 'large', { line: 1, column: 1 }, String(mostFigures))
  return { checked: { language: template.language, blocks }, mistakes: sortMistakes(mistakes) }
}

/** @throws Fault 422.5 with every mistake */
export const checkedOrFault = (source: string, world: World): Checked => {
  const { checked, mistakes } = check(source, world)
  if (mistakes.length > 0) throw new Fault('422.5', { count: mistakes.length, mistakes })
  return checked
}

const blocksOf = (part: Part, template: Template, world: World, read: Reader, mistakes: Mistakes): readonly CheckedBlock[] => {
  const runs = (pieces: readonly Piece[]) => pieces.flatMap((piece) => runOf(piece, template, read, mistakes))
  switch (part.is) {
    case 'directive': {
      const directive = template.directives[part.directive]
      return directive ? readDirective(directive, world, template.language, mistakes) : []
    }
    case 'table':
      return [{ is: 'table', caption: '', head: part.head.map(runs), rows: part.rows.map((row) => row.map(runs)) }]
    case 'item':
      return [{ is: 'item', runs: runs(part.pieces), marker: part.marker, depth: part.depth }]
    case 'title':
    case 'heading':
    case 'subheading':
    case 'minor':
    case 'paragraph':
    case 'signature':
      return [{ is: part.is, runs: runs(part.pieces) }]
  }
}

const runOf = (piece: Piece, { slots }: Template, read: Reader, mistakes: Mistakes): readonly CheckedRun[] => {
  if (piece.is === 'words') return [piece]
  const slot = slots[piece.slot]
  const fig = slot && slot.source.length <= longest ? read(slot, mistakes) : null
  return slot && fig ? [{ is: 'figure', fig, source: slot.source, strong: piece.strong }] : []
}

const figuresIn = (block: CheckedBlock): number => {
  if (block.is === 'ranking') return Math.min(block.entries.length, block.top ?? block.entries.length)
  if (block.is === 'table') return [block.head, ...block.rows].flat(2).filter((r) => r.is === 'figure').length
  return block.runs.filter((r) => r.is === 'figure').length
}
