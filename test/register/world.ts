import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Actor, Role } from '#access/actor.ts'
import type { ImportView } from '#command/import-view.ts'
import type { AccountId, OrgId, TenantId } from '#kit/id.ts'
import type { Entries, Outcome } from '#register/entry.ts'
import { type ImportFile, importFile } from '#store/register/import.ts'
import { type Store, storeOn } from '#store/store.ts'

/** A tenant in an empty database, and somebody who asks. */
export type World = {
  readonly store: Store
  readonly tenant: TenantId
  readonly actor: Actor
  /** Outcomes as words: 'added', 'same', 'changed', or the codes of the misfits. */
  saves(entries: Entries): Promise<Readonly<Record<string, readonly string[]>>>
  id(table: 'org' | 'place' | 'person' | 'subject' | 'link', code: string): Promise<string>
  /** Holds roles on orgs, by their codes. */
  as(...grants: readonly (readonly [Role, string])[]): Promise<Actor>
  imports(file: ImportFile): Promise<ImportView>
}

export const worldIn = async (pool: pg.Pool): Promise<World> => {
  const tenant = uuidv7() as TenantId
  await pool.query('insert into tenant (tenant_id, code, name) values ($1, $2, $3)', [tenant, tenant, '清河市'])
  const store = storeOn(pool)
  const actor = (grants: Actor['grants']): Actor => ({ tenant, account: uuidv7() as AccountId, person: null, name: '系统管理员', grants })
  const id: World['id'] = async (table, code) => {
    const { rows } = await pool.query<{ id: string }>(`select ${table}_id as id from ${table} where tenant_id = $1 and code = $2`, [
      tenant,
      code,
    ])
    if (rows[0] === undefined) throw new Error(`no ${table} ${code}`)
    return rows[0].id
  }
  const root = actor([])
  return {
    store,
    tenant,
    id,
    actor: root,
    as: async (...grants) =>
      actor(await Promise.all(grants.map(async ([role, code]) => ({ role, org: (await id('org', code)) as OrgId })))),
    saves: async (entries) => {
      const saved = await store.write(root, (db) => db.register.saveAll(entries))
      return Object.fromEntries(
        Object.entries(saved)
          .filter(([, o]) => o.length > 0)
          .map(([k, o]) => [k, o.map(word)]),
      )
    },
    imports: async (file) => {
      const { id: running, done } = await importFile(store, root, file)
      await done
      const view = await store.read(tenant, (db) => db.register.import(running))
      if (view === undefined) throw new Error('the import left no trace')
      return view
    },
  }
}

const word = (outcome: Outcome): string => (typeof outcome === 'string' ? outcome : outcome.map((m) => m.code).join(' '))

/** A small city: two towns with a village each of the same name. */
export const city: Entries = {
  places: [
    { code: '010', name: '长桥村', parent: '01', kind: 'village' },
    { code: '01', name: '安丰镇', parent: '0', kind: 'township' },
    { code: '02', name: '云溪镇', parent: '0', kind: 'township' },
    { code: '020', name: '长桥村', parent: '02', kind: 'village' },
    { code: '0', name: '清河市', parent: null, kind: 'city' },
  ],
  orgs: [
    { code: 'Q', name: '清河市委', parent: null, kind: 'city' },
    { code: 'Q1', name: '安丰镇党委', parent: 'Q', kind: 'township', class: 'township' },
    { code: 'Q2', name: '云溪镇党委', parent: 'Q', kind: 'township', class: 'township' },
    { code: 'Q11', name: '安丰镇财政所', parent: 'Q1', kind: 'station' },
  ],
  people: [
    { code: 'P1', name: '林知夏', posts: [{ org: 'Q1', post: '书记', rank: '正科级' }] },
    {
      code: 'P2',
      name: '林知夏',
      posts: [
        { org: 'Q2', post: '镇长', rank: '正科级' },
        { org: 'Q', post: '委员', rank: '' },
      ],
    },
  ],
  subjects: [
    { code: 'H1', name: '周家', kind: 'household', place: '010', address: '三组', tags: ['困难户'] },
    { code: 'H2', name: '周家', kind: 'household', place: '020' },
  ],
  links: [
    { by: { person: 'P1' }, to: { subject: 'H1' }, role: '结对帮扶' },
    { by: { org: 'Q2' }, to: { place: '020' }, role: '联系点' },
  ],
}
