import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { CampaignId } from '#kit/id.ts'
import { type Announced, type PhaseDays, eventDays, phaseDays, phasesAmiss } from '#scheme/moments.ts'
import type { Scheme } from '#scheme/shape.ts'
import { useWrite } from '#web/api/hooks.ts'
import { DayEditor } from '#web/form/day.tsx'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { FaultNotice } from '#web/parts/frame.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

type Props = {
  readonly campaign: CampaignId
  readonly scheme: Scheme
  readonly event: Scheme['events'][number]
  readonly announced: Announced
  readonly close: () => void
}

const withDay = (announced: Announced, event: string, day: string | null): Announced => {
  const next = new Map(announced)
  if (day === null) next.delete(event)
  else next.set(event, day)
  return next
}

/** Why this day will not do; undefined when it will. */
const useWrong = ({ scheme, event, announced }: Props, day: string): string | undefined => {
  const w = useWords(schemeWords)
  const say = useSay()
  if (day === '') return w('eventDayNeeded')
  const { from, to } = scheme.window
  if (day < from || day > to) return w('eventOutside', { from, to })
  const [amiss] = phasesAmiss(scheme, withDay(announced, event.key, day))
  return amiss === undefined ? undefined : w('eventAmiss', { phase: say(amiss.title) })
}

/** Announces an event: the day, the reason, and before it is done what it moves. */
export const AnnounceDialog = (props: Props) => {
  const { campaign, scheme, event, announced, close } = props
  const w = useWords(schemeWords)
  const say = useSay()
  const { message } = App.useApp()
  const [day, setDay] = useState(eventDays(scheme, announced)(event.key) ?? '')
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const wrong = useWrong(props, day)
  const does = useWrite('campaign.announce', () => (void message.success(w('announced')), close()))
  const send = (on: string | null) => does.mutate({ campaign, event: event.key, day: on, why: why.trim() })
  const go = () => {
    setTried(true)
    if (wrong === undefined) send(day)
  }
  const footer = [
    ...(announced.has(event.key)
      ? [
          <Button key="back" danger onClick={() => send(null)} disabled={does.isPending}>
            {w('takeBack')}
          </Button>,
        ]
      : []),
    <Button key="go" type="primary" loading={does.isPending} onClick={go}>
      {w('announce')}
    </Button>,
  ]
  return (
    <Modal open title={w('announceTitle', { event: say(event.title) })} onCancel={close} footer={footer} width={560}>
      <div className={formLook.form}>
        <Row path="day" label={w('eventDay')} required wrong={tried || day !== '' ? wrong : undefined}>
          {(marks) => <DayEditor day={day} onChange={setDay} marks={marks} />}
        </Row>
        <Row path="why" label={w('eventWhy')} hint={w('eventWhyHint')}>
          {(marks) => <Input id={marks.id} value={why} maxLength={500} onChange={(e) => setWhy(e.target.value)} />}
        </Row>
        <Moves before={phaseDays(scheme, announced)} after={phaseDays(scheme, withDay(announced, event.key, day === '' ? null : day))} />
        {does.error !== null && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}

/** Which phases get other days by it. */
const Moves = ({ before, after }: { readonly before: readonly PhaseDays[]; readonly after: readonly PhaseDays[] }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const days = ({ from, until }: PhaseDays) => [from, until].map((d) => (d === null ? '…' : sayDay(d, language))).join(' – ')
  const moved = after.flatMap((phase, i) => {
    const old = before[i]
    return old === undefined || days(old) === days(phase)
      ? []
      : [{ key: phase.key, title: say(phase.title), old: days(old), now: days(phase) }]
  })
  return (
    <div className={look.moves} aria-live="polite">
      <strong>{w('eventMoves')}</strong>
      {moved.length === 0 && <p className="soft">{w('eventMovesNone')}</p>}
      {moved.map((m) => (
        <p key={m.key}>
          {m.title}：<s className="soft">{m.old}</s> → {m.now}
        </p>
      ))}
    </div>
  )
}
