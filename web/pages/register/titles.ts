import { kindOf, subjectKinds } from '#scheme/kind.ts'
import { useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { useSay } from '#web/say/words.ts'
import { useKindTitle } from './kinds.ts'

/** Kinds and tags as the campaign titles them; the register's own word where it does not. */
export const useTitles = () => {
  const say = useSay()
  const { campaign } = useScope()
  const scheme = useScheme(campaign?.id ?? null).data?.compiled?.scheme
  const kinds = (scheme?.subjects ?? []).map((s) => ({ value: s.key, label: say(s.title) }))
  const tags = (scheme?.tags ?? []).map((t) => ({ value: t.key, label: say(t.title) }))
  const kindTitle = useKindTitle()
  const titleOf = (list: typeof kinds, key: string) => list.find((o) => o.value === key)?.label
  // The register and the scheme may each have their own word for one kind.
  const same = (key: string) => kinds.find((o) => kindOf(subjectKinds, o.value) === kindOf(subjectKinds, key))?.label
  return { kinds, tags, kind: (key: string) => same(key) ?? kindTitle(key), tag: (key: string) => titleOf(tags, key) ?? key }
}
