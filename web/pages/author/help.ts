import { type Completion, type CompletionContext, type CompletionResult, autocompletion, startCompletion } from '@codemirror/autocomplete'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { type Extension, type EditorState, type Text, type TransactionSpec } from '@codemirror/state'
import { type EditorView, hoverTooltip } from '@codemirror/view'
import { completeTemplate } from '#bulletin/assist.ts'
import type { FileMistake } from '#bulletin/sound.ts'
import { type Language, say } from '#kit/text.ts'
import { type Choice, complete } from '#scheme/assist/complete.ts'
import { explain } from '#scheme/assist/hover.ts'
import { type Outline, outlineOf } from '#scheme/assist/outline.ts'

/* What the quiet rooms know of the language, in the editor's own terms. */

/** Where the scheme is read from while this file is edited: its own text, or the scheme beside the template. */
export type Desk = { readonly template: boolean; readonly language: Language; readonly scheme: () => string }

const kinds: Readonly<Record<Choice['is'], string>> = {
  key: 'property',
  word: 'enum',
  field: 'variable',
  indicator: 'constant',
  name: 'variable',
  function: 'function',
}

/** Puts a choice in, and the cursor where its │ stands. */
const put = (insert: string) => (view: EditorView, _completion: Completion, from: number, to: number) => {
  const at = insert.indexOf('│')
  const text = insert.replace('│', '')
  const end = from + (at < 0 ? text.length : at)
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: end }, userEvent: 'input.complete', scrollIntoView: true })
  // what comes next is often one of a few words
  if (at >= 0 || /[\s.]$/.test(text)) startCompletion(view)
}

const shown = (choice: Choice, language: Language): Completion => {
  const title = choice.title === null ? '' : say(choice.title, language)
  const about = choice.about === null ? '' : say(choice.about, language)
  const detail = title === '' ? (about.split('\n')[0] ?? '').slice(0, 60) : title
  return {
    label: choice.word,
    type: kinds[choice.is],
    apply: put(choice.insert),
    boost: choice.needed ? 2 : choice.is === 'function' ? -1 : 0,
    ...(detail === '' ? {} : { detail }),
    ...(about === '' || about === detail ? {} : { info: about }),
  }
}

export const helpFor = ({ template, language, scheme }: Desk): Extension => {
  let last: Outline | null = null
  const outline = (state: EditorState, offset: number): Outline => {
    last = template ? outlineOf(scheme(), 0, last) : outlineOf(state.doc.toString(), offset, last)
    return last
  }
  const source = (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString()
    const known = outline(context.state, context.pos)
    const found = template ? completeTemplate(text, context.pos, known) : complete(text, context.pos, known)
    if (found === null || (!context.explicit && !isWished(text, context.pos, found.from, context.view))) return null
    return { from: found.from, options: found.choices.map((c) => shown(c, language)), validFor: /^[\w\u3400-\u9fff-]*$/ }
  }
  const hover = hoverTooltip((view, pos) => {
    const found = template ? null : explain(view.state.doc.toString(), pos, outline(view.state, pos))
    if (found === null) return null
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: note(found.word, say(found.says, language)) }) }
  })
  return [autocompletion({ override: [source], activateOnTypingDelay: 150, icons: false }), hover]
}

/** Whether somebody who types on may want to choose: a word is begun, or a sign was written behind which one of a few must stand. */
const isWished = (text: string, pos: number, from: number, view: EditorView | undefined): boolean =>
  view?.hasFocus !== false && (from < pos || /(?:[.{"([=]|[:,{=[-] )$/.test(text.slice(Math.max(0, pos - 2), pos)))

const note = (word: string, says: string): HTMLElement => {
  const dom = document.createElement('div')
  dom.className = 'cm-completionInfo'
  const head = dom.appendChild(document.createElement('strong'))
  head.textContent = word
  dom.append(`  ${says}`)
  return dom
}

/** Something told of a file: where, how bad, and a sentence. */
export type Told = Pick<FileMistake, 'line' | 'column' | 'code'> & { readonly severity: 'error' | 'warning'; readonly says: string }

/** What is told of a file at its places in this text; what lies outside of it stands at its end. */
export const toldIn = (doc: Text, told: readonly Told[]): readonly Diagnostic[] =>
  told.map((m) => {
    const line = doc.line(Math.min(Math.max(1, m.line), doc.lines))
    const from = Math.min(line.from + Math.max(0, m.column - 1), line.to)
    const word = /^(?:[\w\u3400-\u9fff.-]+|\S)/.exec(line.text.slice(from - line.from))?.[0].length ?? 0
    return { from, to: Math.max(from + word, Math.min(from + 1, line.to)), severity: m.severity, source: m.code, message: m.says }
  })

export const withMistakes = (state: EditorState, found: readonly Diagnostic[]): TransactionSpec => setDiagnostics(state, found)
