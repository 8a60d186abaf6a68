import { useParams } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { SubjectId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { useKinds } from '#web/pages/record/kinds.ts'
import { RecordRows } from '#web/pages/record/rows.tsx'
import { Answer, Frame, Section } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { LinkLines } from './links.tsx'
import { useTitles } from './subjects.tsx'
import { registerWords } from './words.ts'

/** One file each: who it is, who answers for it, and every visit. */
export const SubjectPage = () => {
  const w = useWords(registerWords)
  const { subject } = useParams({ strict: false })
  const titles = useTitles()
  const { campaign } = useScope()
  const kinds = useKinds(null, useScheme(campaign?.id ?? null).data?.compiled ?? null)
  const shown = useRead('subject.show', { subject: subject as SubjectId })
  const s = shown.data
  return (
    <Frame
      title={s?.name ?? w('subject')}
      back={{ to: '/register?tab=subject', says: w('subject') }}
      about={
        s && (
          <>
            {[titles.kind(s.kind), s.placeName, s.address, s.code].filter((t) => t !== '').join(' · ')}{' '}
            {s.tags.map((t) => (
              <Tag key={t}>{titles.tag(t)}</Tag>
            ))}
          </>
        )
      }
    >
      <Answer of={shown}>
        {(file) => (
          <>
            <Section
              title={w('records')}
              about={w('recordsAbout')}
              side={<span className="num">{w('visits', { n: file.records.length })}</span>}
              flush={file.records.length > 0}
            >
              {file.records.length === 0 ? (
                <p className="soft">{w('none')}</p>
              ) : (
                <RecordRows inset sort="activity" rows={file.records} kinds={kinds} />
              )}
            </Section>
            <Section title={w('linksOf')}>
              {file.links.length === 0 ? <p className="soft">{w('none')}</p> : <LinkLines rows={file.links} />}
            </Section>
          </>
        )}
      </Answer>
    </Frame>
  )
}
