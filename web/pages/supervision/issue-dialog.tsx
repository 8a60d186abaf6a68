import { App, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Standing } from '#appraise/light.ts'
import type { NoticeList } from '#command/notice/views.ts'
import type { CampaignRow } from '#command/views.ts'
import type { NoticeId, OrgId, TeamId } from '#kit/id.ts'
import type { Attachment } from '#record/shape.ts'
import { newId } from '#web/api/client.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { DayEditor } from '#web/form/day.tsx'
import { Files } from '#web/form/files.tsx'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { noticeWords } from './notice-words.ts'
import { Whom } from './whom.tsx'

/** To whom, and why one came here; with neither a unit nor a team it is chosen. */
export type IssueTo = {
  readonly org: OrgId | null
  readonly team: TeamId | null
  readonly name: string
  readonly standing: Standing | null
}

type Draft = {
  readonly org: OrgId | null
  readonly team: TeamId | null
  readonly title: string
  readonly asks: string
  readonly grade: string
  readonly until: string
  readonly files: readonly Attachment[]
}
/** Files come one by one while the rest is written: what changes is worked out from what there is then. */
type Put = (change: Partial<Draft> | ((old: Draft) => Partial<Draft>)) => void
type FieldsProps = { readonly draft: Draft; readonly put: Put; readonly tried: boolean }

const Words = ({ draft, put, tried }: FieldsProps) => {
  const w = useWords(noticeWords)
  const lacking = (text: string) => (tried && text.trim() === '' ? w('needed') : undefined)
  return (
    <>
      <Row path="title" label={w('subject')} required wrong={lacking(draft.title)}>
        {(marks) => <Input id={marks.id} value={draft.title} maxLength={200} onChange={(e) => put({ title: e.target.value })} />}
      </Row>
      <Row path="asks" label={w('asks')} required wrong={lacking(draft.asks)}>
        {(marks) => (
          <Input.TextArea
            id={marks.id}
            value={draft.asks}
            maxLength={5000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(e) => put({ asks: e.target.value })}
          />
        )}
      </Row>
    </>
  )
}

const Terms = ({
  draft,
  put,
  list,
  busy,
}: Omit<FieldsProps, 'tried'> & { readonly list: NoticeList | undefined; readonly busy: (b: boolean) => void }) => {
  const w = useWords(noticeWords)
  const say = useSay()
  const grades = list?.grades ?? []
  const options = [{ value: '', label: w('plainGrade') }, ...grades.map((g) => ({ value: g.key, label: say(g.title) }))]
  return (
    <>
      {grades.length > 0 && (
        <Row path="grade" group label={w('grade')}>
          {() => <Radio.Group value={draft.grade} options={options} onChange={(e) => put({ grade: String(e.target.value) })} />}
        </Row>
      )}
      <Row path="until" label={w('until')} hint={draft.grade === '' ? w('untilHint', { day: list?.due ?? '…' }) : w('untilGrade')}>
        {(marks) => <DayEditor day={draft.until} onChange={(until) => put({ until })} marks={marks} />}
      </Row>
      <Row path="files" group label={w('files')}>
        {() => (
          <Files max={10} attachments={draft.files} onBusy={busy} onChange={(change) => put((old) => ({ files: change(old.files) }))} />
        )}
      </Row>
    </>
  )
}

type Props = { readonly campaign: CampaignRow; readonly to: IssueTo; readonly close: () => void }

/** An order to a unit, with a deadline. */
export const IssueDialog = ({ campaign, to, close }: Props) => {
  const w = useWords(noticeWords)
  const { message } = App.useApp()
  const [id] = useState(() => newId<'notice'>() as NoticeId)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [draft, setDraft] = useState<Draft>({
    org: to.org,
    team: to.team,
    title: to.standing === null ? '' : w(`subject_${to.standing}`),
    asks: '',
    grade: '',
    until: '',
    files: [],
  })
  const put: Put = (change) => setDraft((old) => ({ ...old, ...(typeof change === 'function' ? change(old) : change) }))
  const chosen = to.org !== null || to.team !== null
  const list = useRead('notice.list', { campaign: campaign.id, limit: 1 })
  const issue = useWrite('notice.issue', () => {
    void message.success(w('issued'))
    close()
  })
  const go = () => {
    setTried(true)
    const { org, team, title, asks, grade, until, files } = draft
    if ((org === null && team === null) || title.trim() === '' || asks.trim() === '') return
    const whom = team === null ? { org: org ?? undefined } : { team }
    issue.mutate({ id, campaign: campaign.id, ...whom, title, asks, grade: grade || undefined, until: until || undefined, files })
  }
  return (
    <Modal
      open
      title={chosen ? `${w('issue')} · ${to.name}` : w('issue')}
      okText={w('issue')}
      okButtonProps={{ disabled: busy }}
      confirmLoading={issue.isPending}
      onCancel={close}
      onOk={go}
    >
      <div className={formLook.form}>
        <p className="soft">{w(draft.team === null ? 'issueHint' : 'issueTeamHint')}</p>
        {!chosen && <Whom org={draft.org} team={draft.team} put={put} tried={tried} />}
        <Words draft={draft} put={put} tried={tried} />
        <Terms draft={draft} put={put} list={list.data} busy={setBusy} />
        {issue.error !== null && <FaultNotice fault={issue.error} />}
      </div>
    </Modal>
  )
}
