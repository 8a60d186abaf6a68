import { writeFileSync } from 'node:fs'
import { stdout } from 'node:process'
import { Fault } from '#kit/fault.ts'
import { type Sheet, sheets } from '#register/shape.ts'
import { type Format, templateOf } from '#sheet/template.ts'
import { type Out, tell } from '../out.ts'

const wanted = [...sheets, 'all'] as const
const isWanted = (text: string): text is Sheet | 'all' => wanted.some((w) => w === text)
const isFormat = (text: string): text is Format => text === 'xlsx' || text === 'csv'

/** `register template -o FILE`: an empty workbook of all sheets, or one sheet as workbook or CSV; `-` is the terminal's own way out. */
export const writeTemplate = async (to: string, sheet: string, format: string | undefined, out: Out): Promise<void> => {
  const as = format ?? (to === '-' ? 'csv' : (to.split('.').at(-1) ?? ''))
  if (!isWanted(sheet)) throw new Fault('400.2', { what: '--sheet', expected: { zh: wanted.join('、'), en: wanted.join(', ') } })
  if (!isFormat(as)) throw new Fault('400.2', { what: '--format', expected: { zh: 'xlsx、csv', en: 'xlsx, csv' } })
  const { bytes } = await templateOf(sheet, as, out.language)
  if (to === '-') return void stdout.write(bytes)
  writeFileSync(to, bytes)
  tell(out, { zh: `已写入 ${to}`, en: `written to ${to}` })
}
