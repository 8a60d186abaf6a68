import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { type ReactNode, Suspense, lazy, useState } from 'react'
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
            <span className={look.whole}>{sayMoment(row.at)}</span> · {row.by} · {w('figures_n', { n: row.figures })}
          </span>
        </span>
        <StateChip state={row.state} />
      </Link>
    </li>
  )
}

const List = ({ rows, begin }: { readonly rows: readonly BulletinRow[]; readonly begin: ReactNode }) => {
  const w = useWords(bulletinWords)
  if (rows.length === 0) return <Empty title={w('none')} hint={w(begin === null ? 'noneReader' : 'noneHint')} action={begin} />
  return (
    <ul className={look.rows}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  )
}

/** Every bulletin there is, and where a new one begins. */
export const BulletinDesk = () => {
  const w = useWords(bulletinWords)
  const { campaign } = useScope()
  const office = useHolds('office')
  const [only, setOnly] = useState('all')
  const [drafting, setDrafting] = useState(false)
  const asked = useRead('bulletin.list', only === 'this' && campaign !== null ? { campaign: campaign.id } : {}, { keep: true })
  const choices = [
    { value: 'all', label: w('allCampaigns') },
    { value: 'this', label: w('thisCampaign') },
  ]
  const begin =
    office && campaign !== null ? (
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDrafting(true)}>
        {w('fresh')}
      </Button>
    ) : null
  return (
    <Frame title={w('title')} about={w('about')} actions={begin}>
      <Section flush side={<Segmented value={only} onChange={setOnly} options={choices} />}>
        <Answer of={asked} rows={6}>
          {(rows) => <List rows={rows} begin={begin} />}
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
