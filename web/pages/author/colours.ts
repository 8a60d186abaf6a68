import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/* The editor in our palette; each ink holds ≥ 4.5:1 on its paper. */

const inks = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--dai)' },
  { tag: tags.comment, color: '#656a5c', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: '#7a4a12' },
  { tag: [tags.number, tags.bool, tags.keyword, tags.labelName], color: '#8c2b1f' },
  { tag: [tags.heading], color: 'var(--dai)', fontWeight: '600' },
  { tag: [tags.strong], fontWeight: '700' },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.processingInstruction], color: '#656a5c' },
])

const mono = 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace'

const dress = EditorView.theme({
  '&': { height: '100%', fontSize: 'calc(var(--size) * 0.95)', background: '#fbf9f3', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--dai)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: mono, lineHeight: '1.65' },
  '.cm-gutters': { background: '#f4f0e5', color: '#767058', border: 'none' },
  '.cm-activeLine': { background: '#f3eedf80' },
  '.cm-activeLineGutter': { background: '#e9e3d1' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: '#cfe1dd' },
  '.cm-tooltip': {
    background: 'var(--sheet)',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    boxShadow: '0 8px 28px rgb(60 50 30 / 14%)',
    maxWidth: 'min(460px, 92vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: mono, maxHeight: '16em', maxWidth: 'min(520px, 92vw)' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--dai) !important', color: '#fff !important' },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'var(--sans)', color: 'var(--soft-ink)', marginLeft: '0.8em' },
  'li[aria-selected] .cm-completionDetail': { color: '#e4eeec' },
  '.cm-completionInfo': { padding: '8px 12px', fontFamily: 'var(--sans)', whiteSpace: 'pre-line' },
  '.cm-diagnostic': { borderLeft: '4px solid var(--cinnabar)', padding: '6px 10px', fontFamily: 'var(--sans)' },
  '.cm-collapsedLines': { background: '#f4f0e5', color: 'var(--soft-ink)' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"⋯"', marginInlineEnd: '7px', marginInlineStart: '7px' },
  '.cm-panels': { background: '#f4f0e5', color: 'var(--ink)', borderColor: 'var(--line)' },
})

export const colours = [dress, syntaxHighlighting(inks)]
