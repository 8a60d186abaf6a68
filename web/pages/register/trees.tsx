import { PlusOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import type { ColumnsType } from 'antd/es/table'
import { type ReactNode, useMemo, useState } from 'react'
import type { OrgRow, PlaceRow } from '#command/views.ts'
import type { OrgId, PlaceId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { type Branch, grow, narrowed, withAbove } from '#web/form/tree.ts'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { Find } from '#web/form/find.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { OrgForm, PlaceForm } from './edit/node.tsx'
import { editWords } from './edit/words.ts'
import { useKindTitle } from './kinds.ts'
import { NothingYet } from './nothing-yet.tsx'
import { OrgDrawer } from './org.tsx'
import { type PanelProps, asked } from './panel.ts'
import { PlaceDrawer } from './place.tsx'
import look from './register.module.css'
import { registerWords } from './words.ts'

type Node = OrgRow | PlaceRow

export const OrgsPanel = (props: PanelProps) => {
  const w = useWords(editWords)
  const orgs = useRead('org.list', {})
  const { org } = useScope()
  const may = useHolds('office')
  const [at, setAt] = useState<OrgId | null>(null)
  const [making, setMaking] = useState(false)
  const add = may && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {w('newOrg')}
    </Button>
  )
  return (
    <>
      <Answer of={orgs} rows={8}>
        {(rows) => <Tree {...props} rows={rows} open={(id) => setAt(id as OrgId)} add={add} />}
      </Answer>
      <OrgDrawer org={at} orgs={orgs.data ?? []} go={setAt} close={() => setAt(null)} />
      {making && <OrgForm node={null} below={org?.id} close={() => setMaking(false)} />}
    </>
  )
}

export const PlacesPanel = (props: PanelProps) => {
  const w = useWords(editWords)
  const places = useRead('place.list', {})
  const may = useHolds('office')
  const [at, setAt] = useState<PlaceId | null>(null)
  const [making, setMaking] = useState(false)
  const add = may && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {w('newPlace')}
    </Button>
  )
  return (
    <>
      <Answer of={places} rows={8}>
        {(rows) => <Tree {...props} rows={rows} open={(id) => setAt(id as PlaceId)} add={add} />}
      </Answer>
      <PlaceDrawer place={at} places={places.data ?? []} close={() => setAt(null)} />
      {making && <PlaceForm node={null} close={() => setMaking(false)} />}
    </>
  )
}

const keysOf = (nodes: readonly Branch<Node>[]): string[] =>
  nodes.flatMap((n) => (n.children === undefined ? [] : [n.id, ...keysOf(n.children)]))

/** How many stand below each row. */
const countBelow = (nodes: readonly Branch<Node>[], into: Map<string, number>): number =>
  nodes.reduce((sum, n) => {
    const below = n.children === undefined ? 0 : countBelow(n.children, into)
    into.set(n.id, below)
    return sum + 1 + below
  }, 0)

const useTree = (rows: readonly Node[], q: string) => {
  const all = useMemo(() => grow<Node>(rows), [rows])
  const below = useMemo(() => {
    const map = new Map<string, number>()
    countBelow(all, map)
    return map
  }, [all])
  const shown = useMemo(() => {
    if (q === '') return all
    const byId = new Map(rows.map((row) => [row.id as string, row]))
    return grow<Node>(withAbove<Node>(rows, narrowed<Node>(rows, byId, q)))
  }, [all, rows, q])
  return { shown, below, all: useMemo(() => keysOf(shown), [shown]) }
}

type TreeProps = PanelProps & { readonly rows: readonly Node[]; readonly open: (id: string) => void; readonly add: ReactNode }

const Name = ({ node, open }: { readonly node: Node; readonly open: (id: string) => void }) => {
  const c = useWords(commonWords)
  const w = useWords(registerWords)
  const narrow = useNarrow()
  return (
    <span>
      <button type="button" className={`bare ${look.name}`} onClick={() => open(node.id)}>
        {node.name}
      </button>
      {node.aliases.length > 0 && (
        <span className={look.alias}>
          {w('aliases')} {node.aliases.join(c('listMark'))}
        </span>
      )}
      {narrow && <span className={look.alias}>{node.code}</span>}
    </span>
  )
}

const useColumns = (below: ReadonlyMap<string, number>, open: (id: string) => void): ColumnsType<Branch<Node>> => {
  const w = useWords(registerWords)
  const narrow = useNarrow()
  const kindTitle = useKindTitle()
  const more: ColumnsType<Branch<Node>> = [
    { title: w('code'), dataIndex: 'code', width: 180, className: 'num' },
    { title: w('kind'), key: 'kind', width: 140, render: (_v, n) => kindTitle(n.kind) },
    { title: w('class'), dataIndex: 'class', width: 160 },
  ]
  return [
    { title: w('name'), key: 'name', render: (_v, n) => <Name node={n} open={open} /> },
    ...(narrow ? [] : more),
    {
      title: w('below'),
      key: 'below',
      width: narrow ? 64 : 90,
      align: 'right',
      className: 'num',
      render: (_v, n) => below.get(n.id) || '',
    },
  ]
}

/** Orgs and places as they hang: folded below the first two levels, everything that fits when searching. */
const Tree = ({ rows, search, put, open, add }: TreeProps) => {
  const w = useWords(registerWords)
  const narrow = useNarrow()
  const q = search.q ?? ''
  const { shown, below, all } = useTree(rows, q)
  const tops = shown.map((n) => n.id as string)
  const [opened, setOpened] = useState<readonly string[]>(tops)
  const columns = useColumns(below, open)
  const unfolded = opened.length > tops.length
  if (rows.length === 0) return <NothingYet action={add} />
  return (
    <>
      <div className={look.filters}>
        <Find className={look.find} value={q} put={(text) => put({ q: asked(text) })} says={w('findOrg')} />
        <Button onClick={() => setOpened(unfolded ? tops : all)}>{w(unfolded ? 'collapse' : 'expandAll')}</Button>
        {add}
      </div>
      <Table<Branch<Node>>
        className={look.sheet ?? ''}
        size="middle"
        rowKey="id"
        dataSource={shown}
        pagination={false}
        expandable={{
          expandedRowKeys: q === '' ? [...opened] : all,
          onExpandedRowsChange: (keys) => setOpened(keys.map(String)),
          indentSize: narrow ? 14 : 22,
        }}
        locale={{ emptyText: <Empty title={w('noneFit')} hint={w('noneFitHint')} /> }}
        columns={columns}
      />
    </>
  )
}
