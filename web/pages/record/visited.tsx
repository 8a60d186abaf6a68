import { HistoryOutlined, WarningOutlined } from '@ant-design/icons'
import type { Forewarning } from '#command/care-views.ts'
import { isDay } from '#kit/day.ts'
import type { CampaignId, RecordId } from '#kit/id.ts'
import type { Content } from '#record/shape.ts'
import { useRead } from '#web/api/hooks.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

type Props = { readonly campaign: CampaignId; readonly content: Content; readonly record?: RecordId | undefined }

/** Before one visit too many: how often these were visited already, by how many, for how many campaigns. Says nothing of those nobody came to. */
export const Visited = ({ campaign, content, record }: Props) => {
  const { day, org, place, subjects } = content
  const asked = useRead(
    'record.forewarn',
    { campaign, day, org, place: place ?? undefined, subjects: subjects.length === 0 ? undefined : subjects.join(','), record },
    { enabled: isDay(day), keep: true },
  )
  const told = (asked.data ?? []).filter((f) => f.of !== 'subject' || subjects.some((s) => s === f.id))
  if (told.length === 0) return null
  return (
    <ul className={look.visited} role="status">
      {told.map((one) => (
        <Line key={`${one.of} ${one.id}`} one={one} />
      ))}
    </ul>
  )
}

const Line = ({ one }: { readonly one: Forewarning }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const { language } = usePreferences()
  const { name, times, orgs, campaigns, last, every, over, of } = one
  return (
    <li className={over === null ? look.visitedLine : look.visitedOver}>
      {over === null ? <HistoryOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
      <span>
        {w(of === 'org' ? 'askedAlready' : 'visitedAlready', { name, times, orgs, campaigns, turn: w(`turn_${every}`) })}
        {last !== null && w('visitedLast', { day: sayDay(last, language) })}
        {over !== null && <b>{over.says === null ? w('visitedOver', { n: over.atMost, turn: w(`turn_${every}`) }) : say(over.says)}</b>}
      </span>
    </li>
  )
}
