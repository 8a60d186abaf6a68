import { App } from 'antd'
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
import { EditDrawer, usePaper, useWrongAt } from './drawer.tsx'
import { KindField, LineField, ListField, type Since, SinceField, WordField, fromOf } from './fields.tsx'
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

type HeadProps<T> = {
  readonly paper: ReturnType<typeof usePaper<Paper<T>>>
  readonly known: boolean
  readonly wrongAt: (path: string) => string | undefined
}

/** The code and the name, which every node has. */
const Head = <T,>({ paper: { value, put, tried }, known, wrongAt }: HeadProps<T>) => {
  const w = useWords(editWords)
  const needed = (text: string) => (tried && text.trim() === '' ? w('needed') : undefined)
  return (
    <>
      <LineField
        path="code"
        label={w('code')}
        required
        fixed={known}
        hint={w(known ? 'codeFixed' : 'codeHint')}
        most={64}
        value={value.code}
        put={(code) => put({ code } as Partial<Paper<T>>)}
        wrong={wrongAt('code') ?? needed(value.code)}
      />
      <LineField
        path="name"
        label={w('name')}
        required
        most={200}
        value={value.name}
        put={(name) => put({ name } as Partial<Paper<T>>)}
        wrong={wrongAt('name') ?? needed(value.name)}
      />
    </>
  )
}

const Aliases = <T,>({ paper: { value, put } }: Pick<HeadProps<T>, 'paper'>) => {
  const w = useWords(editWords)
  return (
    <ListField
      path="aliases"
      label={w('aliases')}
      hint={w('aliasesHint')}
      value={value.aliases}
      put={(aliases) => put({ aliases } as Partial<Paper<T>>)}
    />
  )
}

const useDone = (close: () => void) => {
  const w = useWords(editWords)
  const { message } = App.useApp()
  return () => (void message.success(w('saved')), close())
}

const complete = ({ code, name, since }: Paper<unknown>): boolean =>
  code.trim() !== '' && name.trim() !== '' && (since.mode === 'correct' || since.day !== '')

/** A unit: made, corrected, or changed from a day on. */
export const OrgForm = ({ node, below = null, close }: Props<OrgRow, OrgId>) => {
  const w = useWords(editWords)
  const orgs = useRead('org.list', {})
  const paper = usePaper(paperOf<OrgId>(node, below))
  const [id] = useState(() => node?.id ?? newId<'org'>())
  const does = useWrite('org.save', useDone(close))
  const wrongAt = useWrongAt(does.error)
  const { value, put, tried } = paper
  const root = node !== null && node.parent === null
  const save = () => {
    paper.setTried(true)
    if (!complete(value) || (value.parent === null && !root)) return
    const { since, parent, ...rest } = value
    does.mutate({ id, ...rest, ...(root ? {} : { parent }), from: fromOf(since) })
  }
  const classes = [...new Set((orgs.data ?? []).map((o) => o.class))].filter((c) => c !== '')
  return (
    <EditDrawer
      title={w(node === null ? 'newOrg' : 'editOrg')}
      busy={does.isPending}
      fault={does.error}
      changed={paper.changed}
      save={save}
      close={close}
    >
      <Head paper={paper} known={node !== null} wrongAt={wrongAt} />
      {!root && (
        <Row
          path="parent"
          label={w('parent')}
          required
          wrong={wrongAt('parent') ?? (tried && value.parent === null ? w('needed') : undefined)}
        >
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
      <Aliases paper={paper} />
      {node !== null && <SinceField value={value.since} put={(since) => put({ since })} tried={tried} />}
    </EditDrawer>
  )
}

/** A county, township, village or grid. */
export const PlaceForm = ({ node, below = null, close }: Props<PlaceRow, PlaceId>) => {
  const w = useWords(editWords)
  const paper = usePaper(paperOf<PlaceId>(node, below))
  const [id] = useState(() => node?.id ?? newId<'place'>())
  const does = useWrite('place.save', useDone(close))
  const wrongAt = useWrongAt(does.error)
  const { value, put, tried } = paper
  const save = () => {
    paper.setTried(true)
    if (!complete(value)) return
    const { since, class: _, ...rest } = value
    does.mutate({ id, ...rest, from: fromOf(since) })
  }
  return (
    <EditDrawer
      title={w(node === null ? 'newPlace' : 'editPlace')}
      busy={does.isPending}
      fault={does.error}
      changed={paper.changed}
      save={save}
      close={close}
    >
      <Head paper={paper} known={node !== null} wrongAt={wrongAt} />
      <Row path="parent" label={w('parent')} wrong={wrongAt('parent')}>
        {(marks) => <PlacePicker clearable value={value.parent} onChange={(parent) => put({ parent })} marks={marks} />}
      </Row>
      <KindField path="kind" label={w('kind')} hint={w('kindHint')} kinds={placeKinds} value={value.kind} put={(kind) => put({ kind })} />
      <Aliases paper={paper} />
      {node !== null && <SinceField value={value.since} put={(since) => put({ since })} tried={tried} />}
    </EditDrawer>
  )
}
