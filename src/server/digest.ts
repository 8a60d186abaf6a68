import { z } from 'zod'
import { digestDocument, digestTitle } from '#command/supervision/digest-document.ts'
import { showDigest } from '#command/supervision/digest.ts'
import type { Digest } from '#command/supervision/views.ts'
import { carryOut } from '#store/carry.ts'
import type { Printable } from '#document/printable.ts'
import { fileRoute, sendFile } from './files.ts'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The digest of a week as a DOCX: with the names of who is behind for the desk, without them to be passed round. */
export const digestRoute = fileRoute({
  name: 'digest.export',
  method: 'GET',
  says: { zh: '下载一周摘要（DOCX）。', en: 'Download the digest of a week (DOCX).' },
  input: showDigest.input.extend({
    named: z.union([z.boolean(), z.stringbool()]).default(false),
    lang: z.enum(['zh', 'en']).default('zh'),
  }),
  takes: 'nothing',
  gives: [type],
  may: (actor) => showDigest.may(actor, undefined as never),
  answer: async ({ house, world, input: { named, lang, ...asked }, reply }) => {
    const digest = (await carryOut(house.store, showDigest, asked, world)) as Digest
    const title = digestTitle(digest, lang)
    const printable: Printable = {
      id: digest.campaign.id as never,
      title,
      document: digestDocument(digest, { language: lang, named }),
      derivations: [],
      moment: null,
      seal: null,
    }
    const { docxOf } = await import('#document/docx.ts')
    const name = `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.docx`
    return sendFile(reply, { bytes: await docxOf(printable), type, name, inline: false, cache: 'no-store' })
  },
})
