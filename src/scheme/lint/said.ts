import type { Text } from '#kit/text.ts'
import type { ActivityKind, MatterKind, Scheme } from '../shape.ts'
import type { Path } from '../source.ts'

/* Everything a scheme says to people in words, with where it says it. The linter reads it for what a notice demands. */

export type Said = {
  readonly path: Path
  readonly text: Text
  /** What kind of thing says so: a field asks, an indicator counts, a quota demands, a rule forbids, a form is filled in. */
  readonly by: 'field' | 'option' | 'rule' | 'form' | 'indicator' | 'quota'
  /** It stands for something people must do, rather than may. */
  readonly must: boolean
}

type FormAt = { readonly path: Path; readonly form: ActivityKind | MatterKind }

/** Every form with where it stands. */
export const formsIn = (scheme: Scheme): readonly FormAt[] => [
  ...Object.entries(scheme.activities).map(([kind, form]): FormAt => ({ path: ['activities', kind], form })),
  ...Object.entries(scheme.matters).map(([kind, form]): FormAt => ({ path: ['matters', kind], form })),
]

export const saidIn = (scheme: Scheme): readonly Said[] => [
  ...formsIn(scheme).flatMap(({ path, form }): readonly Said[] => [
    { path: [...path, 'title'], text: form.title, by: 'form', must: true },
    ...form.fields.flatMap((f, i): readonly Said[] => {
      const at = [...path, 'fields', i]
      return [
        { path: [...at, 'title'], text: f.title, by: 'field', must: f.required },
        ...(f.hint === undefined ? [] : [{ path: [...at, 'hint'], text: f.hint, by: 'field' as const, must: f.required }]),
        ...(f.options ?? []).map((o, n): Said => ({ path: [...at, 'options', n, 'title'], text: o.title, by: 'option', must: false })),
      ]
    }),
    ...form.rules.map((r, i): Said => ({ path: [...path, 'rules', i, 'says'], text: r.says, by: 'rule', must: r.otherwise === 'block' })),
  ]),
  ...Object.entries(scheme.indicators).map(
    ([key, i]): Said => ({ path: ['indicators', key, 'title'], text: i.title, by: 'indicator', must: i.headline }),
  ),
  ...Object.entries(scheme.quotas).map(([key, q]): Said => ({ path: ['quotas', key, 'title'], text: q.title, by: 'quota', must: !q.soft })),
]

/** A text in both languages. */
export const both = ({ zh, en }: Text): { readonly zh: string; readonly en: string } => ({ zh, en: en ?? zh })

/** “不得打卡” demands no check-in. The clause before the word is looked at. */
const denied = /(不得|不要|不必|不用|无需|无须|禁止|严禁|不再|取消|杜绝|减少|避免|no|not|never|without|avoid)[^，。；,.;]{0,12}$/i

/** The word that a text demands; null when there is none, or only a forbidden one. */
export const demanded = ({ zh, en }: Text, pattern: RegExp): string | null => {
  for (const text of en === undefined ? [zh] : [zh, en]) {
    const found = pattern.exec(text)
    if (found !== null && !denied.test(text.slice(0, found.index))) return found[0]
  }
  return null
}
