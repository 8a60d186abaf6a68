import { fileTypeFromBuffer } from 'file-type'
import { Fault } from '#kit/fault.ts'
import { openCsv } from './csv.ts'
import { type Source, checkSize, headOf } from './source.ts'
import type { SheetFile } from './table.ts'
import { openXlsx } from './xlsx.ts'

/**
 * A spreadsheet file by what is in it, never by its name: .xlsx, or text as CSV. 413.1 when larger than allowed, 415.1 for
 * what is something else (an old .xls, an encrypted workbook, a picture …), 400.6 and 400.8 for what is broken.
 */
export const openSheets = async (source: Source, name: string): Promise<SheetFile> => {
  checkSize(source)
  const head = await headOf(source, 4100)
  const title = name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
  if (head.length === 0)
    throw new Fault('400.6', { expected: { zh: 'Excel 工作簿或 CSV 文件（文件为空）', en: 'Excel workbook or CSV file (it is empty)' } })
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new Fault('415.1', {
      what: {
        zh: '旧版 .xls 或加密的工作簿，请另存为不加密的 .xlsx',
        en: 'an old .xls or an encrypted workbook; save it as a plain .xlsx',
      },
    })
  if (head.subarray(0, 2).toString('latin1') === 'PK') return openXlsx(source)
  return openCsv(source, title).catch(async (error: unknown) => {
    const type = error instanceof Fault && error.code === '400.8' ? await fileTypeFromBuffer(head) : undefined
    throw type === undefined ? error : new Fault('415.1', { what: type.ext })
  })
}
