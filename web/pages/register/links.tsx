import { ArrowRightOutlined } from '@ant-design/icons'
import type { LinkRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { Find } from '#web/form/find.tsx'
import { useWords } from '#web/say/words.ts'
import { type PanelProps, asked } from './panel.ts'
import look from './register.module.css'
import { Since } from './since.tsx'
import { registerWords } from './words.ts'

/** Who answers for whom: 陆文渊 → 云溪镇 挂钩联系 2012-02-20 – 至今. */
export const LinkLines = ({ rows }: { readonly rows: readonly LinkRow[] }) => (
  <ul className={look.terms}>
    {rows.map((row) => (
      <li key={row.id} className={look.linkLine}>
        <span>
          {row.fromName} <ArrowRightOutlined aria-hidden className={look.arrow} /> {row.toName}{' '}
          <span className={look.alias}>{row.role}</span>
        </span>
        <Since term={row} />
      </li>
    ))}
  </ul>
)

export const LinksPanel = ({ search, put }: PanelProps) => {
  const w = useWords(registerWords)
  const { org } = useScope()
  const links = useRead('link.list', { org: org?.id })
  const q = search.q ?? ''
  return (
    <>
      <div className={look.filters}>
        <Find className={look.find} value={search.q ?? ''} put={(text) => put({ q: asked(text) })} says={w('findPerson')} />
      </div>
      <Answer of={links} rows={8}>
        {(all) => {
          const rows = all.filter((row) => `${row.fromName} ${row.toName} ${row.role}`.includes(q))
          return (
            <div className={look.padded}>
              {rows.length === 0 ? (
                <Empty title={all.length === 0 ? w('none') : w('noneFit')} hint={all.length === 0 ? w('emptyHint') : w('noneFitHint')} />
              ) : (
                <LinkLines rows={rows} />
              )}
            </div>
          )
        }}
      </Answer>
    </>
  )
}
