import { uuidv7 } from 'uuidv7'
import type { Role } from '#access/actor.ts'
import type { Thing } from './realm.ts'

/**
 * One line a route: what an administrator, office, liaison and visitor of EAST-1 may reach at their own org, at its child, its
 * sibling and its parent. `y` yes, `.` as if it were not there, `-` the role may not ask at all. One letter: it is about no org.
 * Another tenant's things are never there, whatever the line says.
 */
export type Row = { readonly cells: Readonly<Record<Role, string>>; readonly input: (thing: Thing) => object | Promise<object> }

const row = (administrator: string, office: string, liaison: string, visitor: string, input: Row['input'] = () => ({})): Row => ({
  cells: { administrator, office, liaison, visitor },
  input,
})

const nobody = '-'
const content = (t: Thing) => ({ day: '2012-03-06', org: t.org, fields: { words: '路通了' } })
const campaign = ({ campaign: id }: Thing) => ({ campaign: id })
const scoped = ({ campaign: id, org }: Thing) => ({ campaign: id, org })
const act = (t: Thing) => ({ record: t.record, seen: 1 })
const onNotice = async (t: Thing) => ({ notice: await t.notice(), seen: 1 })
const why = '看过'

// biome-ignore format: it is a table
export const matrix: Readonly<Record<string, Row>> = {
  'session.me': row('y', 'y', 'y', 'y'),
  'session.list': row('y', 'y', 'y', 'y'),
  'session.password': row('y', 'y', 'y', 'y', () => ({ password: 'three horses by the river' })),
  'session.end': row('....', '....', '....', '....', (t) => ({ session: t.session })),
  'account.list': row('y', nobody, nobody, nobody),
  'account.create': row('yy..', nobody, nobody, nobody, (t) => ({ id: uuidv7(), login: `u${uuidv7().slice(-12)}`, name: '新人', grants: [{ role: 'visitor', org: t.org }] })),
  'account.grant': row('yy..', nobody, nobody, nobody, (t) => ({ account: t.account, role: 'visitor', org: t.org })),
  'account.revoke': row('yy..', nobody, nobody, nobody, (t) => ({ account: t.account, role: 'office', org: t.org })),
  'account.disable': row('yy..', nobody, nobody, nobody, (t) => ({ account: t.account, disabled: false })),
  'account.reset': row('yy..', nobody, nobody, nobody, (t) => ({ account: t.account, password: 'three horses by the river' })),
  'org.list': row('y', 'y', 'y', 'y'),
  'org.show': row('yy..', 'yy..', 'yy..', 'yy..', (t) => ({ org: t.org })),
  'org.save': row('yy..', 'yy..', nobody, nobody, (t) => ({ id: t.org, code: t.code, name: '改名镇' })),
  'place.list': row('y', 'y', 'y', 'y'),
  'place.save': row(nobody, nobody, nobody, nobody, (t) => ({ id: t.place, code: 'C', name: '清河市' })),
  'person.list': row('y', 'y', 'y', 'y'),
  'person.show': row('yy..', 'yy..', 'yy..', 'yy..', (t) => ({ person: t.person })),
  'person.save': row('yy..', 'yy..', 'yy..', nobody, (t) => ({ id: t.person, code: `P-${t.code}`, name: '改名', posts: [{ org: t.org }] })),
  'subject.list': row('y', 'y', 'y', 'y'),
  'subject.show': row('yyyy', 'yyyy', 'yyyy', 'yyyy', (t) => ({ subject: t.subject })),
  'subject.save': row('y', 'y', 'y', nobody, (t) => ({ id: t.subject, code: 'H1', name: '改名户', kind: 'household' })),
  'link.list': row('yyyy', 'yyyy', 'yyyy', 'yyyy', (t) => ({ org: t.org })),
  'link.summary': row('y', 'y', 'y', 'y'),
  'link.survey': row('yy..', 'yy..', 'yy..', 'yy..', (t) => ({ side: 'unit', org: t.org })),
  'link.save': row('yy..', 'yy..', 'yy..', nobody, (t) => ({ id: uuidv7(), by: { org: t.org }, to: { place: t.place }, role: uuidv7() })),
  'link.end': row('yy..', 'yy..', 'yy..', nobody, async (t) => ({ link: await t.link(), until: '2012-06-01' })),
  'team.list': row('y', 'y', 'y', 'y'),
  'team.save': row('yy..', 'yy..', nobody, nobody, (t) => ({ id: uuidv7(), code: uuidv7(), name: '第一协作区', members: [{ who: { org: t.org }, duty: 'lead' }] })),
  'team.rank': row('y', 'y', 'y', nobody, (t) => ({ campaign: t.campaign, indicator: 'visits' })),
  'team.end': row('yy..', 'yy..', nobody, nobody, async (t) => ({ team: await t.team(), until: '2012-06-01' })),
  'register.import-list': row('y', nobody, nobody, nobody),
  'register.import-show': row('yyyy', nobody, nobody, nobody, (t) => ({ id: t.import })),
  'register.template': row('y', 'y', 'y', 'y', () => ({ sheet: 'org', format: 'csv' })),
  'register.export': row(nobody, nobody, nobody, nobody, () => ({ sheet: 'org', format: 'csv' })),
  'scheme.check': row('y', 'y', 'y', nobody, () => ({ source: 'scheme: x' })),
  'scheme.impact': row(nobody, nobody, nobody, nobody, (t) => ({ campaign: t.campaign, source: 'scheme: x' })),
  'scheme.lint': row('y', 'y', 'y', nobody, () => ({ source: 'scheme: x' })),
  'scheme.language': row('y', 'y', 'y', 'y'),
  'campaign.list': row('y', 'y', 'y', 'y'),
  'campaign.show': row('yyyy', 'yyyy', 'yyyy', 'yyyy', campaign),
  'campaign.load': row(nobody, nobody, nobody, nobody, () => ({ id: uuidv7(), source: 'scheme: x' })),
  'campaign.widen': row('yy..', 'yy..', 'yy..', nobody, (t) => ({ ...scoped(t), where: 'person.post == "镇长"', says: '镇长也参加' })),
  'demo.list': row('y', 'y', nobody, nobody),
  'demo.load': row(nobody, nobody, nobody, nobody, () => ({ key: 'x' })),
  'campaign.announce': row(nobody, nobody, nobody, nobody, (t) => ({ campaign: t.campaign, event: 'opening', day: '2012-03-01' })),
  'record.submit': row('yy..', 'yy..', 'yy..', 'yy..', (t) => ({ id: uuidv7(), campaign: t.campaign, sort: 'activity', kind: 'visit', content: content(t) })),
  'record.correct': row('yy..', 'yy..', 'yy..', '....', (t) => ({ ...act(t), content: content(t), why })),
  'record.accept': row('yy..', 'yy..', 'yy..', nobody, act),
  'record.return': row('yy..', 'yy..', 'yy..', nobody, (t) => ({ ...act(t), why })),
  'record.withdraw': row('yy..', 'yy..', 'yy..', '....', (t) => ({ ...act(t), why })),
  'record.close': row('yy..', 'yy..', 'yy..', '....', (t) => ({ ...act(t), day: '2012-03-07', outcome: 'solved', note: '修好了' })),
  'record.reopen': row('yy..', 'yy..', 'yy..', '....', (t) => ({ ...act(t), why })),
  'record.list': row('y', 'y', 'y', 'y', campaign),
  'record.show': row('yy..', 'yy..', 'yy..', '....', (t) => ({ record: t.record })),
  'figure.list': row('yy..', 'yy..', 'yy..', 'yy..', scoped),
  'figure.records': row('yy..', 'yy..', 'yy..', 'yy..', (t) => ({ ...scoped(t), indicator: 'visits' })),
  'figure.rank': row('yy..', 'yy..', 'yy..', nobody, (t) => ({ ...scoped(t), indicator: 'visits', class: 'town' })),
  'figure.matrix': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'figure.check': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'figure.verify': row(nobody, nobody, nobody, nobody, campaign),
  'quota.list': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'quota.show': row('yy..', 'yy..', 'yy..', 'yy..', (t) => ({ campaign: t.campaign, quota: 'plan', who: t.org })),
  'quota.mine': row('y', 'y', 'y', 'y', campaign),
  'cockpit.show': row('yy..', 'yy..', 'yy..', 'yy..', scoped),
  'cockpit.not-started': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'supervision.show': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'digest.show': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'digest.export': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'flag.list': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'flag.judge': row('yy..', 'yy..', 'yy..', nobody, (t) => ({ record: t.record, version: 1, rule: 'thin', verdict: 'fine', why })),
  'notice.list': row('yy..', 'yy..', 'yy..', nobody, scoped),
  'notice.show': row('yy..', 'yy..', 'yy..', nobody, async (t) => ({ notice: await t.notice() })),
  'notice.issue': row('yy..', 'yy..', nobody, nobody, (t) => ({ ...scoped(t), id: uuidv7(), title: '进度滞后', asks: '限期说明' })),
  'notice.receive': row('yy..', nobody, 'yy..', nobody, onNotice),
  'notice.answer': row('yy..', nobody, 'yy..', nobody, async (t) => ({ ...(await onNotice(t)), note: '已办' })),
  'notice.ask': row('yy..', nobody, 'yy..', nobody, async (t) => ({ ...(await onNotice(t)), until: '2099-01-01', note: '汛期' })),
  'notice.extend': row('yy..', 'yy..', nobody, nobody, async (t) => ({ ...(await onNotice(t)), until: '2099-01-01' })),
  'notice.refuse': row('yy..', 'yy..', nobody, nobody, async (t) => ({ ...(await onNotice(t)), note: why })),
  'notice.return': row('yy..', 'yy..', nobody, nobody, async (t) => ({ ...(await onNotice(t)), note: why })),
  'notice.close': row('yy..', 'yy..', nobody, nobody, onNotice),
  'notice.withdraw': row('yy..', 'yy..', nobody, nobody, async (t) => ({ ...(await onNotice(t)), note: why })),
  'notice.escalate': row('yy..', 'yy..', nobody, nobody, async (t) => ({ ...(await onNotice(t)), step: 'lead', note: why })),
  'coverage.show': row('yy..', 'yy..', 'yy..', 'yy..', scoped),
  'coverage.unreached': row('yy..', 'yy..', 'yy..', 'yy..', scoped),
  'coverage.waiting': row('yy..', 'yy..', 'yy..', 'yy..', scoped),
  'coverage.export': row('yy..', 'yy..', 'yy..', 'yy..', scoped),
  'burden.show': row('yy..', 'yy..', 'yy..', nobody, (t) => ({ org: t.org })),
  'record.forewarn': row('yy..', 'yy..', 'yy..', 'yy..', (t) => ({ ...scoped(t), day: '2012-03-06', subjects: t.subject, place: t.place })),
  'bulletin.draft': row('yy..', 'yy..', nobody, nobody, (t) => ({ ...scoped(t), id: uuidv7(), template: 'progress' })),
  'bulletin.edit': row('yy..', 'yy..', nobody, nobody, async (t) => ({ bulletin: await t.draft(), text: '走访 {{ visits }}。' })),
  'bulletin.discard': row('yy..', 'yy..', nobody, nobody, async (t) => ({ bulletin: await t.draft() })),
  'bulletin.seal': row('yy..', 'yy..', nobody, nobody, async (t) => ({ bulletin: await t.draft() })),
  'bulletin.list': row('y', 'y', 'y', 'y'),
  'bulletin.show': row('yy..', 'yy..', '....', '....', async (t) => ({ bulletin: await t.draft() })),
  'bulletin.changes': row('yyyy', 'yyyy', 'yyyy', 'yyyy', (t) => ({ bulletin: t.sealed })),
  'bulletin.verify': row('yyyy', 'yyyy', 'yyyy', 'yyyy', (t) => ({ bulletin: t.sealed })),
  'bulletin.export': row('yy..', 'yy..', '....', '....', async (t) => ({ id: await t.draft(), format: 'html' })),
  'record.export': row('y', 'y', 'y', 'y', (t) => ({ campaign: t.campaign, format: 'csv' })),
  'blob.put': row('y', 'y', 'y', 'y'),
  'blob.get': row('yyyy', 'yyyy', 'yyyy', 'yyyy', (t) => ({ sha256: t.blob })),
  'register.import': row(nobody, nobody, nobody, nobody),
  'register.import-errors': row('yyyy', nobody, nobody, nobody, (t) => ({ id: t.import })),
}
