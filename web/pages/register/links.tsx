import { ArrowRightOutlined, LinkOutlined, StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { LinkRow } from '#command/views.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { todayHere } from '#web/form/today.ts'
import { useWords } from '#web/say/words.ts'
import { useSaid } from './edit/drawer.tsx'
import { EndDialog } from './edit/end.tsx'
import { type LinkEnds, LinkForm } from './edit/link.tsx'
import { editWords } from './edit/words.ts'
import look from './register.module.css'
import { Since } from './since.tsx'

/** Who answers for whom: 陆文渊 → 云溪镇 结对 2012-02-20 – 至今; each with the way to end it. */
export const LinkLines = ({ rows }: { readonly rows: readonly LinkRow[] }) => {
  const w = useWords(editWords)
  const may = useHolds('office', 'liaison')
  const [ending, setEnding] = useState<LinkRow | null>(null)
  const today = todayHere()
  return (
    <>
      <ul className={look.terms}>
        {rows.map((row) => (
          <li key={row.id} className={look.linkLine}>
            <span>
              {row.fromName} <ArrowRightOutlined aria-hidden className={look.arrow} /> {row.toName}{' '}
              <span className={look.alias}>{row.role}</span>
            </span>
            <span>
              <Since term={row} />
              {may && (row.until === null || row.until > today) && (
                <Button
                  type="text"
                  size="small"
                  danger
                  icon={<StopOutlined />}
                  aria-label={w('linkEndTitle', { from: row.fromName, to: row.toName })}
                  onClick={() => setEnding(row)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      {ending !== null && <EndLink id={ending.id} from={ending.fromName} to={ending.toName} close={() => setEnding(null)} />}
    </>
  )
}

type EndProps = { readonly id: string; readonly from: string; readonly to: string; readonly close: () => void }

export const EndLink = ({ id, from, to, close }: EndProps) => {
  const w = useWords(editWords)
  const does = useWrite('link.end', useSaid('ended', close))
  return (
    <EndDialog
      title={w('linkEndTitle', { from, to })}
      busy={does.isPending}
      fault={does.error}
      close={close}
      end={(until) => does.mutate({ link: id, until })}
    />
  )
}

type NewProps = {
  readonly ends?: LinkEnds
  readonly primary?: boolean
  /** In a line of its own: small, and told apart by whose it is. */
  readonly of?: string
}

/** A button that opens the form for a link, with what is known of its ends. */
export const NewLink = ({ ends = {}, primary = false, of }: NewProps) => {
  const w = useWords(editWords)
  const may = useHolds('office', 'liaison')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button
        {...(primary ? { type: 'primary' as const } : {})}
        {...(of === undefined ? {} : { size: 'small' as const, 'aria-label': `${w('newLink')} ${of}` })}
        icon={<LinkOutlined />}
        onClick={() => setOpen(true)}
      >
        {w(of === undefined ? 'newLink' : 'linkUp')}
      </Button>
      {open && <LinkForm ends={ends} close={() => setOpen(false)} />}
    </>
  )
}
