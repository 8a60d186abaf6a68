import { CloseOutlined, FilterOutlined, FlagOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, DatePicker, Drawer, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { type Sort, type State, states } from '#record/shape.ts'
import { useRead } from '#web/api/hooks.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { useRested } from '#web/form/pick-sheet.tsx'
import { branchOf } from '#web/form/tree.ts'
import { stateWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import type { Kinds } from './kinds.ts'
import look from './record.module.css'
import type { ListSearch } from './routes.ts'
import { recordWords } from './words.ts'

const nothing: ListSearch = {
  kind: undefined,
  state: undefined,
  place: undefined,
  from: undefined,
  to: undefined,
  q: undefined,
  closed: undefined,
  mine: undefined,
  flagged: undefined,
}

const count = (search: ListSearch): number => Object.keys(nothing).filter((key) => search[key as keyof ListSearch] !== undefined).length
export const isNarrowed = (search: ListSearch): boolean => count(search) > 0

type Props = { readonly sort: Sort; readonly kinds: Kinds; readonly search: ListSearch }

/** What the list is narrowed to: in a row on the desk, behind a button on the phone. */
export const Filters = (props: Props) => {
  const w = useWords(recordWords)
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const put = (change: ListSearch) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: true })
  const n = count({ ...props.search, q: undefined })
  const clear = isNarrowed(props.search) && (
    <Button type="link" icon={<CloseOutlined />} onClick={() => put(nothing)}>
      {w('clear')}
    </Button>
  )
  if (!narrow) {
    return (
      <div className={look.filters} role="search">
        <Find search={props.search} put={put} />
        <Fields {...props} put={put} />
        {clear}
      </div>
    )
  }
  return (
    <div className={look.filters} role="search">
      <Find search={props.search} put={put} />
      <Button
        size="large"
        icon={<FilterOutlined />}
        type={n > 0 ? 'primary' : 'default'}
        ghost={n > 0}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {w('filters')}
        {n > 0 ? ` ${n}` : ''}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={w('filters')} extra={clear}>
        <div className={look.filterSheet}>
          <Fields {...props} put={put} />
        </div>
      </Drawer>
    </div>
  )
}

type Put = { readonly search: ListSearch; readonly put: (change: ListSearch) => void }

const Find = ({ search, put }: Put) => {
  const w = useWords(recordWords)
  const narrow = useNarrow()
  const [typed, setTyped] = useState(search.q ?? '')
  const rested = useRested(typed.trim())
  useEffect(() => setTyped(search.q ?? ''), [search.q])
  useEffect(() => {
    if (rested !== (search.q ?? '') && rested === typed.trim()) put({ q: rested === '' ? undefined : rested })
  }, [rested]) // only when the typing has come to rest
  return (
    <Input
      className={look.find}
      size={narrow ? 'large' : 'middle'}
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      value={typed}
      placeholder={w('find')}
      aria-label={w('find')}
      onChange={(e) => setTyped(e.target.value)}
    />
  )
}

const Fields = ({ sort, kinds, search, put }: Props & Put) => {
  const w = useWords(recordWords)
  const s = useWords(stateWords)
  return (
    <>
      <Select
        className={look.pick}
        aria-label={w('kind')}
        allowClear
        placeholder={w('anyKind')}
        value={search.kind ?? null}
        options={kinds.map((k) => ({ value: k.key, label: k.title }))}
        onChange={(kind: string | undefined) => put({ kind })}
      />
      <Select
        className={look.pick}
        aria-label={w('state')}
        allowClear
        placeholder={w('anyState')}
        value={search.state ?? null}
        options={states.map((state) => ({ value: state, label: s(state) }))}
        onChange={(state: State | undefined) => put({ state })}
      />
      {sort === 'matter' && (
        <Select
          className={look.pick}
          aria-label={w('outcome')}
          allowClear
          placeholder={w('anyProgress')}
          value={search.closed === undefined ? null : search.closed ? 'closed' : 'open'}
          options={[
            { value: 'open', label: w('open') },
            { value: 'closed', label: w('closed') },
          ]}
          onChange={(v: string | undefined) => put({ closed: v === undefined ? undefined : v === 'closed' })}
        />
      )}
      <PlaceFilter search={search} put={put} />
      <Days search={search} put={put} />
      <Toggle icon={<UserOutlined />} on={search.mine === true} label={w('mine')} put={(mine) => put({ mine })} />
      <Toggle icon={<FlagOutlined />} on={search.flagged === true} label={w('flagged')} put={(flagged) => put({ flagged })} />
    </>
  )
}

const Toggle = ({
  icon,
  on,
  label,
  put,
}: {
  readonly icon: React.ReactNode
  readonly on: boolean
  readonly label: string
  readonly put: (on: true | undefined) => void
}) => (
  <Button icon={icon} aria-pressed={on} type={on ? 'primary' : 'default'} ghost={on} onClick={() => put(on ? undefined : true)}>
    {label}
  </Button>
)

const PlaceFilter = ({ search, put }: Put) => {
  const w = useWords(recordWords)
  const places = useRead('place.list', {})
  const byId = new Map((places.data ?? []).map((p) => [p.id as string, p]))
  const options = (places.data ?? []).map((p) => ({
    value: p.id as string,
    label: p.name,
    find: `${p.name} ${p.code} ${branchOf(byId, p)}`,
    about: branchOf(byId, p),
  }))
  return (
    <Select
      className={look.pick}
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
  )
}

const Days = ({ search, put }: Put) => {
  const w = useWords(recordWords)
  const narrow = useNarrow()
  const clean = (day: string): string | undefined => (day === '' ? undefined : day)
  if (narrow) {
    return (
      <div className={look.days}>
        <Input type="date" aria-label={w('from')} value={search.from ?? ''} onChange={(e) => put({ from: clean(e.target.value) })} />
        <span className="soft">–</span>
        <Input type="date" aria-label={w('to')} value={search.to ?? ''} onChange={(e) => put({ to: clean(e.target.value) })} />
      </div>
    )
  }
  const value = [search.from, search.to].map((day) => (day === undefined ? null : dayjs(day)))
  return (
    <DatePicker.RangePicker
      className={look.range}
      allowEmpty={[true, true]}
      value={[value[0] ?? null, value[1] ?? null]}
      placeholder={[w('from'), w('to')]}
      onChange={(_days, [from, to]) => put({ from: clean(from), to: clean(to) })}
    />
  )
}
