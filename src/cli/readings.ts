import type { TeamRow } from '#command/team-views.ts'
import type { QuotaHead, QuotaList, QuotaPart, QuotaShow } from '#command/quota/view.ts'
import type { Supervision } from '#command/supervision/views.ts'
import type { Progress, Standing } from '#figure/quota/shape.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import { type Text, say } from '#kit/text.ts'
import { type Out, tableOf, tell } from './out.ts'

/* What is read at a terminal in names, codes and words: quotas, supervision, teams. With --json the whole answer is printed. */

const standings: Readonly<Record<Standing, Text>> = {
  behind: { zh: '落后', en: 'behind' },
  over: { zh: '超出', en: 'over' },
  blank: { zh: '尚无可计算的数', en: 'nothing to count yet' },
  course: { zh: '按进度', en: 'on course' },
  early: { zh: '未到期', en: 'not yet' },
  open: { zh: '暂无要求', en: 'nothing owed' },
  done: { zh: '已完成', en: 'done' },
}

const unitWords = {
  green: { zh: '绿灯', en: 'green' },
  yellow: { zh: '黄灯', en: 'yellow' },
  red: { zh: '红灯', en: 'red' },
  none: { zh: '不亮灯', en: 'no light' },
  not_started: { zh: '未启动', en: 'not started' },
  behind: { zh: '落后', en: 'behind' },
  on_course: { zh: '按进度', en: 'on course' },
  done: { zh: '已完成', en: 'done' },
  under_way: { zh: '已启动', en: 'under way' },
} as const satisfies Record<string, Text>

/** To the indicator's decimals, two unless it has a word on it; half up; a blank is a dash. */
const shown = (value: string | null, decimals: number | null): string =>
  value === null ? '-' : plain(new Decimal(value).toDecimalPlaces(decimals ?? 2, Decimal.ROUND_HALF_UP))

const percent = (share: string | null): string => (share === null ? '-' : `${shown(new Decimal(share).times(100).toFixed(), 1)}%`)

const table = (out: Out, heads: readonly Text[], rows: readonly (readonly string[])[]): void => {
  if (rows.length === 0) return tell(out, { zh: '（无）', en: '(none)' })
  const told = heads.map((h) => say(h, out.language))
  for (const line of tableOf(told, rows)) out.line(line)
}

/** Whole sentences, and single things, one after the other. */
const sentences = (all: readonly string[], out: Out): string => all.join(out.language === 'zh' ? '；' : '; ')
const things = (all: readonly string[], out: Out): string => all.join(out.language === 'zh' ? '、' : ', ')

const why = (p: Progress, out: Out): string =>
  sentences(
    p.why.map((s) => say(s.says, out.language)),
    out,
  )

const numbers = (p: Progress, { decimals }: QuotaHead): readonly string[] => [
  p.owed === null && p.most !== null ? `≤ ${shown(p.most, decimals)}` : shown(p.owed, decimals),
  shown(p.done, decimals),
  p.pending === '0' ? '' : shown(p.pending, decimals),
  shown(p.expected, decimals),
]

export const quotaList = ({ on, quotas, rows: { rows, next }, total }: QuotaList, out: Out): void => {
  const heads = new Map(quotas.map((q) => [q.key, q]))
  tell(out, { zh: `截至 ${on}，共 ${total} 项`, en: `As of ${on}, ${total} in all` })
  table(
    out,
    [
      { zh: '任务', en: 'quota' },
      { zh: '代码', en: 'key' },
      { zh: '责任', en: 'assignee' },
      { zh: '编码', en: 'code' },
      { zh: '应完成', en: 'owed' },
      { zh: '已完成', en: 'done' },
      { zh: '待审', en: 'pending' },
      { zh: '按进度应有', en: 'expected' },
      { zh: '单位', en: 'unit' },
      { zh: '状态', en: 'standing' },
      { zh: '为什么', en: 'why' },
    ],
    rows.flatMap((p) => {
      const head = heads.get(p.quota)
      if (head === undefined) return []
      const { name, code } = p.assignee
      const standing = say(standings[p.standing], out.language)
      return [[say(head.title, out.language), p.quota, name, code, ...numbers(p, head), head.unit, standing, why(p, out)]]
    }),
  )
  if (next !== null) tell(out, { zh: `（还有：--after '${next}'）`, en: `(more: --after '${next}')` })
}

export const quotaShow = ({ quota, on, parts }: QuotaShow, out: Out): void => {
  tell(out, { zh: `${quota.title.zh}，截至 ${on}`, en: `${say(quota.title, 'en')}, as of ${on}` })
  for (const { progress: p, records, waiting } of parts) {
    const [owed, done, pending, expected] = numbers(p, quota)
    const { name, code, orgName } = p.assignee
    out.line(`${name} ${code}${p.assignee.kind === 'org' ? '' : ` ${orgName}`}: ${say(standings[p.standing], out.language)}`)
    tell(out, {
      zh: `应完成 ${owed}，已完成 ${done}，待审 ${pending || '0'}，按进度应有 ${expected}（${quota.unit}）`,
      en: `owed ${owed}, done ${done}, pending ${pending || '0'}, expected by now ${expected} (${quota.unit})`,
    })
    for (const step of p.why) out.line(`  ${say(step.says, out.language)}`)
    behind(records, quota, out)
    if (waiting.length > 0) awaited(waiting, out)
  }
}

const behind = (records: QuotaPart['records'], quota: QuotaHead, out: Out): void => {
  tell(out, { zh: '计入的记录：', en: 'Records that count:' })
  table(
    out,
    [
      { zh: '日期', en: 'day' },
      { zh: '单位', en: 'org' },
      { zh: '计', en: 'counts' },
      { zh: '待审', en: 'pending' },
      { zh: '记录', en: 'record' },
      { zh: '概要', en: 'gist' },
    ],
    records.map((r) => [r.day, r.orgName, shown(r.value, quota.decimals), r.pending ? '✓' : '', r.record, r.gist]),
  )
}

const awaited = (waiting: QuotaPart['waiting'], out: Out): void => {
  tell(out, { zh: '还没有走访到的：', en: 'Not reached yet:' })
  table(
    out,
    [
      { zh: '编码', en: 'code' },
      { zh: '名称', en: 'name' },
      { zh: '区域', en: 'place' },
      { zh: '标签', en: 'tags' },
    ],
    waiting.map((s) => [s.code, s.name, s.placeName, s.tags.join(' ')]),
  )
}

export const supervisionShow = (seen: Supervision, out: Out): void => {
  tell(out, { zh: `${seen.campaign.title.zh}，截至 ${seen.on}`, en: `${say(seen.campaign.title, 'en')}, as of ${seen.on}` })
  for (const { title, units } of [...seen.classes, ...seen.teams]) {
    out.line('')
    out.line(say(title, out.language))
    table(
      out,
      [
        { zh: '单位', en: 'unit' },
        { zh: '编码', en: 'code' },
        { zh: '灯', en: 'light' },
        { zh: '状态', en: 'standing' },
        { zh: '完成进度', en: 'of expected' },
        { zh: '记录', en: 'records' },
        { zh: '任务', en: 'quotas' },
      ],
      units.map((u) => {
        const words = [unitWords[u.light], unitWords[u.standing]].map((w) => say(w, out.language))
        return [u.name, u.code, ...words, percent(u.share), String(u.records), quotasOf(u.quotas, seen, out)]
      }),
    )
  }
}

/** 走访 9/20 户; 销号率 尚无可计算的数. */
const quotasOf = (quotas: Supervision['classes'][number]['units'][number]['quotas'], seen: Supervision, out: Out): string =>
  sentences(
    quotas.flatMap((q) => {
      const head = seen.quotas.find((h) => h.key === q.quota && h.part === q.part)
      if (head === undefined) return []
      const title = say(head.title, out.language)
      if (q.done === null) return [`${title} ${say(standings.blank, out.language)}`]
      return [`${title} ${shown(q.done, head.decimals)}/${shown(q.owed, head.decimals)} ${head.unit}`]
    }),
    out,
  )

export const teamList = (teams: readonly TeamRow[], out: Out): void =>
  table(
    out,
    [
      { zh: '编码', en: 'code' },
      { zh: '名称', en: 'name' },
      { zh: '类别', en: 'kind' },
      { zh: '成员', en: 'members' },
    ],
    teams.map((t) => [
      t.code,
      t.name,
      t.kind,
      things(
        t.members.map((m) => `${say(duties[m.duty], out.language)}${m.name} ${m.code}`),
        out,
      ),
    ]),
  )

const duties: Readonly<Record<TeamRow['members'][number]['duty'], Text>> = {
  lead: { zh: '牵头', en: 'lead ' },
  member: { zh: '', en: '' },
  liaison: { zh: '联络', en: 'liaison ' },
}
