import { asked, freeNames, walk } from '../cel.ts'
import type { Seen } from '../compile.ts'
import { resolve } from '../resolve.ts'
import { closingDay, eventName } from '../stand.ts'
import type { Ground } from './ground.ts'

/* What is counted when matters are raised and again when they are closed. */

/** The events that an indicator’s expression may be of; null for other expressions and where a field is so called. */
export const eventsAt = ({ scheme }: Ground, { path, forms }: Seen): readonly string[] | null => {
  if (path[0] !== 'indicators' || forms.some((f) => f.sort !== 'matter' || f.fields.some((x) => x.key === eventName))) return null
  const sources = resolve(scheme, String(path[1]))?.sources ?? []
  return [...new Set(sources.flatMap((s) => (s.sort === 'matter' ? [s.event] : [])))]
}

/** As the matter stands, not as it stood when the fact came about: true of the raised fact, too, once the matter is closed. */
const asItStands = ['closed', 'outcome', closingDay]

export const checkEvents = (ground: Ground, seen: Seen): void => {
  if ((eventsAt(ground, seen)?.length ?? 0) < 2) return
  const names = [...freeNames(seen.ast), ...[...walk(seen.ast)].flatMap((n) => ({ name: asked(n) ?? '', at: n.start }))]
  const found = names.find((n) => asItStands.includes(n.name))
  if (found === undefined || names.some((n) => n.name === eventName)) return
  ground.tell(
    seen.path,
    'value',
    'S376',
    {
      zh: `此指标既数提出也数办结，“${found.name}”说的是事项现在怎样：办结后，提出的那一笔也成立`,
      en: `This counts what is raised and what is closed, and “${found.name}” says how the matter stands now: once it is closed, of the raised fact, too`,
    },
    { zh: 'event == "closed"（或 "raised"）：这一笔是什么事', en: 'event == "closed" (or "raised"): which of the two the fact is of' },
    found.at,
  )
}
