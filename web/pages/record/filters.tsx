import { CloseOutlined, FilterOutlined, FlagOutlined, UserOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, DatePicker, Drawer, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { type Sort, states } from '#record/shape.ts'
import { Find } from '#web/form/find.tsx'
import { useNarrow } from '#web/form/narrow.ts'
import { PlacePick } from '#web/form/place-pick.tsx'
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
  const navigate = useNavigate()
  const put = (change: ListSearch) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: true })
  const { q } = props.search
  const clear = isNarrowed(props.search) && (
    <Button type="link" icon={<CloseOutlined />} onClick={() => put(nothing)}>
      {w('clear')}
    </Button>
  )
  return (
    <div className={look.filters} role="search">
      <Find
        className={look.find}
        value={q ?? ''}
        put={(text) => put({ q: text === '' ? undefined : text })}
        says={w('find')}
        large={narrow}
      />
      {narrow ? <Sheet {...props} put={put} clear={clear} /> : <Fields {...props} put={put} />}
      {!narrow && clear}
    </div>
  )
}

type Put = { readonly search: ListSearch; readonly put: (change: ListSearch) => void }

const Sheet = ({ clear, ...props }: Props & Put & { readonly clear: ReactNode }) => {
  const w = useWords(recordWords)
  const [open, setOpen] = useState(false)
  const n = count({ ...props.search, q: undefined })
  return (
    <>
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
          <Fields {...props} />
        </div>
      </Drawer>
    </>
  )
}

type PickProps = {
  readonly label: string
  readonly any: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly put: (value: string | undefined) => void
}

const Pick = ({ label, any, value, options, put }: PickProps) => (
  <Select
    className={look.pick ?? ''}
    aria-label={label}
    allowClear
    placeholder={any}
    value={value ?? null}
    options={[...options]}
    onChange={(chosen: string | undefined) => put(chosen)}
  />
)

const Fields = ({ sort, kinds, search, put }: Props & Put) => {
  const w = useWords(recordWords)
  const s = useWords(stateWords)
  const stateOptions = states.map((state) => ({ value: state, label: s(state) }))
  const progress = search.closed === undefined ? undefined : search.closed ? 'closed' : 'open'
  return (
    <>
      <Pick
        label={w('kind')}
        any={w('anyKind')}
        value={search.kind}
        options={kinds.map((k) => ({ value: k.key, label: k.title }))}
        put={(kind) => put({ kind })}
      />
      <Pick
        label={w('state')}
        any={w('anyState')}
        value={search.state}
        options={stateOptions}
        put={(v) => put({ state: states.find((one) => one === v) })}
      />
      {sort === 'matter' && (
        <Pick
          label={w('outcome')}
          any={w('anyProgress')}
          value={progress}
          options={(['open', 'closed'] as const).map((value) => ({ value, label: w(value) }))}
          put={(v) => put({ closed: v === undefined ? undefined : v === 'closed' })}
        />
      )}
      <PlacePick className={look.pick} any={w('anyPlace')} label={w('place')} value={search.place} put={(place) => put({ place })} />
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
  readonly icon: ReactNode
  readonly on: boolean
  readonly label: string
  readonly put: (on: true | undefined) => void
}) => (
  <Button icon={icon} aria-pressed={on} type={on ? 'primary' : 'default'} ghost={on} onClick={() => put(on ? undefined : true)}>
    {label}
  </Button>
)

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
