import { EditOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { PersonView } from '#command/views.ts'
import type { PersonId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { Answer } from '#web/parts/frame.tsx'
import { QuotasOf } from '#web/pages/quota/of-person.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { PersonForm } from './edit/person.tsx'
import { editWords } from './edit/words.ts'
import { LinkLines, NewLink } from './links.tsx'
import look from './register.module.css'
import { Since } from './since.tsx'
import { registerWords } from './words.ts'

/** One person: the posts over time, the teams, and for whom they answer. */
export const PersonDrawer = ({ person, close }: { readonly person: PersonId; readonly close: () => void }) => {
  const narrow = useNarrow()
  const shown = useRead('person.show', { person })
  return (
    <Drawer open onClose={close} size={narrow ? '100%' : 520} title={shown.data?.name ?? ''}>
      <Answer of={shown} rows={4}>
        {(view) => <Body view={view} />}
      </Answer>
    </Drawer>
  )
}

const Body = ({ view }: { readonly view: PersonView }) => {
  const c = useWords(commonWords)
  const w = useWords(registerWords)
  const e = useWords(editWords)
  const may = useHolds('office', 'liaison')
  const [editing, setEditing] = useState(false)
  const links = useRead('link.list', { person: view.id })
  const teams = (useRead('team.list', {}).data ?? []).filter((t) => t.members.some((m) => m.person === view.id))
  return (
    <div className={look.detail}>
      {may && (
        <div className={look.acts}>
          <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {e('edit')}
          </Button>
          <NewLink ends={{ person: { id: view.id, name: view.name } }} />
        </div>
      )}
      <p className="soft num">{view.code}</p>
      <h2 className={look.part}>{e('posts')}</h2>
      <ul className={look.terms}>
        {[...view.posts].reverse().map((p) => (
          <li key={`${p.org} ${p.from}`} className={look.term}>
            <Since term={p} />
            <span>
              {[p.post, p.rank].filter((t) => t !== '').join(' · ')} <span className="soft">{view.orgNames[p.org]}</span>
            </span>
          </li>
        ))}
      </ul>
      <h2 className={look.part}>{w('linksOf')}</h2>
      <Answer of={links} rows={2}>
        {(rows) => (rows.length === 0 ? <p className="soft">{w('none')}</p> : <LinkLines rows={rows} />)}
      </Answer>
      {teams.length > 0 && (
        <>
          <h2 className={look.part}>{w('team')}</h2>
          <p>{teams.map((t) => t.name).join(c('listMark'))}</p>
        </>
      )}
      <QuotasOf person={view.id} />
      {editing && <PersonForm person={view} close={() => setEditing(false)} />}
    </div>
  )
}
