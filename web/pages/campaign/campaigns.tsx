import type { CampaignRow } from '#command/views.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { Empty, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { grouped, sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './campaign.module.css'
import { Demos } from './demos.tsx'
import { campaignWords } from './words.ts'

/** The campaigns there are, and the demos that can be loaded beside them. */
export const CampaignsPage = () => {
  const w = useWords(campaignWords)
  const { campaigns, campaign, ready } = useScope()
  const may = useHolds('office')
  const load = (
    <LinkButton to="/scheme/write" tone={campaigns.length === 0 ? 'primary' : 'default'}>
      {w('load')}
    </LinkButton>
  )
  return (
    <Frame title={w('campaigns')} about={w('about')} actions={may && campaigns.length > 0 ? load : undefined}>
      {ready && campaigns.length === 0 ? (
        <Section>
          <Empty title={w('none')} hint={w(may ? 'noneHint' : 'noneYours')} action={may ? load : undefined} />
        </Section>
      ) : (
        <ul className={look.cards} aria-label={w('here')}>
          {campaigns.map((row) => (
            <CampaignCard key={row.id} row={row} current={row.id === campaign?.id} />
          ))}
        </ul>
      )}
      {may && <Demos />}
    </Frame>
  )
}

const CampaignCard = ({ row, current }: { readonly row: CampaignRow; readonly current: boolean }) => {
  const w = useWords(campaignWords)
  const say = useSay()
  const { language } = usePreferences()
  const title = say(row.title)
  return (
    <li className={look.card} data-current={current}>
      <h2 className={look.title}>
        {title} {current && <span className={look.current}>{w('looking')}</span>}
      </h2>
      <p className="soft">
        {sayDay(row.window.from, language)} – {sayDay(row.window.to, language)}
      </p>
      <p className="soft">
        {w('records', { n: grouped(String(row.records)) })} · {w('version', { n: row.version })}
      </p>
      <div className={look.do}>
        <LinkButton to="/" search={{ campaign: row.key }} aria-label={w('openNamed', { title })}>
          {w('open')}
        </LinkButton>
      </div>
    </li>
  )
}
