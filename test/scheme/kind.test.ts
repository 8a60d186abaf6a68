import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '#record/check.ts'
import { namesOf } from '#record/names.ts'
import type { Content, Context } from '#record/shape.ts'
import type { Names } from '#scheme/compiled.ts'
import { kindOf, orgKinds, sameKind, subjectKinds } from '#scheme/kind.ts'
import { readScheme } from '#scheme/read.ts'

const source = (household: string, township: string) => `
scheme: kinds
title: 词
window: { from: 2012-01-01, to: 2012-12-31 }
subjects: [{ key: ${household}, title: 户, unit: 户 }]
classes: [{ key: town, title: 乡镇, where: 'org.kind == "${township}"' }]
activities:
  visit: { title: 走访, to: [${household}], participants: { min: 0 } }
indicators:
  homes: { title: 户, unit: 户, from: visit, per: subject, when: 'subject.kind in ["${household}"] && org.kind == "${township}"' }
`

const compiled = (household: string, township: string) => {
  const read = readScheme(source(household, township))
  assert.ok(read.ok, JSON.stringify(read))
  return read.compiled
}

const id = '01900000-0000-7000-8000-000000000001' as never
const content: Content = {
  day: '2012-05-01',
  org: id,
  place: null,
  participants: [],
  subjects: [id],
  fields: {},
  attachments: [],
  raisedIn: null,
  closing: null,
}
const context = (household: string, township: string): Context => ({
  org: [{ id, code: 'T', kind: township, class: '' }],
  place: [],
  participants: [],
  subjects: [{ id, kind: household, tags: [] }],
})

test('whatever word the scheme and the register use for a household or a township, they mean the same', () => {
  for (const household of ['household', '农户', '户'])
    for (const township of ['township', '乡镇', '镇']) {
      const scheme = compiled(household, township)
      const form = scheme.activities.get('visit')
      assert.ok(form)
      for (const stored of ['household', '农户', '家庭']) {
        const seen = context(stored, '乡(镇)')
        assert.deepEqual(checkContent(form, content, seen, scheme, '2012-12-31').misfits, [], `${household} ${stored}`)
        const all: Names = namesOf(form, content, seen)
        const names = { ...all, subject: (all['subjects'] as unknown[])[0] }
        assert.equal(scheme.indicators.get('homes')?.when[0]?.run(names), true)
      }
      assert.equal(scheme.classOf({ code: 'T', kind: '街道', class: '' }), 'town')
      assert.equal(scheme.classOf({ code: 'D', kind: '机关部门', class: '' }), null)
    }
})

test('a firm is no household, and a word of one’s own stays as it is', () => {
  const scheme = compiled('农户', '乡镇')
  const form = scheme.activities.get('visit')
  assert.ok(form)
  assert.equal(checkContent(form, content, context('企业', '镇'), scheme, '2012-12-31').misfits.length, 1)
  assert.equal(kindOf(orgKinds, '督导组'), '督导组')
  assert.deepEqual(sameKind(subjectKinds, '鱼塘'), ['鱼塘'])
  assert.ok(sameKind(subjectKinds, '农户').includes('household'))
})
