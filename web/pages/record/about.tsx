import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordView } from '#command/views.ts'
import { formWords } from '#web/form/words.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import { AlsoIn } from './also-in.tsx'
import look from './record.module.css'
import { recordWords } from './words.ts'

export type About = { readonly label: string; readonly value: ReactNode }

/** When, where and who, before the scheme's own fields. */
export const useAbout = (record: RecordView): readonly About[] => {
  const w = useWords(recordWords)
  const f = useWords(formWords)
  const { language } = usePreferences()
  const { content, names } = record
  const matter = record.sort === 'matter'
  const all: readonly (About & { readonly blank?: boolean })[] = [
    { label: f('day'), value: sayDay(content.day, language) },
    { label: f('org'), value: names[content.org] ?? content.org },
    { label: f('place'), value: placeIn(record), blank: content.place === null },
    { label: f(matter ? 'receivedBy' : 'participants'), value: <Participants record={record} />, blank: content.participants.length === 0 },
    { label: f(matter ? 'raisedBy' : 'subjects'), value: <Subjects record={record} />, blank: content.subjects.length === 0 },
    { label: w('raisedIn'), value: <Origin record={record} />, blank: content.raisedIn === null },
    { label: w('alsoIn'), value: <AlsoIn record={record} />, blank: record.context.also === undefined },
  ]
  return all.filter((one) => one.blank !== true)
}

/** 云溪镇 / 东滩村: the place with what it lies in, less the top. */
const placeIn = ({ content, context, names }: RecordView): string => {
  const path = context.place.slice(1).flatMap((p) => names[p.id] ?? [])
  return path.length > 0 ? path.join(' / ') : (names[content.place ?? ''] ?? '')
}

const Participants = ({ record: { content, context, names } }: { readonly record: RecordView }) =>
  content.participants.map((id) => <Participant key={id} name={names[id] ?? id} was={context.participants.find((p) => p.id === id)} />)

const Subjects = ({ record: { content, context, names } }: { readonly record: RecordView }) =>
  content.subjects.map((id) => (
    <span key={id} className={look.person}>
      {names[id] ?? id} <span className="soft">{context.subjects.find((s) => s.id === id)?.tags.join(' ')}</span>
    </span>
  ))

const Origin = ({ record: { content } }: { readonly record: RecordView }) => {
  const w = useWords(recordWords)
  if (content.raisedIn === null) return null
  return (
    <Link to="/records/$record" params={{ record: content.raisedIn }}>
      {w('raisedInOpen')}
    </Link>
  )
}

/** A participant with the post of that day, and whether they belong to the campaign. */
const Participant = ({ name, was }: { readonly name: string; readonly was: RecordView['context']['participants'][number] | undefined }) => {
  const w = useWords(recordWords)
  const about = was === undefined ? [] : [was.post, ...(was.within ? [] : [w('outside')])]
  return (
    <span className={look.person}>
      {name} <span className="soft">{about.filter((t) => t !== '').join(' · ')}</span>
    </span>
  )
}
