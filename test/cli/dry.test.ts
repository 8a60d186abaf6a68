import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tableOf, widthOf } from '#cli/out.ts'
import { terminal } from './terminal.ts'

/* What the terminal does without a database. */

const folder = mkdtempSync(join(tmpdir(), 'zoufang-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const zoufang = terminal({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/nothing' })
const harvest = fileURLToPath(new URL('../simulate/schemes/harvest.yaml', import.meta.url))
const totals = fileURLToPath(new URL('../simulate/schemes/harvest.totals.yaml', import.meta.url))

const wrong = join(folder, 'wrong.yaml')
writeFileSync(wrong, readFileSync(harvest, 'utf8').replace('value: days', 'value: dayz').replace('of: forums', 'of: meetings'))

test('a sound scheme is told so, and each mistake of a wrong one has its line, in both languages', async () => {
  assert.deepEqual(await zoufang(['scheme', 'check', harvest]), { code: 0, out: `${harvest}：没有错误\n`, aside: '' })
  const zh = await zoufang(['scheme', 'check', wrong, harvest])
  assert.equal(zh.code, 1)
  assert.deepEqual(
    zh.out
      .trim()
      .split('\n')
      .map((line) => /wrong\.yaml:(\d+:\d+ S\d+) /.exec(line)?.[1]),
    ['60:90 S202', '66:55 S341'],
  )
  assert.match(zh.out, /dayz/)
  const en = await zoufang(['scheme', 'check', wrong, '--lang', 'en'])
  assert.match(en.out, /expected/)
  const json = await zoufang(['scheme', 'check', wrong, '--json'])
  assert.equal(json.code, 1)
  assert.deepEqual(
    (JSON.parse(json.out) as { mistakes: { line: number }[] }).mistakes.map((m) => m.line),
    zh.out
      .trim()
      .split('\n')
      .map((l) => Number(/wrong\.yaml:(\d+)/.exec(l)?.[1])),
  )
})

test('what holds for every verb is heard before it as after it', async () => {
  assert.deepEqual(await zoufang(['--lang', 'en', 'scheme', 'check', wrong]), await zoufang(['scheme', 'check', wrong, '--lang', 'en']))
  assert.deepEqual(await zoufang(['--json', 'scheme', 'check', wrong]), await zoufang(['scheme', '--json', 'check', wrong]))
  assert.ok('mistakes' in (JSON.parse((await zoufang(['--json', 'scheme', 'check', wrong])).out) as object))
})

test('the scheme language is a JSON Schema', async () => {
  const { code, out } = await zoufang(['scheme', 'schema'])
  assert.equal(code, 0)
  assert.ok('properties' in (JSON.parse(out) as object))
})

test('help is in the language asked for and ends well', async () => {
  const zh = await zoufang(['--help'])
  assert.equal(zh.code, 0)
  assert.match(zh.out, /^用法： zoufang/)
  for (const area of ['campaign', 'record', 'register', 'figures', 'bulletin', 'simulate', 'link'])
    assert.match(zh.out, new RegExp(`^  ${area}\\b`, 'm'))
  assert.deepEqual(
    zh.out.split('\n').filter((line) => /^  (\S+)\s+\1$/.test(line)),
    [],
    'an area of commands without a word for it',
  )
  assert.match((await zoufang(['record', '--help', '--lang', 'en'])).out, /^Usage: zoufang record[\s\S]*Accept a record/)
})

test('help says what an option takes: every sheet of the register, a number that is no truth', async () => {
  for (const verb of ['import', 'template'])
    assert.match((await zoufang(['register', verb, '--help'])).out, /--sheet <org\|place\|person\|subject\|link\|team/)
  const { out } = await zoufang(['record', 'list', '--help'])
  assert.match(out, /--limit <limit>/)
  assert.match(out, /--mine \[true\|false\]/)
})

test('what is not understood is one line with a code, and ends with 2', async () => {
  assert.deepEqual(await zoufang(['nonsense']), { code: 2, out: '', aside: '400.1 没有命令 nonsense\n' })
  assert.deepEqual(await zoufang(['scheme', 'check', '--frob', 'x'], ''), { code: 2, out: '', aside: '400.1 没有选项 --frob\n' })
  assert.deepEqual(await zoufang(['simulate', harvest, '--scale', 'lots', '--out', '-', '--lang', 'en']), {
    code: 2,
    out: '',
    aside: '400.2 --scale: expected 0.01 to 20\n',
  })
  assert.deepEqual(await zoufang(['scheme', 'check', '/nowhere/scheme.yaml']), {
    code: 2,
    out: '',
    aside: '404.1 找不到这个文件 /nowhere/scheme.yaml (ENOENT)\n',
  })
})

test('a database that is away ends with 3, in one line without a stack', async () => {
  const { code, out, aside } = await zoufang(['campaign', 'list'])
  assert.equal(code, 3)
  assert.equal(out, '')
  assert.match(aside, /^503\.\d .+\n$/)
})

test('the same seed writes the same file, another seed another', async () => {
  const written = async (seed: string, name: string): Promise<string> => {
    const to = join(folder, name)
    assert.equal((await zoufang(['simulate', harvest, '--seed', seed, '--totals', totals, '--until', '2020-06-30', '--out', to])).code, 0)
    return readFileSync(to, 'utf8')
  }
  const first = await written('1', 'a.jsonl')
  assert.equal(await written('1', 'b.jsonl'), first)
  assert.notEqual(await written('2', 'c.jsonl'), first)
})

test('columns are aligned by what they take on the screen', () => {
  assert.equal(widthOf('走访a'), 5)
  assert.deepEqual(
    tableOf(
      ['名称', '数'],
      [
        ['清河', '12'],
        ['a', '3'],
      ],
    ),
    ['名称  数', '----  --', '清河  12', 'a      3'],
  )
})

test('a scheme that is not UTF-8 is refused as such, not as a text full of wrong words', async () => {
  const other = join(folder, 'gb18030.yaml')
  writeFileSync(other, Buffer.concat([Buffer.from('title: '), Buffer.from('b4fad7df', 'hex')]))
  const ran = await zoufang(['scheme', 'check', other])
  assert.equal(ran.code, 2)
  assert.match(ran.aside, /^400\.6 .*UTF-8.*gb18030\.yaml/)
})

test('an empty sheet of the register is written as a workbook or as CSV', async () => {
  const book = join(folder, 'register.xlsx')
  assert.equal((await zoufang(['register', 'template', '-o', book])).code, 0)
  assert.equal(readFileSync(book).subarray(0, 2).toString(), 'PK')
  assert.match((await zoufang(['register', 'template', '--sheet', 'org', '-o', '-'])).out, /^\uFEFF编码\*,名称\*,/)
  assert.equal((await zoufang(['register', 'template', '--sheet', 'orgs', '-o', '-'])).code, 2)
})
