/*
 * A planted crime for each law: the files, and what the law must say about them. And innocents that look like it, which it must leave alone.
 */

export type Crime = { readonly law: string; readonly files: Readonly<Record<string, string>>; readonly found: readonly string[] }

const lines = (n: number, line: string): string => `${line}\n`.repeat(n)

export const crimes: readonly Crime[] = [
  { law: 'room', files: { 'src/attic/box.ts': 'export const a = 1' }, found: ['src/attic/box.ts : there is no room attic'] },
  {
    law: 'direction',
    files: { 'src/kit/a.ts': "import { x } from '#record/shape.ts'\nexport const a = x" },
    found: ['src/kit/a.ts:1 kit may not open record'],
  },
  {
    law: 'direction',
    files: { 'src/record/a.ts': "export type A = import('#store/sql.ts').Sql" },
    found: ['src/record/a.ts:1 record may not open store'],
  },
  {
    law: 'direction',
    files: { 'src/figure/a.ts': "export const a = () =>\n  import('#server/app.ts')" },
    found: ['src/figure/a.ts:2 figure may not open server'],
  },
  {
    law: 'direction',
    files: { 'src/server/a.ts': "import type { V } from '#cli/verb.ts'\nexport type A = V" },
    found: ['src/server/a.ts:1 server may not open cli'],
  },
  {
    law: 'direction',
    files: { 'web/a.tsx': "import { s } from '#store/sql.ts'\nexport const a = s" },
    found: ['web/a.tsx:1 web may not open store'],
  },
  {
    law: 'direction',
    files: { 'src/store/a.ts': "import { s } from '#web/app.tsx'\nexport const a = s" },
    found: ['src/store/a.ts:1 store may not open web'],
  },
  {
    law: 'form',
    files: { 'src/record/a.ts': "import { d } from '../kit/day.ts'\nexport const a = d" },
    found: ['src/record/a.ts:1 leaves its room by ../kit/day.ts: #room/x.ts leads elsewhere'],
  },
  {
    law: 'form',
    files: { 'test/kit/a.test.ts': "import { d } from '../../src/kit/day.ts'\nd()" },
    found: ['test/kit/a.test.ts:1 leaves its room by ../../src/kit/day.ts: #room/x.ts leads elsewhere'],
  },
  {
    law: 'form',
    files: { 'src/kit/a.ts': "import { d } from '#kit/day.ts'\nexport const a = d" },
    found: ['src/kit/a.ts:1 goes round to itself by #kit/day.ts'],
  },
  {
    law: 'form',
    files: { 'src/kit/a.ts': "import { d } from './day'\nexport const a = d" },
    found: ['src/kit/a.ts:1 ./day does not name a file'],
  },
  {
    law: 'form',
    files: { 'src/store/a.ts': 'export const a = (name: string) => import(name)' },
    found: ['src/store/a.ts:1 imports what cannot be read from the text'],
  },
  {
    law: 'circle',
    files: {
      'src/kit/a.ts': "import { b } from './b.ts'\nexport const a = b",
      'src/kit/b.ts': "import { a } from './a.ts'\nexport const b = a",
    },
    found: ['src/kit/a.ts → src/kit/b.ts → src/kit/a.ts'],
  },
  {
    law: 'library',
    files: { 'src/kit/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync" },
    found: ['src/kit/a.ts:1 node:fs is not quiet'],
  },
  {
    law: 'library',
    files: { 'src/figure/a.ts': "import pg from 'pg'\nexport const a = pg" },
    found: ['src/figure/a.ts:1 pg is not among the libraries of figure'],
  },
  {
    law: 'library',
    files: { 'src/record/a.ts': "import { uuidv7 } from 'uuidv7'\nexport const a = uuidv7" },
    found: ['src/record/a.ts:1 uuidv7 is not among the libraries of record'],
  },
  { law: 'world', files: { 'src/kit/a.ts': 'export const a = () => Date.now()' }, found: ['src/kit/a.ts:1 Date.now'] },
  { law: 'world', files: { 'src/kit/a.ts': 'export const a = () => new Date()' }, found: ['src/kit/a.ts:1 new Date() is a clock'] },
  { law: 'world', files: { 'src/simulate/a.ts': 'export const a = () => Math.random()' }, found: ['src/simulate/a.ts:1 Math.random'] },
  { law: 'world', files: { 'src/command/a.ts': "export const a = () => process.env['HOME']" }, found: ['src/command/a.ts:1 process'] },
  { law: 'world', files: { 'src/command/a.ts': "export const a = () => fetch('/')" }, found: ['src/command/a.ts:1 fetch()'] },
  {
    law: 'world',
    files: { 'src/record/a.ts': 'export const a = () => crypto.randomUUID()' },
    found: ['src/record/a.ts:1 crypto.randomUUID'],
  },
  { law: 'barrel', files: { 'src/kit/index.ts': "export * from './day.ts'" }, found: ['src/kit/index.ts:1 exports ./day.ts again'] },
  {
    law: 'barrel',
    files: { 'web/parts/all.ts': "export { frame } from './frame.tsx'" },
    found: ['web/parts/all.ts:1 exports ./frame.tsx again'],
  },
  { law: 'named', files: { 'src/kit/a.ts': 'export default 1' }, found: ['src/kit/a.ts has a default export'] },
  { law: 'any', files: { 'test/a.ts': 'export const a = (x: any) => x' }, found: ['test/a.ts:1 any'] },
  {
    law: 'muted',
    files: { 'src/kit/a.ts': `// ${'@'}ts-expect-error because\nexport const a = 1` },
    found: ['src/kit/a.ts:1 mutes the type checker'],
  },
  {
    law: 'promise',
    files: { 'src/kit/a.ts': `export const a = 1 // ${'TO'}${'DO'} later` },
    found: ['src/kit/a.ts:1 leaves something for later'],
  },
  { law: 'silent', files: { 'test/a.test.ts': "test.skip('x', () => undefined)" }, found: ['test/a.test.ts:1 test.skip'] },
  {
    law: 'swallow',
    files: {
      'src/kit/a.ts': 'export const a = (x: 1 | 2) => {\n  switch (x) {\n    case 1:\n      return 1\n    default:\n      return 2\n  }\n}',
    },
    found: ['src/kit/a.ts:5 default: swallows the case to come'],
  },
  { law: 'languages', files: { 'web/a.ts': "export const a = { zh: '走访' }" }, found: ['web/a.ts:1 a word without English'] },
  { law: 'file', files: { 'src/kit/a.ts': lines(301, '//') }, found: ['src/kit/a.ts has 301 lines'] },
  {
    law: 'function',
    files: { 'web/a.tsx': `export const a = () => {\n${lines(39, '  //')}}` },
    found: ['web/a.tsx:1 is a function of 41 lines'],
  },
  {
    law: 'function',
    files: { 'web/a.tsx': `export const A = () => {\n${lines(68, '  //')}  return <p />\n}` },
    found: ['web/a.tsx:1 is a function of 71 lines'],
  },
  {
    law: 'nameless',
    files: { 'src/kit/utils.ts': 'export const a = 1', 'web/say/common.ts': 'export const b = 1', 'src/record/date-helper.ts': '' },
    found: [
      'src/kit/utils.ts is named for nothing',
      'web/say/common.ts is named for nothing',
      'src/record/date-helper.ts is named for nothing',
    ],
  },
]

export const innocents: readonly Omit<Crime, 'found'>[] = [
  {
    law: 'direction',
    files: {
      'src/store/a.ts': "import { d } from '#kit/day.ts'\nexport const a = d",
      'web/a.ts': "import { d } from '#kit/day.ts'\nexport const a = d",
    },
  },
  {
    law: 'form',
    files: {
      'src/command/record/a.ts': "import { write } from '../command.ts'\nexport const a = write",
      'web/a.tsx': "import c from './a.module.css'\nexport const a = c",
    },
  },
  {
    law: 'circle',
    files: {
      'src/kit/a.ts': "import type { B } from './b.ts'\nexport type A = B | 1",
      'src/kit/b.ts': "import { a } from './a.ts'\nexport type B = typeof a",
    },
  },
  { law: 'world', files: { 'src/kit/a.ts': 'export const a = (n: number) => new Date(n).getTime() + Math.max(1, Date.UTC(2012, 1))' } },
  { law: 'world', files: { 'src/bulletin/a.ts': 'export const a = (document: { title: string }) => document.title' } },
  {
    law: 'swallow',
    files: {
      'src/kit/a.ts':
        'export const a = (x: string) => {\n  switch (x) {\n    default: // any word but those above is a name\n      return 2\n  }\n}',
    },
  },
  { law: 'any', files: { 'src/kit/a.ts': "// any\nexport const any = 'any'" } },
  { law: 'languages', files: { 'src/kit/a.ts': "export const a = (zh: string) => [{ zh }, { zh: '户', en: 'households' }]" } },
  { law: 'function', files: { 'src/kit/a.ts': `export const a = () => {\n${lines(38, '  //')}}` } },
  { law: 'nameless', files: { 'src/kit/utility-room.ts': '' } },
]
