import { z } from 'zod'
import { showBulletin } from '#command/bulletin/look.ts'
import type { BulletinView } from '#command/views.ts'
import { htmlOf } from '#document/html.ts'
import { parsed } from '#command/parsed.ts'
import { carryOut } from '#store/carry.ts'
import { fileRoute, sendFile } from './files.ts'

const forms: Readonly<Record<'docx' | 'html', { readonly type: string; readonly of: (bulletin: BulletinView) => Promise<Uint8Array> }>> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    of: async (bulletin) => (await import('#document/docx.ts')).docxOf(bulletin),
  },
  html: { type: 'text/html; charset=utf-8', of: async (bulletin) => new TextEncoder().encode(htmlOf(bulletin)) },
}

export const exportRoute = fileRoute({
  name: 'bulletin.export',
  method: 'GET',
  says: { zh: '下载通报。', en: 'Download a bulletin.' },
  input: z.strictObject({ id: z.uuid(), format: z.enum(['docx', 'html']).default('docx') }),
  takes: 'nothing',
  gives: [forms.docx.type, 'text/html'],
  may: (actor) => showBulletin.may(actor, undefined as never),
  answer: async ({ house, world, input, reply }) => {
    const bulletin = (await carryOut(house.store, showBulletin, parsed(showBulletin.input, { bulletin: input.id }), world)) as BulletinView
    const { type, of } = forms[input.format]
    return sendFile(reply, {
      bytes: await of(bulletin),
      type,
      name: `${bulletin.title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'bulletin'}.${input.format}`,
      inline: false,
      cache: 'no-store',
    })
  },
})
