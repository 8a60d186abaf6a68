import { z } from 'zod'
import { show } from '#command/burden/show.ts'
import type { BurdenRow } from '#command/care-views.ts'
import type { World } from '#command/command.ts'
import { parsed } from '#command/parsed.ts'
import type { Page } from '#command/views.ts'
import { type Text, say } from '#kit/text.ts'
import { carryOut } from '#store/carry.ts'
import { fileRoute, sendFile } from './files.ts'
import type { House } from './house.ts'
import { languageOf } from './language.ts'
import { type Column, csvOf } from './listing.ts'

type Of = 'subject' | 'place' | 'org' | 'person'

const titles: Readonly<Record<Of, Text>> = {
  subject: { zh: '走访对象的负担.csv', en: 'burden-of-households.csv' },
  place: { zh: '村社区的负担.csv', en: 'burden-of-villages.csv' },
  org: { zh: '单位的负担.csv', en: 'burden-of-units.csv' },
  person: { zh: '干部的负担.csv', en: 'burden-of-officials.csv' },
}

const said = (n: number | null): string => (n === null ? '' : String(n))

const face: readonly Column<BurdenRow>[] = [
  [{ zh: '编号', en: 'Code' }, (r) => r.code],
  [{ zh: '名称', en: 'Name' }, (r) => r.name],
]
const load: readonly Column<BurdenRow>[] = [
  [{ zh: '待审', en: 'Pending' }, (r) => said(r.pending)],
  [{ zh: '活动数', en: 'Campaigns' }, (r) => said(r.campaigns)],
  [{ zh: '填表分钟', en: 'Minutes of forms' }, (r) => said(r.minutes)],
  [{ zh: '最多的月份', en: 'Busiest month' }, (r) => r.peak?.month.slice(0, 7) ?? ''],
  [{ zh: '该月次数', en: 'Times in it' }, (r) => said(r.peak?.times ?? null)],
  [{ zh: '最近', en: 'Last' }, (r) => r.last],
]
const came: readonly Column<BurdenRow>[] = [
  [{ zh: '来访单位', en: 'Units' }, (r) => said(r.orgs)],
  [{ zh: '来人', en: 'People' }, (r) => said(r.people)],
]
const times = (zh: string, en: string): Column<BurdenRow> => [{ zh, en }, (r) => said(r.times)]

const columns: Readonly<Record<Of, readonly Column<BurdenRow>[]>> = {
  subject: [
    ...face,
    [{ zh: '类型', en: 'Kind' }, (r) => r.kind],
    [{ zh: '地点', en: 'Place' }, (r) => r.placeName],
    times('被走访', 'Visits'),
    ...came,
    ...load,
  ],
  place: [...face, times('接待', 'Visits'), ...came, ...load],
  org: [...face, times('填报', 'Records'), ...load],
  person: [
    ...face,
    [{ zh: '单位', en: 'Unit' }, (r) => r.placeName],
    [{ zh: '职务', en: 'Post' }, (r) => r.kind],
    times('经手', 'In all'),
    [{ zh: '参加活动', en: 'Took part in' }, (r) => said(r.visits)],
    [{ zh: '填报', en: 'Forms' }, (r) => said(r.forms)],
    ...load,
  ],
}

const { after: _after, limit: _limit, ...asking } = show.input.shape

export const burdenExportRoute = fileRoute({
  name: 'burden.export',
  method: 'GET',
  says: {
    zh: '下载负担清单（CSV）：走访对象、村、单位或干部。',
    en: 'Download the list of burdens (CSV): households, villages, units or officials.',
  },
  input: z.strictObject(asking),
  takes: 'nothing',
  gives: ['text/csv'],
  may: (actor, input) => show.may(actor, { ...input, limit: 200 }),
  answer: async ({ house, world, input, request, reply }) => {
    const language = languageOf(request)
    const next = (after?: string) => page(house, world, { ...input, after })
    // The first page is asked for before anything is sent: what is refused is refused as such.
    return sendFile(reply, {
      bytes: csvOf(columns[input.of], await next(), next, language),
      type: 'text/csv; charset=utf-8',
      name: say(titles[input.of], language),
      inline: false,
      cache: 'no-store',
    })
  },
})

const page = async (house: House, world: World, asked: object): Promise<Page<BurdenRow>> =>
  (await carryOut(house.store, show, parsed(show.input, { ...asked, limit: 200 }), world)) as Page<BurdenRow>
