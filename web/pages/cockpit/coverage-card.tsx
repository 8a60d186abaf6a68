import { Link, useNavigate } from '@tanstack/react-router'
import type { Cockpit } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { likelyDay } from '#web/form/today.ts'
import { ReachCard } from '#web/pages/care/reach.tsx'
import careLook from '#web/pages/care/care.module.css'
import { Section } from '#web/parts/frame.tsx'
import { grouped } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { cockpitWords } from './words.ts'

/** Whom the scheme wants reached, by category, with the way to those who were not; nothing where it wants nobody. */
export const CoverageCard = ({ cockpit: { campaign, org } }: { readonly cockpit: Cockpit }) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const navigate = useNavigate()
  const on = likelyDay(campaign.window)
  const { data } = useRead('coverage.brief', { campaign: campaign.id, org: org.id, on }, { keep: true })
  if (data === undefined || !data.asked || data.total.subjects === 0) return null
  const open = (search: { readonly tag?: string; readonly kind?: string }) => () => void navigate({ to: '/coverage', search })
  const { reached, subjects } = data.total
  return (
    <Section
      title={w('coverage')}
      about={w('coverageAbout', { n: grouped(String(reached)), all: grouped(String(subjects)) })}
      side={<Link to="/coverage">{w('toCoverage')}</Link>}
    >
      <ul className={careLook.cards}>
        {data.tags.map((tag) => (
          <ReachCard key={`tag ${tag.key}`} title={say(tag.title)} of={tag} open={open({ tag: tag.key })} />
        ))}
        {data.kinds.map((kind) => (
          <ReachCard key={`kind ${kind.key}`} title={say(kind.title)} unit={kind.unit} of={kind} open={open({ kind: kind.key })} />
        ))}
      </ul>
    </Section>
  )
}
