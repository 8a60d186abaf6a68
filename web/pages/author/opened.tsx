import { useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { DraftView } from '#command/draft/views.ts'
import type { AccountId, DraftId } from '#kit/id.ts'
import { Refusal, get } from '#web/api/client.ts'
import { FaultNotice, Section } from '#web/parts/frame.tsx'
import { Desk, type Over } from './desk.tsx'
import { type Paper, sheet, unsaved, usePaper } from './paper.ts'

type Found = { readonly view: DraftView; readonly over: Over | null; readonly base: Paper['base'] }

/** The draft as the house has it now – never an older answer – and the campaign that it revises. */
const find = async (draft: DraftId): Promise<Found> => {
  const view = await get('draft.show', { draft })
  if (view.campaign === null) return { view, over: null, base: null }
  const now = await get('campaign.show', { campaign: view.campaign })
  const version = Math.max(now.version, ...now.versions.map((v) => v.version))
  const then = view.base === null ? now : await get('campaign.show', { campaign: view.campaign, version: view.base })
  return { view, over: { view: now, version }, base: { source: then.source, files: then.files, version: view.base ?? version } }
}

type Props = { readonly draft: DraftId; readonly account: AccountId }

/** A draft out of the list. What this device has and the house has not goes before the house's own. */
export const Opened = ({ draft, account }: Props) => {
  const [found, setFound] = useState<Found | Refusal | null>(null)
  useEffect(() => {
    let gone = false
    void find(draft)
      .catch((fault: unknown) => {
        if (fault instanceof Refusal) return fault
        throw fault
      })
      .then((answer) => !gone && setFound(answer))
    return () => {
      gone = true
    }
  }, [draft])
  if (found === null) return <Skeleton active paragraph={{ rows: 8 }} />
  if (found instanceof Refusal)
    return (
      <Section>
        <FaultNotice fault={found} />
      </Section>
    )
  return <Written {...found} account={account} />
}

const Written = ({ view, over, base, account }: Found & Pick<Props, 'account'>) => {
  const navigate = useNavigate()
  const [fresh] = useState((): Paper => ({ ...sheet(view, base), draft: { id: view.id, seen: view.version, at: null } }))
  const { paper, ...kept } = usePaper(`${account}.draft.${view.id}`, fresh, unsaved)
  const forget = () => {
    kept.forget()
    void navigate({ to: '/scheme/write', search: {} })
  }
  return paper === null ? null : <Desk {...kept} forget={forget} paper={paper} over={over} />
}
