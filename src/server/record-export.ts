import { z } from 'zod'
import type { World } from '#command/command.ts'
import { parsed } from '#command/parsed.ts'
import { schemeOf } from '#command/figure/present.ts'
import type { Written } from '#command/ports/record.ts'
import { list } from '#command/record/look.ts'
import type { Page, RecordRow } from '#command/views.ts'
import { type Language, type Text, say } from '#kit/text.ts'
import { headed, printed } from '#record/print.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import type { Field } from '#scheme/shape.ts'
import { types } from '#sheet/template.ts'
import { writeTable } from '#sheet/write.ts'
import { carryOut } from '#store/carry.ts'
import { fileRoute, sendFile } from './files.ts'
import type { House } from './house.ts'
import { languageOf } from './language.ts'

const { after: _after, limit: _limit, oldest: _oldest, ...narrowing } = list.input.shape

/** The records one may see, as the list on the screen is narrowed. With `kind` its form's fields have columns of their own, but for personal data. */
export const recordExportRoute = fileRoute({
  name: 'record.export',
  method: 'GET',
  says: {
    zh: '下载记录清单；指定类型时含表单各项（个人信息除外）。',
    en: 'Download the list of records; with a kind also its fields, but for personal data.',
  },
  input: z.strictObject({ ...narrowing, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  takes: 'nothing',
  gives: Object.values(types),
  may: (actor, input) => list.may(actor, { ...input, limit: 1 }),
  answer: async ({ house, world, input: { format, ...asked }, request, reply }) => {
    const language = languageOf(request)
    const { compiled } = await house.store.read(world.actor.tenant, (db) => schemeOf(db, asked.campaign))
    const forms = [...compiled.activities.values(), ...compiled.matters.values()]
    const form = forms.find((f) => f.kind === asked.kind && (asked.sort === undefined || f.sort === asked.sort))
    const sheet = columns(forms, form, language)
    const ask: Ask = (after) => page(house, world, asked, after)
    // The first page is asked for before anything is sent: what is refused is refused as such.
    const first = await ask()
    const name = say(form?.form.title ?? { zh: '记录', en: 'Records' }, language)
    return sendFile(reply, {
      bytes: writeTable(
        sheet.map((c) => c.title),
        lines(first, ask, sheet),
        format,
        name,
      ),
      type: types[format],
      name: `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}-${world.today}.${format}`,
      inline: false,
      cache: 'no-store',
    })
  },
})

type Line = { readonly row: RecordRow; readonly written: Written }
type Lines = { readonly of: readonly Line[]; readonly next: string | null }
type Ask = (after?: string) => Promise<Lines>
type Column = { readonly title: string; readonly cell: (line: Line) => string }

const states: Readonly<Record<RecordRow['state'], Text>> = {
  submitted: { zh: '待审核', en: 'waiting' },
  accepted: { zh: '已确认', en: 'accepted' },
  returned: { zh: '已退回', en: 'sent back' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

const columns = (forms: readonly CompiledForm[], form: CompiledForm | undefined, language: Language): readonly Column[] => {
  const head = (zh: string, en: string, cell: Column['cell']): Column => ({ title: say({ zh, en }, language), cell })
  const kind = (key: string): string => say(forms.find((f) => f.kind === key)?.form.title ?? { zh: key }, language)
  const fields = (form?.form.fields ?? []).filter((f) => f.personal === undefined)
  return [
    head('日期', 'Day', ({ row }) => row.day),
    head('类型', 'Kind', ({ row }) => kind(row.kind)),
    head('单位', 'Unit', ({ row }) => row.orgName),
    head('地点', 'Place', ({ row }) => row.placeName),
    head('人员', 'People', ({ written }) => written.participants.join('、')),
    head('走访对象', 'Visited', ({ written }) => written.subjects.join('、')),
    ...(form === undefined ? [head('内容', 'Content', ({ row }) => row.gist)] : fields.map((f) => fieldColumn(f, language))),
    head('状态', 'State', ({ row }) => say(states[row.state], language)),
    head('疑点', 'Flags', ({ row }) => (row.flags === 0 ? '' : String(row.flags))),
    head('填报人', 'Entered by', ({ row }) => row.by),
    head('版次', 'Version', ({ row }) => String(row.version)),
    head('编号', 'Id', ({ row }) => row.id),
  ]
}

const fieldColumn = (field: Field, language: Language): Column => ({
  title: headed(field, language),
  cell: ({ written }) => printed(field, written.content.fields[field.key], language),
})

const page = async (house: House, world: World, asked: object, after?: string): Promise<Lines> => {
  const found = (await carryOut(house.store, list, parsed(list.input, { ...asked, after, limit: 200 }), world)) as Page<RecordRow>
  const written = await house.store.read(world.actor.tenant, (db) => db.record.written(found.rows.map((r) => r.id)))
  return {
    of: found.rows.flatMap((row) => (written.get(row.id) ? [{ row, written: written.get(row.id) as Written }] : [])),
    next: found.next,
  }
}

async function* lines(first: Lines, ask: Ask, sheet: readonly Column[]): AsyncGenerator<readonly string[]> {
  for (let at: Lines | null = first; at !== null; at = at.next === null ? null : await ask(at.next))
    for (const line of at.of) yield sheet.map((column) => column.cell(line))
}
