import { Link } from '@tanstack/react-router'
import { Select, Tag } from 'antd'
import type { PlaceId } from '#kit/id.ts'
import { usePages, useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { branchOf } from '#web/form/tree.ts'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { useKindTitle } from './kinds.ts'
import { Rows } from './rows.tsx'
import { Find, type PanelProps } from './find.tsx'
import look from './register.module.css'
import { NothingYet } from './nothing-yet.tsx'
import { registerWords } from './words.ts'

/** Kinds and tags as the campaign titles them; the register's own word where it does not. */
export const useTitles = () => {
  const say = useSay()
  const { campaign } = useScope()
  const scheme = useScheme(campaign?.id ?? null).data?.compiled?.scheme
  const kinds = (scheme?.subjects ?? []).map((s) => ({ value: s.key, label: say(s.title) }))
  const tags = (scheme?.tags ?? []).map((t) => ({ value: t.key, label: say(t.title) }))
  const kindTitle = useKindTitle()
  const titleOf = (list: typeof kinds, key: string) => list.find((o) => o.value === key)?.label
  return { kinds, tags, kind: (key: string) => titleOf(kinds, key) ?? kindTitle(key), tag: (key: string) => titleOf(tags, key) ?? key }
}

const SubjectFilters = ({ search, put }: PanelProps) => {
  const w = useWords(registerWords)
  const titles = useTitles()
  const places = useRead('place.list', {})
  const byId = new Map((places.data ?? []).map((p) => [p.id as string, p]))
  const options = (places.data ?? []).map((p) => ({
    value: p.id as string,
    label: p.name,
    find: `${p.name} ${branchOf(byId, p)}`,
    about: branchOf(byId, p),
  }))
  return (
    <div className={look.filters}>
      <Find search={search} put={put} says={w('findSubject')} />
      <Select
        className={look.pick ?? ''}
        aria-label={w('kind')}
        allowClear
        placeholder={w('anyKind')}
        value={search.kind ?? null}
        options={titles.kinds}
        onChange={(kind: string | undefined) => put({ kind })}
      />
      <Select
        className={look.pick ?? ''}
        aria-label={w('tags')}
        allowClear
        placeholder={w('anyTag')}
        value={search.tag ?? null}
        options={titles.tags}
        onChange={(tag: string | undefined) => put({ tag })}
      />
      <Select
        className={look.pick ?? ''}
        aria-label={w('place')}
        allowClear
        placeholder={w('anyPlace')}
        value={search.place ?? null}
        popupMatchSelectWidth={260}
        options={options}
        showSearch={{ optionFilterProp: 'find' }}
        optionRender={(o) => (
          <>
            {o.data.label} <span className="soft">{o.data.about}</span>
          </>
        )}
        onChange={(place: string | undefined) => put({ place })}
      />
    </div>
  )
}

export const SubjectsPanel = (props: PanelProps) => {
  const w = useWords(registerWords)
  const titles = useTitles()
  const { q, kind, tag, place } = props.search
  const pages = usePages('subject.list', { q, kind, tag, place: place as PlaceId | undefined, limit: 60 }, { keep: true })
  const narrowed = [q, kind, tag, place].some((x) => x !== undefined)
  return (
    <>
      <SubjectFilters {...props} />
      <Answer of={pages} rows={8}>
        {() =>
          pages.rows.length === 0 ? (
            narrowed ? (
              <div className={look.sheet}>
                <Empty title={w('noneFit')} hint={w('noneFitHint')} />
              </div>
            ) : (
              <NothingYet />
            )
          ) : (
            <Rows
              rows={pages.rows}
              more={pages}
              columns={[
                {
                  key: 'name',
                  title: w('name'),
                  show: (s) => (
                    <Link to="/register/subjects/$subject" params={{ subject: s.id }} className={look.name}>
                      {s.name}
                    </Link>
                  ),
                },
                { key: 'kind', title: w('kind'), width: 110, show: (s) => titles.kind(s.kind) },
                { key: 'place', title: w('place'), width: 150, show: (s) => s.placeName },
                { key: 'address', title: w('address'), show: (s) => s.address },
                { key: 'tags', title: w('tags'), show: (s) => s.tags.map((t) => <Tag key={t}>{titles.tag(t)}</Tag>) },
                { key: 'code', title: w('code'), width: 140, show: (s) => <span className="num soft">{s.code}</span> },
              ]}
            />
          )
        }
      </Answer>
    </>
  )
}
