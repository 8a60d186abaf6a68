import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { BulletinView } from '#command/views.ts'
import { docxOf } from '#document/docx.ts'
import { htmlOf } from '#document/html.ts'
import { clusters, freshDatabase } from '../cluster.ts'
import { city } from './world.ts'
import { partsOf } from './zip.ts'

const folder = new URL('./golden/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** Compares the whole; `ZOUFANG_GOLDEN=write` writes it anew, for a person to review the difference. */
const golden = (name: string, found: string): void => {
  if (process.env['ZOUFANG_GOLDEN'] === 'write') writeFileSync(new URL(name, folder), found)
  assert.equal(found, read(name))
}

const fill = async (): Promise<{ sealed: BulletinView; drop: () => Promise<void> }> => {
  const [cluster] = clusters()
  if (cluster === undefined) throw new Error('no PostgreSQL')
  const fresh = await freshDatabase(cluster)
  const { does, visit, problem, plan, visits, plans } = await city(fresh, read('progress.md'))
  await visit('T1', '2012-03-01', { days: '12.5', cards: '4120' }, { subjects: ['H1', 'H2'] })
  await visit('T2', '2012-03-02', { days: '30', cards: '7767' }, { subjects: ['H2', 'H3'] })
  await visit('T2', '2012-05-03', { days: '2', cards: '8' }, { accept: false })
  await visit('B1', '2012-04-03', { days: '3', cards: '0', refund: { value: '5100', approx: '近' } })
  for (const outcome of ['solved', 'solved', 'explained', null] as const) await problem('T1', '2012-04-01', outcome)
  for (const org of ['T1', 'T1', 'T3']) await plan(org, '2012-04-01')
  const id = uuidv7()
  await does('bulletin.draft', { id, campaign: visits, template: 'progress', with: { plan: plans } })
  return { sealed: await does<BulletinView>('bulletin.seal', { bulletin: id }), drop: fresh.drop }
}

test('a whole bulletin comes out page for page as it was reviewed', async () => {
  const { sealed, drop } = await fill()
  await drop()
  const article = /<article>[\s\S]*<\/article>/.exec(htmlOf(sealed))?.[0] ?? ''
  golden('progress.html', article)
  const docx = await docxOf(sealed)
  if (process.env['ZOUFANG_GOLDEN'] === 'write') writeFileSync('/tmp/progress.docx', docx)
  const parts = await partsOf(docx)
  golden('progress.document.xml', (parts.get('word/document.xml') ?? '').replaceAll('><', '>\n<'))
  assert.equal(parts.get('docProps/core.xml')?.includes('活动办'), false, 'nobody’s name travels with the file')
  assert.deepEqual(await docxOf(sealed), docx, 'the same bulletin is the same bytes')
})
