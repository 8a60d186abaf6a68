import { Link } from '@tanstack/react-router'
import type { BulletinRow } from '#command/views.ts'
import type { CampaignId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import { cockpitWords } from './words.ts'

/** The campaign's sealed bulletins, newest first; to the moment of each the figures can be put back. */
export const useSealed = (campaign: CampaignId): readonly BulletinRow[] => {
  const { data } = useRead('bulletin.list', { campaign }, { keep: true })
  return (data ?? []).filter((b) => b.state === 'sealed').toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** Leads to the figures as they stood when the newest bulletin was sealed: those that it prints. */
export const SealedThen = ({ campaign }: { readonly campaign: CampaignId }) => {
  const w = useWords(cockpitWords)
  const [newest] = useSealed(campaign)
  if (newest === undefined) return null
  return (
    <>
      {' · '}
      <Link to="/" search={(old) => ({ ...old, asOf: newest.at })}>
        {w('sealedThen', { moment: sayMoment(newest.at) })}
      </Link>
    </>
  )
}
