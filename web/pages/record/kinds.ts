import type { Sort } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { useSay } from '#web/say/words.ts'

export type Kinds = readonly { readonly key: string; readonly title: string; readonly zh: string }[]

/** The campaign's kinds with their titles in the reader's language. */
export const useKinds = (sort: Sort | null, compiled: Compiled | null): Kinds => {
  const say = useSay()
  if (compiled === null) return []
  const forms = [...(sort === 'matter' ? [] : compiled.activities.values()), ...(sort === 'activity' ? [] : compiled.matters.values())]
  return forms.map((form) => ({ key: form.kind, title: say(form.form.title), zh: form.form.title.zh }))
}

/** What a record says in a list; one without words of its own is called, in the reader's language, by its kind. */
export const gistSaid = (kinds: Kinds, { kind, gist }: { readonly kind: string; readonly gist: string }): string =>
  gist === '' || gist === kinds.find((k) => k.key === kind)?.zh ? kindTitle(kinds, kind) : gist

export const kindTitle = (kinds: Kinds, kind: string): string => kinds.find((k) => k.key === kind)?.title ?? kind
