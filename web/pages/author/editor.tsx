import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from '@codemirror/commands'
import { markdownLanguage } from '@codemirror/lang-markdown'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Language } from '#kit/text.ts'
import { usePreferences } from '#web/say/preferences.ts'
import look from './author.module.css'
import { colours } from './colours.ts'
import { type Told, helpFor, toldIn, withMistakes } from './help.ts'
import { phrases } from './phrases.ts'

/** Puts the cursor at a line and column (both from 1) and shows it. */
export type Editing = { readonly go: (line: number, column: number) => void }

type Props = {
  readonly ref: Ref<Editing>
  /** The file: a scheme ends in .yaml, everything else is a template. */
  readonly name: string
  readonly text: string
  /** What the editor gave to be kept the last time: its history. */
  readonly undo: unknown
  readonly onChange: (text: string, undo: unknown) => void
  /** Mistakes and warnings of exactly this text. */
  readonly told: readonly Told[]
  /** The scheme's text, for a template that speaks of it. */
  readonly scheme: () => string
  readonly label: string
  /** The id of what says how to leave it by keyboard. */
  readonly about: string
}

const fields = { history: historyField }
const isScheme = (name: string): boolean => /\.ya?ml$/i.test(name)

const extensions = ({ name, scheme, label, about }: Props, language: Language, changed: (state: EditorState) => void): Extension => [
  EditorState.phrases.of(phrases[language]),
  lineNumbers(),
  foldGutter(),
  lintGutter(),
  highlightSpecialChars(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  drawSelection(),
  history(),
  indentUnit.of('  '),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  isScheme(name) ? yaml() : markdownLanguage,
  isScheme(name) ? [] : EditorView.lineWrapping,
  colours,
  helpFor({ template: !isScheme(name), language, scheme }),
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...foldKeymap,
    ...lintKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': about }),
  EditorView.updateListener.of((update) => update.docChanged && changed(update.state)),
]

/** The state with what could be undone before, when it still fits the text. */
const stateOf = (text: string, undo: unknown, given: Extension): EditorState => {
  if (undo !== undefined && undo !== null) {
    try {
      return EditorState.fromJSON(
        { doc: text, selection: { ranges: [{ anchor: 0, head: 0 }], main: 0 }, history: undo },
        { extensions: given },
        fields,
      )
    } catch {
      // a history of another edition of the editor: begin without
    }
  }
  return EditorState.create({ doc: text, extensions: given })
}

/** CodeMirror over one file; what stands in it is the editor's from then on, so a text from elsewhere needs an editor of its own. Tab indents; Escape and then Tab leaves it, as its description says. */
export const Editor = (props: Props) => {
  const { language } = usePreferences()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const given = extensions(latest.current, language, (state) => {
      const kept: { history?: unknown } = state.toJSON(fields)
      latest.current.onChange(state.doc.toString(), kept.history)
    })
    const made = new EditorView({ parent: host.current ?? document.body, state: stateOf(latest.current.text, latest.current.undo, given) })
    view.current = made
    return () => made.destroy()
  }, [language])
  const { told } = props
  useEffect(() => {
    const at = view.current
    if (at !== null) at.dispatch(withMistakes(at.state, toldIn(at.state.doc, told)))
  }, [told, language])
  const { ref } = props
  useImperativeHandle(ref, () => ({ go: (line, column) => go(view.current, line, column) }), [])
  return <div ref={host} className={look.editor} />
}

const go = (view: EditorView | null, line: number, column: number): void => {
  if (view === null) return
  const at = view.state.doc.line(Math.min(line, view.state.doc.lines))
  const anchor = Math.min(at.from + column - 1, at.to)
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
  view.focus()
}
