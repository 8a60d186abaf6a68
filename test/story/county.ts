import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import type { FigureRow, Receipt, RecordView } from '#command/views.ts'
import type { Attachment, ContentInput } from '#record/shape.ts'
import type { Fresh } from '../cluster.ts'
import { type Client, type TestHouse, openHouse } from '../server/house.ts'

/*
 * A county of two towns and a department, and a campaign copied from `campaigns/san-jie-san-cu` and changed by hand as its
 * office would change it. Villages, households and officials of the two towns have the same names.
 */

const path = (name: string) => fileURLToPath(new URL(`../../campaigns/san-jie-san-cu/${name}`, import.meta.url))

/** The copied scheme with each passage replaced; a passage that is no longer there is a mistake of this test. */
const changed = (source: string, changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the campaign has no ${from}`)
    return text.replace(from, () => to)
  }, source)

const what = '      - { key: what, title: { zh: 走访情况'
const book = '      - { key: book, check:'
const visits = '  visits: { title: { zh: 走访次数'

export const copied = (): string =>
  changed(readFileSync(path('scheme.yaml'), 'utf8'), [
    ['scheme: san-jie-san-cu', 'scheme: asking-for-advice'],
    ['领导干部下基层“三解三促”活动', '问计问暖大走访'],
    ['{ key: party, title: { zh: 组织建设', '{ key: health, title: 就医 }, { key: party, title: { zh: 组织建设'],
    [
      what,
      `      - { key: wet, title: 农田积水, type: boolean }\n      - { key: flooded, title: 积水面积, type: decimal, unit: 公顷, decimals: 3, min: 0, show: wet }\n${what}`,
    ],
    [book, `      - { key: long, check: days <= 3 || has(it.thoughts), otherwise: block, says: 三天以上须写思考 }\n${book}`],
    [
      visits,
      `  flooded: { title: 积水农田, unit: 亩, decimals: 2, from: visit, value: flooded }\n  health: { title: 其中谈及就医, unit: 次, of: visits, when: '"health" in topics' }\n  veterans: { title: 走访老党员, unit: 户, from: visit, distinct: subject, when: '"老党员" in subject.tags' }\n  crowd: { title: 每次人数, unit: 人次, decimals: 2, formula: person_times / visits }\n${visits}`,
    ],
  ])

export const template =
  '# 问计问暖通报\n\n走访{{ visits }}、{{ households }}，谈及就医{{ health }}，积水{{ flooded }}，老党员{{ veterans }}；待审{{ pending(visits) }}。收集{{ raised }}。\n'

const towns = ['EAST', 'WEST'] as const

const register = {
  orgs: [
    ...towns.map((code) => ({ code, name: code === 'EAST' ? '东溪镇' : '西溪镇', parent: 'ROOT', class: '乡镇' })),
    { code: 'WATER', name: '水利局', parent: 'ROOT', class: '市级机关部门' },
  ],
  places: [
    { code: 'AREA', name: '清河市', parent: null },
    ...towns.flatMap((t) => [
      { code: `P-${t}`, name: t === 'EAST' ? '东溪镇' : '西溪镇', parent: 'AREA' },
      { code: `P-${t}-1`, name: '新华村', parent: `P-${t}` },
    ]),
  ],
  people: towns.flatMap((t) => [
    { code: `${t}-head`, name: '镇长', posts: [{ org: t, post: '镇长', rank: '乡科级' }] },
    { code: `${t}-deputy`, name: '副镇长', posts: [{ org: t, post: '副镇长', rank: '乡科级' }] },
    { code: `${t}-village`, name: '村书记', posts: [{ org: t, post: '村书记', rank: '' }] },
  ]),
  subjects: towns.flatMap((t) => [
    { code: `${t}-H1`, name: '村东头人家', kind: '农户', place: `P-${t}-1`, tags: ['老党员'] },
    { code: `${t}-H2`, name: '村西头人家', kind: '农户', place: `P-${t}-1` },
  ]),
}

type Ids = Readonly<Record<string, string>>
export type County = {
  readonly house: TestHouse
  readonly campaign: string
  /** Of orgs, places, people and subjects by code. */
  readonly ids: Ids
  /** A household visited in the village of a town; what is given comes on top. */
  visit(town: 'EAST' | 'WEST', content?: Partial<ContentInput>, fields?: ContentInput['fields']): ContentInput
  submit(client: Client, content: ContentInput, more?: object): Promise<Receipt>
  /** 'confirmed/pending' by indicator. */
  figures(client: Client, query?: Record<string, string>): Promise<Readonly<Record<string, string>>>
  show(client: Client, record: string): Promise<RecordView>
  photo(client: Client): Promise<Attachment>
}

type Coded = { readonly id: string; readonly code: string }
const idsOf = async ({ admin }: TestHouse): Promise<Ids> => {
  const lists = [await admin.sees<Coded[]>('org.list'), await admin.sees<Coded[]>('place.list')]
  const pages = [await admin.sees<{ rows: Coded[] }>('person.list'), await admin.sees<{ rows: Coded[] }>('subject.list')]
  return Object.fromEntries([...lists.flat(), ...pages.flatMap((p) => p.rows)].map((one) => [one.code, one.id]))
}

export const openCounty = async (fresh: () => Promise<Fresh>): Promise<County> => {
  const house = await openHouse(fresh)
  await house.register(register)
  const loaded = { id: uuidv7(), source: copied(), files: { 'bulletin.md': template } }
  const campaign = (await house.admin.does<{ id: string }>('campaign.load', loaded)).id
  const ids = await idsOf(house)
  const id = (code: string) => ids[code] as never
  const photo = async (client: Client): Promise<Attachment> => {
    const answer = await client.fetch('/api/blob/put', {
      method: 'PUT',
      body: pixel,
      headers: { 'x-name': encodeURIComponent('入户.png') },
    })
    if (answer.status !== 200) throw new Error(await answer.text())
    return (await answer.json()) as Attachment
  }
  return {
    house,
    campaign,
    ids,
    visit: (town, content = {}, fields = {}) => ({
      day: '2012-04-10',
      org: id(town),
      place: id(`P-${town}-1`),
      participants: [id(`${town}-head`)],
      subjects: [id(`${town}-H1`)],
      ...content,
      fields: { days: '1', what: '查看低洼田块', problems: '排水不畅', ...fields },
    }),
    submit: (client, content, more = {}) =>
      client.does('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'visit', content, ...more }),
    figures: async (client, query = {}) => {
      const rows = await client.sees<FigureRow[]>('figure.list', { campaign, ...query })
      return Object.fromEntries(rows.map((f) => [f.indicator, `${f.confirmed}/${f.pending}`]))
    },
    show: (client, record) => client.sees('record.show', { record }),
    photo,
  }
}

/** One pixel, as PNG. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
