import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignView } from '#command/views.ts'
import type { DraftId } from '#kit/id.ts'
import { useHolds, useMe, useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { Desk } from './desk.tsx'
import { Opened } from './opened.tsx'
import { sheet, usePaper } from './paper.ts'
import type { WriteSearch } from './routes.ts'
import { Start } from './start.tsx'
import { authorWords } from './words.ts'

/** A campaign is written here: begun from something, checked as one types, previewed, rehearsed and published. */
export const AuthorPage = () => {
  const w = useWords(authorWords)
  const say = useSay()
  const me = useMe()
  const { revise, draft }: WriteSearch = useSearch({ strict: false })
  const { campaign } = useScope()
  const may = useHolds('office')
  const before = useScheme(revise && draft === undefined ? (campaign?.id ?? null) : null)
  const title = revise && campaign !== null ? w('reviseTitle', { title: say(campaign.title) }) : w('newTitle')
  return (
    <Frame wide title={title} about={w(revise ? 'reviseAbout' : 'newAbout')} back={{ to: '/scheme', says: w('scheme') }}>
      {!may || me === undefined ? (
        <Section>
          <Empty title={w('notYours')} />
        </Section>
      ) : draft !== undefined ? (
        <Opened key={draft} draft={draft as DraftId} account={me.account} />
      ) : revise ? (
        <Answer of={before} rows={8}>
          {({ view }) => <Revision key={view.id} draft={`${me.account}.${view.id}`} view={view} />}
        </Answer>
      ) : (
        <New draft={`${me.account}.new`} />
      )}
    </Frame>
  )
}

const Revision = ({ draft, view }: { readonly draft: string; readonly view: CampaignView }) => {
  const version = Math.max(view.version, ...view.versions.map((v) => v.version))
  const [fresh] = useState(() => sheet(view, { source: view.source, files: view.files, version }))
  const { paper, ...kept } = usePaper(draft, fresh)
  return paper === null ? null : <Desk {...kept} paper={paper} over={{ view, version }} />
}

const New = ({ draft }: { readonly draft: string }) => {
  const { paper, ...kept } = usePaper(draft, null)
  if (paper === null) return <Start begin={(texts) => kept.begin(sheet(texts))} />
  return <Desk {...kept} paper={paper} over={null} />
}
