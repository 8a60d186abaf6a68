import { writeFileSync } from 'node:fs'
import { stdout } from 'node:process'
import { showBulletin } from '#command/bulletin/look.ts'
import type { BulletinView } from '#command/views.ts'
import { docxOf } from '#document/docx.ts'
import { htmlOf } from '#document/html.ts'
import { Fault } from '#kit/fault.ts'
import type { House } from '../house.ts'
import { type Out, tell } from '../out.ts'

type Format = 'docx' | 'html' | 'json'

const forms: Readonly<Record<Format, (bulletin: BulletinView) => Promise<Uint8Array | string>>> = {
  docx: docxOf,
  html: async (bulletin) => htmlOf(bulletin),
  json: async (bulletin) => `${JSON.stringify(bulletin, null, 2)}\n`,
}

const isFormat = (text: string): text is Format => Object.hasOwn(forms, text)

/** `bulletin export ID -o FILE`: the format is the file's ending unless told; `-` is the terminal's own way out. */
export const exportBulletin = async (id: string, to: string, format: string | undefined, house: House, out: Out): Promise<void> => {
  const wanted = format ?? (to === '-' ? 'html' : (to.split('.').at(-1) ?? ''))
  if (!isFormat(wanted))
    throw new Fault('400.2', { what: '--format', expected: { zh: Object.keys(forms).join('、'), en: Object.keys(forms).join(', ') } })
  const bulletin = (await house.does(showBulletin, { bulletin: id })) as BulletinView
  const bytes = await forms[wanted](bulletin)
  if (to === '-') return void stdout.write(bytes)
  writeFileSync(to, bytes)
  tell(out, { zh: `已写入 ${to}`, en: `written to ${to}` })
}
