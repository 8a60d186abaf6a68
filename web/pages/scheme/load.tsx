import { useSearch } from '@tanstack/react-router'
import { useHolds, useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { Bench } from './bench.tsx'
import type { LoadSearch } from './routes.ts'
import { schemeWords } from './words.ts'

/** A scheme comes into the house here: written or dropped, checked, and loaded only without mistakes. */
export const LoadPage = () => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { revise }: LoadSearch = useSearch({ strict: false })
  const { campaign } = useScope()
  const may = useHolds('office')
  const before = useScheme(revise ? (campaign?.id ?? null) : null)
  const title = revise && campaign !== null ? w('reviseTitle', { title: say(campaign.title) }) : w('loadTitle')
  return (
    <Frame title={title} about={w(revise ? 'reviseAbout' : 'loadAbout')} back={{ to: '/scheme', says: w('scheme') }}>
      {!may ? (
        <Section>
          <Empty title={w('notYours')} />
        </Section>
      ) : revise ? (
        <Answer of={before} rows={8}>
          {({ view }) => <Bench key={view.id} start={view.source} files={view.files} before={view.source} revise />}
        </Answer>
      ) : (
        <Bench start="" files={{}} before={null} revise={false} />
      )}
    </Frame>
  )
}
