import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoGroups } from '#cli/demo-group.ts'
import { worldFor } from '#cli/demo-world.ts'
import type { OrgId } from '#kit/id.ts'
import { readScheme } from '#scheme/read.ts'
import type { Scheme } from '#scheme/shape.ts'

const schemesOf = (group: ReturnType<typeof demoGroups>[number]): readonly Scheme[] =>
  group.folders.map((f) => {
    const read = readScheme(f.source, f.files)
    if (!read.ok) throw new Error(`${f.key}: ${read.mistakes[0]?.what.zh}`)
    return read.scheme
  })

test('a demo’s units are grouped into zones, each with a lead and somebody who keeps touch, and paired until nobody is left out', () => {
  const groups = demoGroups()
  const group = groups.find((g) => g.folders.some((f) => f.demo.adds.teams.length > 0 && f.demo.adds.pairs.length > 0))
  assert.ok(group !== undefined, 'a demo has teams and pairs')
  const { adds } = group.folders.find((f) => f.demo.adds.teams.length > 0)?.demo ?? assert.fail()
  const [said] = adds.teams
  const root = { id: '00000000-0000-7000-8000-000000000001' as OrgId, code: 'ROOT', name: '清河市' }
  const { entries } = worldFor(group, groups, schemesOf, root)
  const teams = entries.teams ?? []
  assert.equal(teams.length, said?.count)
  for (const team of teams) {
    assert.equal(team.members.filter((m) => m.duty === 'lead').length, 1, team.name)
    assert.equal(team.members.filter((m) => m.duty === 'liaison').length, said?.liaison === undefined ? 0 : 1)
  }
  const members = teams.flatMap((t) => t.members.flatMap((m) => ('org' in m.who ? [m.who.org] : [])))
  assert.equal(new Set(members).size, members.length, 'each unit is in one zone')

  const role = adds.pairs[0]?.role
  const pairs = (entries.links ?? []).filter((l) => l.role === role)
  const ends = (side: 'by' | 'to') => new Set(pairs.map((l) => JSON.stringify(l[side]))).size
  assert.equal(ends('by'), new Set(members).size, 'every unit of the zones is paired')
  assert.equal(pairs.length, Math.max(ends('by'), ends('to')))
  assert.equal(ends('to'), adds.subjects.find((s) => s.kind === adds.pairs[0]?.to)?.names.length, 'and every one of the other side')
})
