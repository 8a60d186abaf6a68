import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { lint } from '#scheme/lint/lint.ts'
import { reasons } from '#scheme/lint/reasons.ts'
import { costOf, inMinutes } from '#scheme/cost.ts'
import { readScheme } from '#scheme/read.ts'

/** A scheme that asks for nothing it had better not. Each case changes one thing in it. */
const sound = `scheme: calm
title: 走访
window: { from: 2024-03-01, to: 2024-12-31 }
classes: [{ key: town, title: 乡镇, where: 'org.kind == "township"', minimum: 5 }]
subjects: [{ key: 户, title: 户, unit: 户 }]
tags: [{ key: 困难户, title: 困难户 }]
activities:
  visit:
    title: 走访
    to: [户]
    fields:
      - { key: heard, title: 反映的情况, type: longtext, required: true }
      - { key: days, title: 天数, type: integer, unit: 天 }
    rules:
      - { key: short, check: days <= 15, otherwise: flag, says: 天数过多 }
matters:
  problem: { title: 问题, fields: [{ key: what, title: 事由, type: text, required: true }], outcomes: [{ key: solved, title: 已解决, solved: true }] }
indicators:
  days: { title: 天数, unit: 天, from: visit, value: days }
  visits: { title: 走访, unit: 次, from: visit }
  raised: { title: 问题, unit: 件, from: problem.raised }
quotas:
  all: { title: 每单位二十次, who: org, indicator: visits, at_least: 20 }
coverage: { must_reach: [困难户], every: quarter }
burden: [{ of: 户, at_most: 2, every: month }]
`

const codesOf = (source: string): readonly string[] => {
  const { mistakes, warnings } = lint(source)
  assert.deepEqual(
    mistakes.map((m) => `${m.line} ${m.code} ${m.what.en}`),
    [],
  )
  return warnings.map((w) => w.code)
}

test('a scheme that asks for no more than it needs is not warned of', () => {
  assert.deepEqual(codesOf(sound), [])
})

const field =
  (yaml: string): ((s: string) => string) =>
  (s) =>
    s.replace('    rules:\n', `      - ${yaml}\n    rules:\n`)
const rule =
  (yaml: string): ((s: string) => string) =>
  (s) =>
    s.replace('    rules:\n', `    rules:\n      - ${yaml}\n`)
const quota =
  (yaml: string): ((s: string) => string) =>
  (s) =>
    s.replace('quotas:\n', `quotas:\n  more: ${yaml}\n`)
const replaced = (a: string, b: string) => (s: string) => s.replace(a, b)

/** What is added, the warning it must draw, and nothing else. */
const cases: readonly (readonly [says: string, change: (s: string) => string, code: string])[] = [
  ['compulsory photos', replaced('    to: [户]\n', '    to: [户]\n    photos: { min: 2 }\n'), 'W101'],
  ['a rule over the number of photos', rule('{ key: seen, check: photos >= 1, otherwise: block, says: 缺少现场图 }'), 'W101'],
  ['a track', field('{ key: way, title: 走访轨迹, type: text }'), 'W102'],
  ['a location, in English', field('{ key: gps, title: { zh: 位置码, en: GPS location }, type: text }'), 'W102'],
  ['a check-in', field('{ key: here, title: 到村打卡时间, type: time }'), 'W103'],
  ['points', quota('{ title: 每人积分不少于一百, who: person, indicator: days, at_least: 100 }'), 'W104'],
  ['log-ins that are ranked', replaced('indicators:\n', 'indicators:\n  used: { title: 平台登录次数, unit: 次, from: visit }\n'), 'W105'],
  ['downloads', rule('{ key: app, check: days <= 31, otherwise: block, says: 未完成APP下载安装 }'), 'W106'],
  ['an official account to be followed', quota('{ title: 公众号关注率不低于九成, who: org, indicator: visits, at_least: 9 }'), 'W106'],
  [
    'an app to be installed, in English',
    quota('{ title: { zh: 手机端, en: Households that installed the app }, who: org, indicator: visits, at_least: 9 }'),
    'W106',
  ],
  ['reposts', quota('{ title: 每篇转发不少于十次, who: person, indicator: visits, at_least: 10 }'), 'W107'],
  ['hours of study', replaced('title: 天数, unit: 天, from', 'title: 学习时长, unit: 天, from'), 'W108'],
  ['screenshots', rule('{ key: shot, check: days <= 30, otherwise: block, says: 须附工作群截图 }'), 'W109'],
  ['ledgers', quota('{ title: 每村一本走访台账, who: org, indicator: visits, at_least: 1 }'), 'W110'],
  ['a daily report', quota('{ title: 每天上报进展, who: org, indicator: visits, at_least: 1 }'), 'W111'],
  ['a demand beside the forms', (s) => `${s}demands: [{ what: sign_in, says: 工作群每日接龙 }]\n`, 'W103'],
  ['a quota for each day', quota('{ title: 每人一条, who: person, indicator: visits, at_least: 1, every: day }'), 'W201'],
  [
    'a second period of a week',
    quota('{ title: 多条, who: person, indicator: visits, at_least: 9, also: [{ every: week, at_least: 1 }] }'),
    'W201',
  ],
  ['a least length', rule('{ key: long, check: heard.size() >= 300, otherwise: flag, says: 写得太短 }'), 'W202'],
  ['a start that is inspected at once', (s) => `${s}start: { by: 2024-03-08 }\n`, 'W203'],
  ['a quota of problems', quota('{ title: 每人五件, who: person, indicator: raised, at_least: 5 }'), 'W204'],
  [
    'a quota of media items',
    (s) =>
      quota('{ title: 每单位三条, who: org, indicator: media, at_least: 3 }')(
        s.replace('indicators:\n', 'indicators:\n  media: { title: 媒体刊登, unit: 条, from: visit }\n'),
      ),
    'W205',
  ],
  ['a visit to each every week', replaced('every: quarter', 'every: week'), 'W206'],
  ['the head of the household', field('{ key: whose, title: 户主, type: text }'), 'W301'],
  ['the day once more', field('{ key: when, title: 走访日期, type: date }'), 'W301'],
  [
    'a choice that nobody reads',
    field('{ key: mood, title: 氛围, type: choice, options: [{ key: good, title: 好 }, { key: bad, title: 差 }] }'),
    'W305',
  ],
  ['the same question twice', field('{ key: heard_too, title: 反映的情况, type: text }'), 'W306'],
  ['a telephone number without a purpose', field('{ key: tel, title: 手机号, type: text }'), 'W401'],
  ['an identity number that is required', field('{ key: card, title: 身份证号, type: text, required: true, personal: 核对 }'), 'W402'],
  ['a ranking of chance', replaced(', minimum: 5', ''), 'W501'],
  ['visits that nothing bounds', replaced('burden: [{ of: 户, at_most: 2, every: month }]\n', ''), 'W601'],
]

for (const [says, change, code] of cases) {
  test(`${says}: ${code}`, () => {
    const changed = change(sound)
    assert.notEqual(changed, sound)
    assert.deepEqual([...new Set(codesOf(changed))], [code])
  })
}

test('a long form and too many required fields are warned of with their minutes', () => {
  const many = Array.from({ length: 13 }, (_, i) => `      - { key: t${i}, title: 问题${i}, type: longtext, required: true }`).join('\n')
  const { warnings } = lint(sound.replace('    rules:\n', `${many}\n    rules:\n`))
  assert.deepEqual(
    warnings.map((w) => w.code),
    ['W302', 'W303'],
  )
  assert.match(warnings[0]?.what.zh ?? '', /22 分钟（15 项）/)
})

test('what a scheme forbids is not what it demands', () => {
  const forbids = rule('{ key: none, check: days <= 30, otherwise: flag, says: 不得要求打卡签到、上传轨迹截图 }')(sound)
  assert.deepEqual(codesOf(forbids), [])
})

test('what is installed, registered or followed and is not on a telephone is not warned of', () => {
  const title = (zh: string, en: string) => replaced('  visits: { title: 走访', `  visits: { title: { zh: ${zh}, en: ${en} }`)(sound)
  for (const source of [
    title('安装烟感报警器', 'Smoke alarms installed'),
    title('烟感安装率', 'Installation of alarms'),
    title('新注册企业', 'Firms registered'),
    title('重点关注户', 'Households followed up'),
  ])
    assert.deepEqual(codesOf(source), [])
})

test('each warning stands at its line and says why and what instead, in both languages', () => {
  const source = field('{ key: way, title: 走访轨迹, type: text }')(sound)
  const [warning] = lint(source).warnings
  assert.equal(source.split('\n')[(warning?.line ?? 0) - 1]?.includes('走访轨迹'), true)
  assert.equal(warning?.path, 'activities.visit.fields.2.title')
  assert.match(warning.why.zh, /国办函〔2026〕12号/)
  for (const { why, instead } of Object.values(reasons)) for (const text of [why, instead]) assert.ok(text.zh !== '' && text.en !== '')
})

test('every kind of warning is drawn by some case, and stands in the manual', () => {
  const drawn = new Set([...cases.map(([, , code]) => code), 'W302', 'W303', 'W304'])
  assert.deepEqual([...drawn].toSorted(), Object.keys(reasons).toSorted())
  const manual = readFileSync(join(import.meta.dirname, '../../docs/scheme-language.md'), 'utf8')
  for (const code of drawn) assert.ok(manual.includes(code), `${code} is not in docs/scheme-language.md`)
})

test('fourteen kinds of forms are too many', () => {
  const forms = Array.from({ length: 13 }, (_, i) => `  f${i}: { title: 表${i}, participants: { min: 1 } }`).join('\n')
  assert.deepEqual(codesOf(sound.replace('matters:\n', `${forms}\nmatters:\n`)), ['W304'])
})

test('a scheme with mistakes is told its mistakes and nothing else', () => {
  const { mistakes, warnings } = lint(sound.replace('value: days', 'value: dayz'))
  assert.deepEqual([mistakes.map((m) => m.code), warnings], [['S202'], []])
})

test('the campaigns that are shipped can be linted', () => {
  const folder = join(import.meta.dirname, '../../campaigns')
  for (const key of readdirSync(folder)) {
    const read = (name: string): string => readFileSync(join(folder, key, name), 'utf8')
    const files = Object.fromEntries(
      readdirSync(join(folder, key))
        .filter((f) => f.endsWith('.md'))
        .map((f) => [f, read(f)]),
    )
    const { warnings } = lint(read('scheme.yaml'), files)
    for (const w of warnings) assert.ok(Object.hasOwn(reasons, w.code) && w.line >= 1, `${key} ${w.code}`)
  }
})

test('a form’s minutes are its fields’ seconds by type, or what a field says of itself', () => {
  const form = (fields: string) => {
    const read = readScheme(
      `scheme: cost\ntitle: 用时\nwindow: { from: 2024-01-01, to: 2024-12-31 }\nactivities:\n  visit:\n    title: 走访\n    fields:\n${fields}indicators: {}\n`,
    )
    assert.ok(read.ok)
    const visit = read.scheme.activities['visit']
    assert.ok(visit)
    return costOf(visit)
  }
  const text = form('      - { key: a, title: 甲, type: text, required: true }\n')
  const both = form(
    '      - { key: a, title: 甲, type: text, required: true }\n      - { key: b, title: 乙, type: boolean, show: a == "x" }\n',
  )
  assert.deepEqual([both.least - text.least, both.usual - text.usual, both.most - text.most], [0, 0, 4])
  const told = form('      - { key: a, title: 甲, type: text, required: true, minutes: 5 }\n')
  assert.equal(told.usual - text.usual, 300 - 20)
  assert.deepEqual([inMinutes(0), inMinutes(1), inMinutes(30), inMinutes(31)], [0, 0.5, 0.5, 1])
})

test('the bound that is advised is one on whom the form visits, by the scheme’s own word', () => {
  const source = `scheme: shops
title: 进店
window: { from: 2012-02-20, to: 2012-12-31 }
subjects: [{ key: household, title: 农户, unit: 户 }, { key: shop, title: { zh: 商铺, en: shops }, unit: 家 }]
activities:
  visit: { title: 入户, to: [household] }
  call: { title: 进店, to: [shop] }
indicators:
  calls: { title: 进店, unit: 次, from: call }
quotas:
  each: { title: 每单位一次, who: org, indicator: calls, at_least: 1 }
burden: [{ of: household, at_most: 2, every: month }]
`
  const { mistakes, warnings } = lint(source)
  assert.deepEqual(mistakes, [])
  const [found] = warnings.filter((w) => w.code === 'W601')
  assert.equal(found?.path, 'activities.call.to')
  assert.equal(found?.what.zh, '走访商铺没有次数上限')
  assert.match(found?.instead.zh ?? '', /\{ of: shop, at_most: 2, every: month \}/)
  assert.match(found?.instead.en ?? '', /\{ of: shop, /)
})
