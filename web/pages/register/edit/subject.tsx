import { App } from 'antd'
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
import { EditDrawer, usePaper, useWrongAt } from './drawer.tsx'
import { KindField, LineField, ListField } from './fields.tsx'
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
  const { message } = App.useApp()
  const titles = useTitles()
  const { value, put, changed, tried, setTried } = usePaper(paperOf(subject, place))
  const [id] = useState(() => subject?.id ?? newId<'subject'>())
  const does = useWrite('subject.save', () => (void message.success(w('saved')), close()))
  const wrongAt = useWrongAt(does.error)
  const needed = (text: string) => (tried && text.trim() === '' ? w('needed') : undefined)
  const save = () => {
    setTried(true)
    if ([value.code, value.name, value.kind].every((text) => text.trim() !== '')) does.mutate({ id, ...value })
  }
  return (
    <EditDrawer
      title={w(subject === null ? 'newSubject' : 'editSubject')}
      busy={does.isPending}
      fault={does.error}
      changed={changed}
      save={save}
      close={close}
    >
      <LineField
        path="code"
        label={w('code')}
        required
        fixed={subject !== null}
        hint={w(subject === null ? 'codeHint' : 'codeFixed')}
        most={64}
        value={value.code}
        put={(code) => put({ code })}
        wrong={wrongAt('code') ?? needed(value.code)}
      />
      <LineField
        path="name"
        label={w('name')}
        required
        most={200}
        value={value.name}
        put={(name) => put({ name })}
        wrong={wrongAt('name') ?? needed(value.name)}
      />
      <KindField
        path="kind"
        label={w('kind')}
        required
        hint={w('kindHint')}
        kinds={subjectKinds}
        value={value.kind}
        put={(kind) => put({ kind })}
        wrong={wrongAt('kind') ?? needed(value.kind)}
      />
      <Row path="place" label={w('place')} wrong={wrongAt('place')}>
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
