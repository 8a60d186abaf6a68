import { useParams } from '@tanstack/react-router'
import { EditOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { SubjectId } from '#kit/id.ts'
import type { ReadOut } from '#web/api/calls.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { useKinds } from '#web/pages/record/kinds.ts'
import { RecordRows } from '#web/pages/record/rows.tsx'
import { Answer, Frame, Section } from '#web/parts/frame.tsx'
import { whereabouts } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import { SubjectForm } from './edit/subject.tsx'
import { editWords } from './edit/words.ts'
import { LinkLines, NewLink } from './links.tsx'
import { useTitles } from './titles.ts'
import { registerWords } from './words.ts'

type File = ReadOut<'subject.show'>

/** One file each: who it is, who answers for it, and every visit. */
export const SubjectPage = () => {
  const w = useWords(registerWords)
  const { subject } = useParams({ strict: false })
  const shown = useRead('subject.show', { subject: subject as SubjectId })
  const { data } = shown
  return (
    <Frame
      title={data?.name ?? w('subject')}
      back={{ to: '/register?tab=subject', says: w('subject') }}
      about={data && <Whereabouts file={data} />}
      actions={data && <SubjectActs file={data} />}
    >
      <Answer of={shown}>
        {(file) => (
          <>
            <Visits file={file} />
            <Section title={w('linksOf')}>
              {file.links.length === 0 ? <p className="soft">{w('none')}</p> : <LinkLines rows={file.links} />}
            </Section>
          </>
        )}
      </Answer>
    </Frame>
  )
}

const SubjectActs = ({ file }: { readonly file: File }) => {
  const w = useWords(editWords)
  const may = useHolds('office', 'liaison')
  const [editing, setEditing] = useState(false)
  if (!may) return null
  return (
    <>
      <NewLink ends={{ subject: { id: file.id, name: file.name } }} />
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
        {w('editSubject')}
      </Button>
      {editing && <SubjectForm subject={file} close={() => setEditing(false)} />}
    </>
  )
}

const Whereabouts = ({ file }: { readonly file: File }) => {
  const titles = useTitles()
  const words = [titles.kind(file.kind), whereabouts(file.placeName, file.address), file.code].filter((t) => t !== '')
  return (
    <>
      {words.join(' · ')}{' '}
      {file.tags.map((t) => (
        <Tag key={t}>{titles.tag(t)}</Tag>
      ))}
    </>
  )
}

const Visits = ({ file }: { readonly file: File }) => {
  const w = useWords(registerWords)
  const { campaign } = useScope()
  const kinds = useKinds(null, useScheme(campaign?.id ?? null).data?.compiled ?? null)
  const n = file.records.length
  return (
    <Section title={w('records')} about={w('recordsAbout')} side={<span className="num">{w('visits', { n })}</span>} flush={n > 0}>
      {n === 0 ? <p className="soft">{w('none')}</p> : <RecordRows inset sort="activity" rows={file.records} kinds={kinds} />}
    </Section>
  )
}
