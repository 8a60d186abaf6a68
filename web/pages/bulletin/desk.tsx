import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { Suspense, lazy, useState } from 'react'
import type { BulletinRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { sayMoment } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

const DraftDialog = lazy(async () => ({ default: (await import('./draft-dialog.tsx')).DraftDialog }))

export const StateChip = ({ state }: { readonly state: BulletinRow['state'] }) => {
  const w = useWords(bulletinWords)
  return <span className={`${look.chip} ${state === 'sealed' ? look.chipSealed : look.chipDraft}`}>{w(state)}</span>
}

const Row = ({ row }: { readonly row: BulletinRow }) => {
  const w = useWords(bulletinWords)
  const say = useSay()
  const { campaigns } = useScope()
  const campaign = campaigns.find((c) => c.id === row.campaign)
  return (
    <li>
      <Link to="/bulletins/$bulletin" params={{ bulletin: row.id }} className={look.row}>
        <span className={look.rowPaper} data-state={row.state} aria-hidden>
          <i />
          <i />
          <i />
          <i />
        </span>
        <span className={look.rowWords}>
          <span className={look.rowTitle}>{row.title}</span>
          <span className={look.rowMeta}>
            {campaign === undefined ? '' : `${say(campaign.title)} · `}
            {w('at_by', { moment: sayMoment(row.at), by: row.by })} · {w('figures_n', { n: row.figures })}
          </span>
        </span>
        <StateChip state={row.state} />
      </Link>
    </li>
  )
}

/** Every bulletin there is, and where a new one begins. */
export const BulletinDesk = () => {
  const w = useWords(bulletinWords)
  const { campaign } = useScope()
  const office = useHolds('office')
  const [only, setOnly] = useState(false)
  const [drafting, setDrafting] = useState(false)
  const asked = useRead('bulletin.list', only && campaign !== null ? { campaign: campaign.id } : {}, { keep: true })
  const begin = office && campaign !== null && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDrafting(true)}>
      {w('fresh')}
    </Button>
  )
  return (
    <Frame title={w('title')} about={w('about')} actions={begin}>
      <Section flush side={<Segmented value={only ? 'this' : 'all'} onChange={(v) => setOnly(v === 'this')} options={[{ value: 'all', label: w('allCampaigns') }, { value: 'this', label: w('thisCampaign') }]} />}>
        <Answer of={asked} rows={6}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={w('none')} hint={w(office ? 'noneHint' : 'noneReader')} action={begin} />
            ) : (
              <ul className={look.rows}>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
            )
          }
        </Answer>
      </Section>
      {drafting && campaign !== null && (
        <Suspense fallback={null}>
          <DraftDialog campaign={campaign} close={() => setDrafting(false)} />
        </Suspense>
      )}
    </Frame>
  )
}
