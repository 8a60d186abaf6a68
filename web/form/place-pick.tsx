import { Select } from 'antd'
import { useMemo } from 'react'
import { useRead } from '#web/api/hooks.ts'
import { branchOf } from './tree.ts'

type Props = {
  readonly label: string
  readonly any: string
  readonly value: string | undefined
  readonly put: (place: string | undefined) => void
  readonly className?: string | undefined
}
type Option = { readonly value: string; readonly label: string; readonly find: string; readonly about: string }

const named = (option: { readonly data: Option }) => (
  <>
    {option.data.label} <span className="soft">{option.data.about}</span>
  </>
)

/** A place to narrow a list to; same names are told apart by where they lie. */
export const PlacePick = ({ label, any, value, put, className }: Props) => {
  const places = useRead('place.list', {})
  const options = useMemo(() => {
    const rows = places.data ?? []
    const byId = new Map(rows.map((p) => [p.id as string, p]))
    return rows.map(
      (p): Option => ({ value: p.id, label: p.name, find: `${p.name} ${p.code} ${branchOf(byId, p)}`, about: branchOf(byId, p) }),
    )
  }, [places.data])
  return (
    <Select<string | null, Option>
      className={className ?? ''}
      aria-label={label}
      allowClear
      placeholder={any}
      value={value ?? null}
      popupMatchSelectWidth={260}
      options={options}
      showSearch={{ optionFilterProp: 'find' }}
      optionRender={named}
      onChange={(place) => put(place ?? undefined)}
    />
  )
}
