import type { Actor } from '#access/actor.ts'
import { type Escalation, escalation, stepsDue } from '#appraise/escalation.ts'
import { openActs, overdue } from '#appraise/notice.ts'
import { type NoticeRules, noticeRules } from '#appraise/rules.ts'
import type { CampaignId, OrgId, TeamId } from '#kit/id.ts'
import { after, workdaysBetween } from '#kit/workday.ts'
import { schemeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import type { StoredNotice } from '../ports/notice.ts'
import { type Ways, mayTake } from './right.ts'
import type { NoticeRow, NoticeView } from './views.ts'

export const rulesOf = async (db: Read, campaign: CampaignId): Promise<NoticeRules> =>
  noticeRules((await schemeOf(db, campaign)).compiled.scheme)

/** Working days until what is waited for; negative when that is past. */
const leftOf = (n: StoredNotice, { calendar }: NoticeRules, today: string): number | null => {
  if (n.state !== 'issued' && n.state !== 'received' && n.state !== 'returned') return null
  return workdaysBetween(calendar, today, overdue(n, today) === 'receipt' ? n.receiveBy : n.due)
}

/** Whom a notice is addressed to: a team, or a unit. */
export const addressee = ({ team, org }: Pick<StoredNotice, 'team' | 'org'>): TeamId | OrgId => team ?? org

/** `all`: the notices of the unit in the campaign, this one too. */
const stepsOf = (n: StoredNotice, all: readonly StoredNotice[], rules: NoticeRules, today: string): readonly Escalation[] =>
  escalation(n, all, rules, new Set(n.noted), today)

export const rowOf = (n: StoredNotice, ofUnit: readonly StoredNotice[], rules: NoticeRules, today: string): NoticeRow => {
  const { id, number, org, orgName, team, teamName, title, state, issuedOn, receiveBy, due, asked, answeredOn, extensions, late, by, at } =
    n
  return {
    id,
    number,
    org,
    orgName,
    team,
    teamName,
    title,
    state,
    issuedOn,
    receiveBy,
    due,
    asked,
    answeredOn,
    extensions,
    late,
    by,
    at,
    grade: rules.grades.find((g) => g.key === n.grade)?.title ?? null,
    overdue: overdue(n, today),
    left: leftOf(n, rules, today),
    escalation: stepsDue(stepsOf(n, ofUnit, rules, today)).at(-1)?.title ?? null,
  }
}

export const rowsOf = (notices: readonly StoredNotice[], rules: NoticeRules, today: string): readonly NoticeRow[] => {
  const byUnit = Map.groupBy(notices, addressee)
  return notices.map((n) => rowOf(n, byUnit.get(addressee(n)) ?? [n], rules, today))
}

export const viewOf = async (
  db: Read,
  n: StoredNotice,
  { actor, today }: { readonly actor: Actor; readonly today: string },
  ways: Ways,
): Promise<NoticeView> => {
  const rules = await rulesOf(db, n.campaign)
  const all =
    n.team === null
      ? (await db.notice.list(n.campaign, [n.org])).filter((p) => p.team === null)
      : await db.notice.ofTeam(n.campaign, n.team)
  const before = all.filter((p) => p.number < n.number && p.state !== 'withdrawn')
  const from = n.due > today ? n.due : today
  return {
    ...n,
    gradeTitle: rules.grades.find((g) => g.key === n.grade)?.title ?? null,
    overdue: overdue(n, today),
    left: leftOf(n, rules, today),
    history: await db.notice.steps(n.id),
    escalations: stepsOf(n, all, rules, today),
    may: openActs(n, rules).filter((act) => mayTake(actor, act, ways)),
    liaison: (await db.account.liaisons([n.org])).get(n.org) ?? '',
    before: { issued: before.length, late: before.filter((p) => p.late || overdue(p, today) === 'answer').length },
    extend: { times: rules.extend.times, most: rules.extend.by === null ? null : after(rules.calendar, from, rules.extend.by) },
  }
}
