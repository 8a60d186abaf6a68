import { orgKinds, placeKinds, subjectKinds } from '#scheme/kind.ts'
import { useSay } from '#web/say/words.ts'

const known = new Map([...subjectKinds, ...placeKinds, ...orgKinds].map((kind) => [kind.key, kind.title]))

/** A kind of org, place or subject as people call it; a tenant's own kind is its own name. */
export const useKindTitle = () => {
  const say = useSay()
  return (key: string): string => say(known.get(key) ?? { zh: key })
}
