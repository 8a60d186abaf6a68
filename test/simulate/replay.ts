import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { derive } from '#figure/derive.ts'
import { type Sum, nothing, present } from '#figure/present.ts'
import type { Figure } from '#figure/shape.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { OrgId } from '#kit/id.ts'
import { checkContent } from '#record/check.ts'
import { next } from '#record/life.ts'
import type { Approx, Content, Sort, State } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { contextOf, openShop } from '#simulate/draft.ts'
import type { Step } from '#simulate/lives.ts'
import { type World, inventWorld } from '#simulate/world.ts'

export const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

export const schemeOf = (path: string, files: Record<string, string> = {}): Compiled => {
  const read = readScheme(textOf(path), files)
  assert.ok(read.ok, JSON.stringify(read.ok ? '' : read.mistakes))
  return read.compiled
}

export const worldOf = (compiled: Compiled, seed: string, scale: number): World =>
  inventWorld({
    schemes: [compiled.scheme],
    seed,
    scale,
    city: '清河',
    root: { id: '00000000-0000-7000-8000-000000000001' as OrgId, code: 'ROOT', name: '清河市' },
    prefix: '',
  })

type Standing = { id: string; sort: Sort; kind: string; state: State; version: number; content: Content }

/** Lives every step by the table of record/life.ts, as the house would; every version must fit its form. */
export const replay = (
  compiled: Compiled,
  world: World,
  steps: readonly Step[],
  today: string,
): { records: Standing[]; flagged: number } => {
  const shop = openShop(compiled, world, new Map(), today)
  const standing = new Map<string, Standing>()
  let flagged = 0
  const take = (id: string, before: Standing | null, step: Step): void => {
    const sort = before?.sort ?? (step.act === 'submit' ? step.sort : 'activity')
    const kind = before?.kind ?? (step.act === 'submit' ? step.kind : '')
    const form = (sort === 'activity' ? compiled.activities : compiled.matters).get(kind)
    assert.ok(form, `${step.act} of ${kind}`)
    assert.equal(step.seen, before?.version ?? 0)
    const state = next(before?.state ?? null, step.act, {
      sort,
      review: form.form.review,
      reviewer: step.by.role === 'liaison',
      closed: (before?.content.closing ?? null) !== null,
    })
    assert.ok(state, `${step.act} in state ${before?.state}`)
    const old = before?.content as Content
    const content =
      step.act === 'submit'
        ? step.content
        : step.act === 'correct'
          ? { ...step.content, closing: old.closing }
          : step.act === 'close'
            ? { ...old, closing: { day: step.day, outcome: step.outcome, note: step.note } }
            : step.act === 'reopen'
              ? { ...old, closing: null }
              : old
    const unit = world.units.find((u) => u.id === content.org)
    assert.ok(unit)
    const { misfits, flags } = checkContent(form, content, contextOf(shop, unit, content), compiled, today)
    assert.deepEqual(misfits, [])
    if (step.act === 'submit' && flags.length > 0) flagged++
    if (step.act === 'submit' && content.raisedIn)
      assert.ok(standing.has(content.raisedIn), 'a matter comes after the activity it was raised in')
    standing.set(id, { id, sort, kind, state, version: step.seen + 1, content })
  }
  for (const step of steps) take(step.record, standing.get(step.record) ?? null, step)
  return { records: [...standing.values()], flagged }
}

/** Figures by the same functions as in the house, from the records as they stand. */
export const figuresOf = (compiled: Compiled, world: World, records: readonly Standing[]): ReadonlyMap<string, Figure> => {
  const shop = openShop(compiled, world, new Map(), '2100-01-01')
  const words = new Map<string, Map<string, { at: string; value: string }>>()
  const sums = new Map<string, { confirmed: Decimal; pending: Decimal; facts: number; keys: Set<string>; approx: Set<Approx> }>()
  for (const r of records) {
    const unit = world.units.find((u) => u.id === r.content.org) as World['units'][number]
    for (const f of derive(compiled, {
      record: '' as never,
      version: 1,
      sort: r.sort,
      kind: r.kind,
      state: r.state,
      schemeVersion: 1,
      content: r.content,
      context: contextOf(shop, unit, r.content),
    })) {
      const s = sums.get(f.indicator) ?? {
        confirmed: new Decimal(0),
        pending: new Decimal(0),
        facts: 0,
        keys: new Set<string>(),
        approx: new Set<Approx>(),
      }
      sums.set(f.indicator, s)
      if (f.pending) s.pending = s.pending.plus(f.value)
      else {
        s.facts++
        s.confirmed = f.key === null ? s.confirmed.plus(f.value) : new Decimal(s.keys.add(f.key).size)
        if (f.each !== null) Object.assign(s, heard(words, f.indicator, f.each, `${f.day} ${r.id}`, f.value))
        if (f.approx) s.approx.add(f.approx)
      }
    }
  }
  const summed = [...sums].map(
    ([indicator, s]): Sum => ({
      ...nothing(indicator),
      confirmed: plain(s.confirmed),
      pending: plain(s.pending),
      facts: s.facts,
      approx: [...s.approx],
    }),
  )
  return new Map(present(compiled, summed).map((f) => [f.indicator, f]))
}

/** The newest word of each, by day and then by the record's id. */
const heard = (
  all: Map<string, Map<string, { at: string; value: string }>>,
  indicator: string,
  each: string,
  at: string,
  value: string,
): { readonly confirmed: Decimal; readonly facts: number } => {
  const said = all.get(indicator) ?? new Map<string, { at: string; value: string }>()
  all.set(indicator, said)
  const before = said.get(each)
  if (before === undefined || before.at < at) said.set(each, { at, value })
  return { confirmed: [...said.values()].reduce((sum, w) => sum.plus(w.value), new Decimal(0)), facts: said.size }
}
