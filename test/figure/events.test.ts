import assert from 'node:assert/strict'
import { test } from 'node:test'
import { derive } from '#figure/derive.ts'
import type { OrgId, RecordId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme, readStored } from '#scheme/read.ts'

const source = (value: string, field = ''): string => `scheme: risks
title: 风险
window: { from: 2024-01-01, to: 2024-12-31 }
activities: {}
matters:
  risk: { title: 风险, fields: [${field}], outcomes: [{ key: gone, title: 消除, solved: true }] }
indicators:
  left: { title: 在册, unit: 件, from: [risk.raised, risk.closed], value: '${value}', take: stock }
`
const compiled = (text: string): Compiled => {
  const read = readScheme(text)
  assert.ok(read.ok, read.ok ? '' : read.mistakes[0]?.what.en)
  return read.compiled
}

const risk = (closed: string | null, fields: RecordVersion['content']['fields'] = {}): RecordVersion => ({
  record: 'r' as RecordId,
  version: 1,
  schemeVersion: 1,
  sort: 'matter',
  kind: 'risk',
  state: 'accepted',
  content: {
    day: '2024-03-01',
    org: 'o' as OrgId,
    place: null,
    participants: [],
    subjects: [],
    fields,
    attachments: [],
    raisedIn: null,
    closing: closed === null ? null : { day: closed, outcome: 'gone', note: '' },
  },
  context: { org: [], place: [], participants: [], subjects: [] },
})

const said = (of: Compiled, version: RecordVersion) => derive(of, version).map((f) => `${f.day} ${f.value}`)

test('a stock of open matters adds what is raised and takes away what is closed, on their own days', () => {
  const open = compiled(source('event == "closed" ? -1 : 1'))
  assert.deepEqual(said(open, risk(null)), ['2024-03-01 1'])
  assert.deepEqual(said(open, risk('2024-05-02')), ['2024-03-01 1', '2024-05-02 -1'])
})

test('a field called event stays what it was', () => {
  const own = compiled(source('event * 2', '{ key: event, title: 事, type: integer, unit: 件 }'))
  assert.deepEqual(said(own, risk('2024-05-02', { event: '3' })), ['2024-03-01 6', '2024-05-02 6'])
})

test('a scheme stored before the checker refused it is still read', () => {
  const text = source('closed ? -1 : 1')
  const now = readScheme(text)
  assert.deepEqual(now.ok ? [] : now.mistakes.map((m) => m.code), ['S376'])
  assert.ok(readStored(text, {}).ok)
  assert.ok(!readStored(text.replace('risk.closed', 'risk.shut'), {}).ok)
})
