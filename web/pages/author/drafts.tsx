import { FolderOpenOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { DraftRow } from '#command/draft/views.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { Answer, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { sayMoment } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './author.module.css'
import { authorWords } from './words.ts'

/** Where a new campaign begins: what was begun before; nothing where there is nothing. */
export const DraftsHere = () => {
  const w = useWords(authorWords)
  const some = (useRead('draft.list', {}).data?.length ?? 0) > 0
  if (!some) return null
  return (
    <Section title={w('drafts')} about={w('draftsAbout')}>
      <List />
    </Section>
  )
}

/** The same beside what is being written. */
export const DraftsButton = () => {
  const w = useWords(authorWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" type="link" icon={<FolderOpenOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {w('drafts')}
      </Button>
      <Modal open={open} title={w('drafts')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p className="soft">{w('draftsAbout')}</p>
        <List />
      </Modal>
    </>
  )
}

const List = () => {
  const w = useWords(authorWords)
  const [dropped, setDropped] = useState(false)
  const asked = useRead('draft.list', { dropped })
  return (
    <>
      <Answer of={asked} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="soft">{w('noDrafts')}</p>
          ) : (
            <ul className={look.drafts}>
              {rows.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Answer>
      <Checkbox checked={dropped} onChange={(e) => setDropped(e.target.checked)}>
        {w('draftShowDropped')}
      </Checkbox>
    </>
  )
}

const Line = ({ row }: { readonly row: DraftRow }) => {
  const w = useWords(authorWords)
  const say = useSay()
  return (
    <li>
      <div>
        <strong>{row.name}</strong>{' '}
        <span className="soft">{row.campaignTitle === null ? w('draftNew') : w('draftOf', { title: say(row.campaignTitle) })}</span>
        <div className="soft">{w('draftSaid', { by: row.by, at: sayMoment(row.at), n: row.version })}</div>
      </div>
      <div className={look.draftActs}>{row.dropped ? <Restore row={row} /> : <Acts row={row} />}</div>
    </li>
  )
}

const Acts = ({ row }: { readonly row: DraftRow }) => {
  const w = useWords(authorWords)
  const { message } = App.useApp()
  const restore = useWrite('draft.restore')
  const drop = useWrite('draft.drop', () => {
    const undo = (
      <Button size="small" type="link" onClick={() => (message.destroy(row.id), restore.mutate({ draft: row.id }))}>
        {w('draftUndo')}
      </Button>
    )
    void message.success({
      key: row.id,
      duration: 8,
      content: (
        <>
          {w('draftDropped', { name: row.name })} {undo}
        </>
      ),
    })
  })
  return (
    <>
      <LinkButton to="/scheme/write" search={{ draft: row.id }} aria-label={w('draftOpenNamed', { name: row.name })}>
        {w('draftOpen')}
      </LinkButton>
      <Rename row={row} />
      <Button
        type="text"
        danger
        loading={drop.isPending}
        aria-label={w('draftDropNamed', { name: row.name })}
        onClick={() => drop.mutate({ draft: row.id })}
      >
        {w('draftDrop')}
      </Button>
    </>
  )
}

const Rename = ({ row }: { readonly row: DraftRow }) => {
  const w = useWords(authorWords)
  const { modal } = App.useApp()
  const does = useWrite('draft.rename')
  const ask = () => {
    let name = row.name
    void modal.confirm({
      title: w('draftRename'),
      icon: null,
      content: <Input aria-label={w('draftName')} defaultValue={row.name} maxLength={120} onChange={(e) => (name = e.target.value)} />,
      onOk: () => name.trim() !== '' && does.mutate({ draft: row.id, name: name.trim() }),
    })
  }
  return (
    <Button type="text" aria-label={w('draftRenameNamed', { name: row.name })} onClick={ask}>
      {w('draftRename')}
    </Button>
  )
}

const Restore = ({ row }: { readonly row: DraftRow }) => {
  const w = useWords(authorWords)
  const does = useWrite('draft.restore')
  return (
    <Button loading={does.isPending} aria-label={w('draftRestoreNamed', { name: row.name })} onClick={() => does.mutate({ draft: row.id })}>
      {w('draftRestore')}
    </Button>
  )
}
