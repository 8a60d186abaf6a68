import { useState } from 'react'
import type { SubjectRow } from '#command/views.ts'
import type { PlaceId } from '#kit/id.ts'
import { subjectKinds } from '#scheme/kind.ts'
import { newId } from '#web/api/client.ts'
import { useWrite } from '#web/api/hooks.ts'
import { PlacePicker } from '#web/form/node-picker.tsx'
import { Row } from '#web/form/row.tsx'
import { useWords } from '#web/say/words.ts'
import { useTitles } from '../titles.ts'
import { EditDrawer, isBlank, usePaper, useSaid, useWrong } from './drawer.tsx'
import { HeadFields, KindField, LineField, ListField } from './fields.tsx'
import { editWords } from './words.ts'

const paperOf = (subject: SubjectRow | null, place: PlaceId | null) => ({
  code: subject?.code ?? '',
  name: subject?.name ?? '',
  kind: subject?.kind ?? 'household',
  place: subject === null ? place : subject.place,
  address: subject?.address ?? '',
  tags: subject?.tags ?? ([] as readonly string[]),
})

type Props = { readonly subject: SubjectRow | null; readonly place?: PlaceId | null; readonly close: () => void }

/** A household, firm or shop, with the tags by which it is reached. */
export const SubjectForm = ({ subject, place = null, close }: Props) => {
  const w = useWords(editWords)
  const titles = useTitles()
  const { value, put, changed, tried, setTried } = usePaper(paperOf(subject, place))
  const [id] = useState(() => subject?.id ?? newId<'subject'>())
  const does = useWrite('subject.save', useSaid('saved', close))
  const wrong = useWrong(does.error, tried)
  const save = () => {
    setTried(true)
    if (![value.code, value.name, value.kind].some(isBlank)) does.mutate({ id, ...value })
  }
  return (
    <EditDrawer title={w(subject === null ? 'newSubject' : 'editSubject')} does={does} changed={changed} save={save} close={close}>
      <HeadFields value={value} put={put} known={subject !== null} wrong={wrong} />
      <KindField
        path="kind"
        label={w('kind')}
        required
        hint={w('kindHint')}
        kinds={subjectKinds}
        value={value.kind}
        put={(kind) => put({ kind })}
        wrong={wrong('kind', value.kind)}
      />
      <Row path="place" label={w('place')} wrong={wrong('place')}>
        {(marks) => <PlacePicker clearable value={value.place} onChange={(chosen) => put({ place: chosen })} marks={marks} />}
      </Row>
      <LineField path="address" label={w('address')} most={500} value={value.address} put={(address) => put({ address })} />
      <ListField
        path="tags"
        label={w('tags')}
        hint={w('tagsHint')}
        options={titles.tags}
        value={value.tags}
        put={(tags) => put({ tags })}
      />
    </EditDrawer>
  )
}
