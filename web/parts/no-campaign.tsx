import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { Empty } from './frame.tsx'
import { LinkButton } from './link-button.tsx'

/** There is no campaign yet, and where one is loaded. */
export const NoCampaign = () => {
  const c = useWords(commonWords)
  return (
    <Empty
      title={c('noCampaign')}
      hint={c('noCampaignHint')}
      action={
        <LinkButton tone="primary" to="/campaigns">
          {c('toCampaigns')}
        </LinkButton>
      }
    />
  )
}
