import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordView } from '#command/views.ts'
import { formWords } from '#web/form/words.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

/** When, where and who, before the scheme's own fields. */
export const useAbout = (record: RecordView): readonly { readonly label: string; readonly value: ReactNode }[] => {
  const w = useWords(recordWords)
  const f = useWords(formWords)
  const { language } = usePreferences()
  const { content, context, names } = record
  return [
    { label: f('day'), value: sayDay(content.day, language) },
    { label: f('org'), value: names[content.org] ?? content.org },
    ...(content.place === null
      ? []
      : [
          {
            label: f('place'),
            value:
              context.place
                .slice(1)
                .map((p) => names[p.id] ?? '')
                .filter((n) => n !== '')
                .join(' / ') ||
              (names[content.place] ?? ''),
          },
        ]),
    ...(content.participants.length === 0
      ? []
      : [
          {
            label: f(record.sort === 'matter' ? 'receivedBy' : 'participants'),
            value: content.participants.map((id) => (
              <Participant key={id} name={names[id] ?? id} was={context.participants.find((p) => p.id === id)} />
            )),
          },
        ]),
    ...(content.subjects.length === 0
      ? []
      : [
          {
            label: f(record.sort === 'matter' ? 'raisedBy' : 'subjects'),
            value: content.subjects.map((id) => (
              <span key={id} className={look.person}>
                {names[id] ?? id} <span className="soft">{context.subjects.find((s) => s.id === id)?.tags.join(' ')}</span>
              </span>
            )),
          },
        ]),
    ...(content.raisedIn === null
      ? []
      : [
          {
            label: w('raisedIn'),
            value: (
              <Link to="/records/$record" params={{ record: content.raisedIn }}>
                {w('raisedInOpen')}
              </Link>
            ),
          },
        ]),
  ]
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
