import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NoticeRow } from '#command/notice/views.ts'
import type { Digest, DigestClass } from '#command/supervision/views.ts'
import { Amount } from '#web/parts/figures.tsx'
import { Section } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { grouped, roundedTo } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { digestPageWords } from './digest-words.ts'
import { LightMark } from './light.tsx'
import { Deadline } from './standing.tsx'
import look from './supervision.module.css'

const Figures = ({ digest }: { readonly digest: Digest }) => {
  const w = useWords(digestPageWords)
  const say = useSay()
  return (
    <Section title={w('progress')}>
      <ul className={look.weekFigures}>
        <li>
          <span>{w('records')}</span>
          <b>{digest.records.week}</b>
          <span className="soft">{w('vsBefore', { n: digest.records.before })}</span>
        </li>
        {digest.figures.map((f) => (
          <li key={f.indicator}>
            <span>{say(f.title)}</span>
            <b>
              <Amount value={roundedTo(f.week, f.decimals)} unit={f.unit} />
            </b>
            <span className="soft">
              {w('vsBefore', { n: grouped(roundedTo(f.before, f.decimals)) })} ·{' '}
              {w('total', { n: grouped(roundedTo(f.total, f.decimals)) })}
            </span>
          </li>
        ))}
      </ul>
      {digest.figures.length === 0 && <p className="soft">{w('noFigures')}</p>}
    </Section>
  )
}

const Fact = ({ word, children }: { readonly word: string; readonly children: ReactNode }) => (
  <div className={look.fact}>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
)

const Moved = ({ moved }: { readonly moved: DigestClass['moved'] }) => (
  <ul className={look.moved}>
    {moved.map((m) => (
      <li key={m.org}>
        {m.better ? <ArrowUpOutlined aria-hidden /> : <ArrowDownOutlined aria-hidden />}
        <span>{m.name}</span>
        <LightMark light={m.from} />
        <span aria-hidden>→</span>
        <LightMark light={m.to} />
      </li>
    ))}
  </ul>
)

const ClassFacts = ({ of: c }: { readonly of: DigestClass }) => {
  const m = useWords(commonWords)
  const w = useWords(digestPageWords)
  const say = useSay()
  const list = (names: readonly string[]) =>
    names.length === 0 ? w('nobody') : names.length === c.units && c.units > 5 ? w('allOf', { n: c.units }) : names.join(m('listMark'))
  return (
    <Section
      title={say(c.title)}
      about={w('started', { started: c.started, units: c.units })}
      side={
        <span className={look.digestLights}>
          {(['green', 'yellow', 'red'] as const).map((l) => (
            <span key={l}>
              <LightMark light={l} /> {c.lights[l]}
            </span>
          ))}
        </span>
      }
    >
      <dl className={look.facts}>
        <Fact word={w('began')}>{list(c.began)}</Fact>
        <Fact word={w('busiest')}>{list(c.busiest.map((b) => w('busy', { name: b.name, n: b.records })))}</Fact>
        <Fact word={w('moved')}>{c.moved.length === 0 ? w('nobody') : <Moved moved={c.moved} />}</Fact>
        <Fact word={w('behind')}>{list(c.behind.map((b) => b.name))}</Fact>
        <Fact word={w('quiet')}>{list(c.quiet)}</Fact>
        <Fact word={w('notStarted')}>{list(c.notStarted)}</Fact>
      </dl>
    </Section>
  )
}

const NoticeLines = ({ rows }: { readonly rows: readonly NoticeRow[] }) => {
  const w = useWords(digestPageWords)
  if (rows.length === 0) return <>{w('nobody')}</>
  return (
    <ul className={look.noticeLines}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/supervision/notices/$notice" params={{ notice: row.id }}>
            {row.teamName ?? row.orgName} · {row.title}
          </Link>{' '}
          <Deadline of={row} />
        </li>
      ))}
    </ul>
  )
}

/** The week on one sheet. */
export const DigestBody = ({ digest }: { readonly digest: Digest }) => {
  const w = useWords(digestPageWords)
  const { notices, flags } = digest
  return (
    <>
      <Figures digest={digest} />
      {digest.classes
        .filter((c) => c.units > 0)
        .map((c) => (
          <ClassFacts key={c.key} of={c} />
        ))}
      <Section title={w('notices')} about={w('noticesAbout')}>
        <ul className={look.weekFigures}>
          {(['issue', 'answer', 'close'] as const).map((act) => (
            <li key={act}>
              <span>{w(`act_${act}`)}</span>
              <b>{notices.acts[act] ?? 0}</b>
            </li>
          ))}
          <li>
            <span>{w('open')}</span>
            <b>{notices.open}</b>
          </li>
        </ul>
        <dl className={look.facts}>
          <Fact word={w('overdue')}>
            <NoticeLines rows={notices.overdue} />
          </Fact>
          <Fact word={w('dueSoon')}>
            <NoticeLines rows={notices.dueSoon} />
          </Fact>
        </dl>
      </Section>
      <Section title={w('flags')}>
        <ul className={look.weekFigures}>
          {(['waiting', 'fine', 'not_fine'] as const).map((v) => (
            <li key={v}>
              <span>{w(v)}</span>
              <b>{flags[v]}</b>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
