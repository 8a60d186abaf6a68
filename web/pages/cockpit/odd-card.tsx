import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '#command/views.ts'
import type { OrgId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { oddWords } from '#web/pages/odd/words.ts'
import look from '#web/parts/banner.module.css'
import { useWords } from '#web/say/words.ts'

/** That some figures do not add up, for who looks after units; nothing where all do. */
export const OddCard = ({ campaign, org }: { readonly campaign: CampaignRow; readonly org: OrgId | undefined }) => {
  const w = useWords(oddWords)
  const oversees = useHolds('office', 'liaison')
  // Without looking through every record for blanks: that is for the page.
  const asked = useRead('figure.check', { campaign: campaign.id, org, blanks: false }, { enabled: oversees })
  if (asked.data === undefined || asked.data.found === 0) return null
  return (
    <Link to="/figures/check" className={look.ochre}>
      <span>{w('card', { n: asked.data.found })}</span>
      <b>{w('look')} →</b>
    </Link>
  )
}
