import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SaxesParser } from 'saxes'
import { docxOf } from '#document/docx.ts'
import { titleLines } from '#document/title.ts'
import type { Printable } from '#document/printable.ts'
import { filled } from './pure.ts'
import { partsOf } from './zip.ts'

const bulletin = (text: string): Printable => ({
  ...filled(text),
  id: '0190a8c4-0000-7000-8000-000000000001' as never,
  title: 'A & <B>',
  moment: '2012-05-18T01:02:03.456789Z',
  seal: 'f'.repeat(64),
})

test('every part of a DOCX is well-formed, also around signs XML does not know', async () => {
  const parts = await partsOf(await docxOf(bulletin('# a\u0000b\u0008 & <c> ]]> 𠮷\n\n“引”，{{ cards }}\n\n| a | b |\n|---|---|\n| 1 |\n')))
  for (const [name, text] of parts) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const parser = new SaxesParser()
    parser.on('error', (e) => assert.fail(`${name}: ${e.message}`))
    parser.write(text).close()
  }
  assert.ok(parts.get('word/document.xml')?.includes('ab &amp; &lt;c&gt; ]]&gt; 𠮷'))
})

test('the page is laid out as GB/T 9704-2012 wants', async () => {
  const parts = await partsOf(await docxOf(bulletin('# 题\n\n## 一、\n\n正文\n')))
  const document = parts.get('word/document.xml') ?? ''
  assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/)
  assert.match(document, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  assert.match(document, /<w:docGrid w:type="lines" w:linePitch="579"/)
  const styles = parts.get('word/styles.xml') ?? ''
  const style = (id: string) => new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? ''
  assert.match(style('Title'), /方正小标宋简体.*<w:sz w:val="44"/)
  assert.match(style('Body'), /w:line="580" w:lineRule="exact".*firstLineChars="200".*仿宋_GB2312.*<w:sz w:val="32"/)
  assert.match(style('Heading1'), /黑体/)
  assert.match(style('Heading2'), /楷体_GB2312/)
  assert.equal(new Set(styles.match(/w:styleId="\w+"/g)).size, styles.match(/w:styleId="\w+"/g)?.length, 'no style twice')
  assert.match(parts.get('word/settings.xml') ?? '', /evenAndOddHeaders/)
})

test('the file says nothing about who made it, and when only if it is sealed', async () => {
  const core = (await partsOf(await docxOf(bulletin('正文')))).get('docProps/core.xml') ?? ''
  assert.ok(
    core.includes('<dc:creator>Zoufang</dc:creator>') && core.includes('2012-05-18T01:02:03Z') && core.includes('A &amp; &lt;B&gt;'),
  )
  const draft = (await partsOf(await docxOf({ ...bulletin('正文'), moment: null, seal: null }))).get('docProps/core.xml') ?? ''
  assert.equal(/dcterms:created|SHA/.test(draft), false)
})

test('the same document is the same bytes', async () => {
  const one = await docxOf(bulletin('# 题\n\n::: table by=org indicators=cards class=township'))
  assert.deepEqual(await docxOf(bulletin('# 题\n\n::: table by=org indicators=cards class=township')), one)
})

test('a long title is broken into balanced lines after a good sign, never before a closing one', () => {
  assert.deepEqual(titleLines('督查通报'), ['督查通报'])
  assert.deepEqual(titleLines('关于“三解三促”和“晋位争先”活动开展情况的督查通报'), ['关于“三解三促”和“晋位争先”', '活动开展情况的督查通报'])
  assert.deepEqual(titleLines('A long English title that is never broken by us'), ['A long English title that is never broken by us'])
  for (const title of ['题'.repeat(21), '题'.repeat(90), `“${'题'.repeat(38)}”`]) {
    const lines = titleLines(title)
    assert.equal(lines.join(''), title)
    assert.ok(lines.every((l) => l.length <= 20 && !l.startsWith('”')))
  }
})
