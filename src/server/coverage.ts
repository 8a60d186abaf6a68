import { z } from 'zod'
import type { World } from '#command/command.ts'
import type { WaitingRow } from '#command/care-views.ts'
import { unreached, waiting } from '#command/coverage/waiting.ts'
import { parsed } from '#command/parsed.ts'
import type { Page } from '#command/views.ts'
import { say } from '#kit/text.ts'
import { carryOut } from '#store/carry.ts'
import { fileRoute, sendFile } from './files.ts'
import type { House } from './house.ts'
import { languageOf } from './language.ts'
import { type Column, csvOf } from './listing.ts'

const headings: readonly Column<WaitingRow>[] = [
  [{ zh: '编号', en: 'Code' }, (r) => r.code],
  [{ zh: '名称', en: 'Name' }, (r) => r.name],
  [{ zh: '类型', en: 'Kind' }, (r) => r.kind],
  [{ zh: '地点', en: 'Place' }, (r) => r.placeName],
  [{ zh: '地址', en: 'Address' }, (r) => r.address],
  [{ zh: '标签', en: 'Tags' }, (r) => r.tags.join('、')],
  [{ zh: '上次走访', en: 'Last visit' }, (r) => r.last ?? ''],
  [{ zh: '已等天数', en: 'Days waited' }, (r) => String(r.waited)],
]

const { after: _after, limit: _limit, ...narrowing } = unreached.input.shape

export const coverageExportRoute = fileRoute({
  name: 'coverage.export',
  method: 'GET',
  says: { zh: '下载还没走到的、或等得最久的名单（CSV）。', en: 'Download who was not reached, or who waits longest (CSV).' },
  input: z.strictObject({ ...narrowing, list: z.enum(['unreached', 'waiting']).default('unreached') }),
  takes: 'nothing',
  gives: ['text/csv'],
  may: (actor, input) => unreached.may(actor, { ...input, limit: 200 }),
  answer: async ({ house, world, input: { list, ...asked }, request, reply }) => {
    const language = languageOf(request)
    // The first page is asked for before anything is sent: what is refused is refused as such.
    const first = await page(house, world, list, asked)
    return sendFile(reply, {
      bytes: csvOf(headings, first, (after) => page(house, world, list, asked, after), language),
      type: 'text/csv; charset=utf-8',
      name: say(
        list === 'unreached' ? { zh: '还没走到的.csv', en: 'not-reached.csv' } : { zh: '等得最久的.csv', en: 'waiting.csv' },
        language,
      ),
      inline: false,
      cache: 'no-store',
    })
  },
})

type List = 'unreached' | 'waiting'
const commands = { unreached, waiting }

const page = async (house: House, world: World, list: List, asked: object, after?: string): Promise<Page<WaitingRow>> => {
  const command = commands[list]
  return (await carryOut(house.store, command, parsed(command.input, { ...asked, after, limit: 200 }), world)) as Page<WaitingRow>
}
