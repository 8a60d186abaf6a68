import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Tabs, Typography } from 'antd'
import type { BulletinView } from '#command/views.ts'
import { urlOf } from '#web/api/client.ts'
import { Frame } from '#web/parts/frame.tsx'
import { sayMoment } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { Changes } from './changes.tsx'
import { StateChip } from './desk.tsx'
import { FigureLink } from './figure-link.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { Paper } from './paper.tsx'
import { Verify } from './verify.tsx'
import { bulletinWords } from './words.ts'

export const Takeaway = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {w('print')}
      </Button>
      <Button
        type={bulletin.state === 'sealed' ? 'primary' : 'default'}
        icon={<DownloadOutlined aria-hidden />}
        href={urlOf('bulletin.export', { id: bulletin.id, format: 'docx' })}
        download
      >
        {w('download')}
      </Button>
    </>
  )
}

const Proof = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  return (
    <section className={look.proof}>
      <dl className={look.proofRows}>
        <dt>{w('sealedAt')}</dt>
        <dd className="num">{bulletin.moment === null ? '—' : sayMoment(bulletin.moment)}</dd>
        <dt>{w('sealedBy')}</dt>
        <dd>{bulletin.sealedBy ?? '—'}</dd>
        <dt>{w('fingerprint')}</dt>
        <dd>
          {bulletin.seal !== null && (
            <Typography.Text className={look.hash ?? ''} title={w('fingerprintHint')} copyable={{ text: bulletin.seal }}>
              {bulletin.seal.slice(0, 8)}…{bulletin.seal.slice(-8)}
            </Typography.Text>
          )}
        </dd>
      </dl>
      <Verify bulletin={bulletin} />
    </section>
  )
}

const FigureList = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  const say = useSay()
  return (
    <>
      <p className={look.sideHint}>{w('figuresHint')}</p>
      <ol className={look.figureList}>
        {bulletin.derivations.map((d) => (
          <li key={d.number}>
            <FigureLink figure={d.number} className={look.figureRow}>
              <span className={look.figureNo}>{d.number}</span>
              <span>{say(d.title)}</span>
              <b>{d.printed}</b>
            </FigureLink>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The reading page of a sealed bulletin: the paper, and beside it the proof, its figures, and what has changed since. */
export const SealedBulletin = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  const sealed = bulletin.state === 'sealed'
  const stamp = sealed && bulletin.moment !== null ? { word: w('sealed'), moment: sayMoment(bulletin.moment).slice(0, 10) } : undefined
  const figures = {
    key: 'figures',
    label: `${w('figures')} ${bulletin.derivations.length}`,
    children: <FigureList bulletin={bulletin} />,
  }
  const changes = { key: 'changes', label: w('changes'), children: <Changes bulletin={bulletin} /> }
  return (
    <Frame
      title={bulletin.title}
      about={<StateChip state={bulletin.state} />}
      back={{ to: '/bulletins', says: w('backToDesk') }}
      actions={<Takeaway bulletin={bulletin} />}
      wide
    >
      <div className={look.reading}>
        <Paper document={bulletin.document} stamp={stamp} />
        <aside className={look.aside}>
          {sealed && <Proof bulletin={bulletin} />}
          <Tabs items={sealed ? [figures, changes] : [figures]} />
        </aside>
      </div>
      <FigurePanel bulletin={bulletin} />
    </Frame>
  )
}
