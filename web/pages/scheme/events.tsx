import { NotificationOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Announcement } from '#command/phase-views.ts'
import type { Scheme } from '#scheme/shape.ts'
import { type Announced, eventDays } from '#scheme/moments.ts'
import { useHolds } from '#web/api/scope.ts'
import { Section } from '#web/parts/frame.tsx'
import { sayDay, sayMoment } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { AnnounceDialog } from './announce.tsx'
import type { PartProps } from './part.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** The newest announcement of each event. */
export const announcedIn = (announcements: readonly Announcement[]): Announced => {
  const newest = new Map<string, string | null>()
  for (const { event, day } of announcements) if (!newest.has(event)) newest.set(event, day)
  return new Map([...newest].flatMap(([event, day]): [string, string][] => (day === null ? [] : [[event, day]])))
}

/** Events that phases and quotas wait for: their days, who announced them, and the way to announce one. */
export const Events = ({ opened, compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const [asking, setAsking] = useState<string | null>(null)
  const { scheme } = compiled
  const { announcements } = opened.view
  const announced = announcedIn(announcements)
  const event = scheme.events.find((e) => e.key === asking)
  if (scheme.events.length === 0) return null
  return (
    <Section title={w('events')} about={w('eventsAbout')}>
      <ul className={look.lines}>
        {scheme.events.map((e) => (
          <Event key={e.key} event={e} scheme={scheme} announced={announced} history={announcements} open={() => setAsking(e.key)} />
        ))}
      </ul>
      {event !== undefined && (
        <AnnounceDialog campaign={opened.view.id} scheme={scheme} event={event} announced={announced} close={() => setAsking(null)} />
      )}
    </Section>
  )
}

type EventProps = {
  readonly event: Scheme['events'][number]
  readonly scheme: Scheme
  readonly announced: Announced
  readonly history: readonly Announcement[]
  readonly open: () => void
}

const Event = ({ event, scheme, announced, history, open }: EventProps) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const may = useHolds('office')
  const day = eventDays(scheme, announced)(event.key)
  const mine = history.filter((a) => a.event === event.key)
  return (
    <li className={look.line}>
      <strong>{say(event.title)}</strong>
      <span>
        <span className={day === null ? 'soft' : 'num'}>{day === null ? w('eventOpen') : sayDay(day, language)}</span>
        {may && (
          <Button className={look.eventDo ?? ''} size="small" icon={<NotificationOutlined />} onClick={open}>
            {w(day === null ? 'announce' : 'announceAgain')}
          </Button>
        )}
        {mine.map((a) => (
          <div key={a.at} className="soft">
            {sayMoment(a.at)} {a.by}：{a.day === null ? w('eventTaken') : w('eventSaid', { day: sayDay(a.day, language) })}
            {a.why !== '' && ` · ${a.why}`}
          </div>
        ))}
      </span>
    </li>
  )
}
