import { useState } from 'react'
import type { OrgRow, PlaceRow } from '#command/views.ts'
import type { OrgId, PlaceId } from '#kit/id.ts'
import { orgKinds, placeKinds } from '#scheme/kind.ts'
import { newId } from '#web/api/client.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { PlacePicker, UnitPicker } from '#web/form/node-picker.tsx'
import { Row } from '#web/form/row.tsx'
import { todayHere } from '#web/form/today.ts'
import { useWords } from '#web/say/words.ts'
import { EditDrawer, isBlank, usePaper, useSaid, useWrong } from './drawer.tsx'
import { HeadFields, KindField, ListField, type Since, SinceField, WordField, fromOf } from './fields.tsx'
import { editWords } from './words.ts'

type Props<R, T> = {
  /** Null: a new one. */
  readonly node: R | null
  /** Where a new one hangs. */
  readonly below?: T | null | undefined
  readonly close: () => void
}

type Paper<T> = {
  readonly code: string
  readonly name: string
  readonly parent: T | null
  readonly kind: string
  readonly class: string
  readonly aliases: readonly string[]
  readonly since: Since
}

const paperOf = <T,>(
  node: { code: string; name: string; parent: T | null; kind: string; class: string; aliases: readonly string[] } | null,
  below: T | null,
): Paper<T> => ({
  code: node?.code ?? '',
  name: node?.name ?? '',
  parent: node === null ? below : node.parent,
  kind: node?.kind ?? '',
  class: node?.class ?? '',
  aliases: node?.aliases ?? [],
  since: { mode: 'correct', day: todayHere() },
})

type AliasesProps = { readonly value: readonly string[]; readonly put: (change: { readonly aliases: readonly string[] }) => void }

const Aliases = ({ value, put }: AliasesProps) => {
  const w = useWords(editWords)
  return <ListField path="aliases" label={w('aliases')} hint={w('aliasesHint')} value={value} put={(aliases) => put({ aliases })} />
}

const complete = ({ code, name, since }: Paper<unknown>): boolean =>
  !isBlank(code) && !isBlank(name) && (since.mode === 'correct' || since.day !== '')

/** A unit: made, corrected, or changed from a day on. */
export const OrgForm = ({ node, below = null, close }: Props<OrgRow, OrgId>) => {
  const w = useWords(editWords)
  const orgs = useRead('org.list', {})
  const { value, put, changed, tried, setTried } = usePaper(paperOf<OrgId>(node, below))
  const [id] = useState(() => node?.id ?? newId<'org'>())
  const does = useWrite('org.save', useSaid('saved', close))
  const wrong = useWrong(does.error, tried)
  const root = node !== null && node.parent === null
  const save = () => {
    setTried(true)
    if (!complete(value) || (value.parent === null && !root)) return
    const { since, parent, ...rest } = value
    does.mutate({ id, ...rest, ...(root ? {} : { parent }), from: fromOf(since) })
  }
  const classes = [...new Set((orgs.data ?? []).map((o) => o.class))].filter((c) => c !== '')
  return (
    <EditDrawer title={w(node === null ? 'newOrg' : 'editOrg')} does={does} changed={changed} save={save} close={close}>
      <HeadFields value={value} put={put} known={node !== null} wrong={wrong} />
      {!root && (
        <Row path="parent" label={w('parent')} required wrong={wrong('parent', value.parent)}>
          {(marks) => <UnitPicker value={value.parent} onChange={(parent) => put({ parent })} marks={marks} />}
        </Row>
      )}
      <KindField path="kind" label={w('kind')} hint={w('kindHint')} kinds={orgKinds} value={value.kind} put={(kind) => put({ kind })} />
      <WordField
        path="class"
        label={w('class')}
        hint={w('classHint')}
        options={classes}
        value={value.class}
        put={(own) => put({ class: own })}
      />
      <Aliases value={value.aliases} put={put} />
      {node !== null && <SinceField value={value.since} put={(since) => put({ since })} tried={tried} />}
    </EditDrawer>
  )
}

/** A county, township, village or grid. */
export const PlaceForm = ({ node, below = null, close }: Props<PlaceRow, PlaceId>) => {
  const w = useWords(editWords)
  const { value, put, changed, tried, setTried } = usePaper(paperOf<PlaceId>(node, below))
  const [id] = useState(() => node?.id ?? newId<'place'>())
  const does = useWrite('place.save', useSaid('saved', close))
  const wrong = useWrong(does.error, tried)
  const save = () => {
    setTried(true)
    if (!complete(value)) return
    const { since, class: _, ...rest } = value
    does.mutate({ id, ...rest, from: fromOf(since) })
  }
  return (
    <EditDrawer title={w(node === null ? 'newPlace' : 'editPlace')} does={does} changed={changed} save={save} close={close}>
      <HeadFields value={value} put={put} known={node !== null} wrong={wrong} />
      <Row path="parent" label={w('parent')} wrong={wrong('parent')}>
        {(marks) => <PlacePicker clearable value={value.parent} onChange={(parent) => put({ parent })} marks={marks} />}
      </Row>
      <KindField path="kind" label={w('kind')} hint={w('kindHint')} kinds={placeKinds} value={value.kind} put={(kind) => put({ kind })} />
      <Aliases value={value.aliases} put={put} />
      {node !== null && <SinceField value={value.since} put={(since) => put({ since })} tried={tried} />}
    </EditDrawer>
  )
}
