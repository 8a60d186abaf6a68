import { Button } from 'antd'
import type { RecordId } from '#kit/id.ts'
import { visibleIn } from '#web/form/live.ts'
import { formOf } from '#web/form/scheme.ts'
import { ContentShown } from '#web/form/show.tsx'
import { Answer, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { useAbout } from './about.tsx'
import { FlagLines } from './flags.tsx'
import { History } from './history.tsx'
import { useRecord } from './use-record.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

type Props = { readonly id: RecordId; readonly accept: () => void; readonly giveBack: () => void; readonly busy: boolean }

/** The record under review, beside the queue. */
export const Reading = ({ id, accept, giveBack, busy }: Props) => {
  const w = useWords(recordWords)
  const asked = useRecord(id)
  const acts = (
    <>
      <LinkButton tone="text" to="/records/$record" params={{ record: id }}>
        {w('openIt')}
      </LinkButton>
      <Button onClick={giveBack}>
        {w('return')} <kbd className={look.key}>R</kbd>
      </Button>
      <Button type="primary" loading={busy} onClick={accept}>
        {w('accept')} <kbd className={look.key}>A</kbd>
      </Button>
    </>
  )
  return (
    <div className={look.reading}>
      <Answer of={asked} rows={8}>
        {(both) => <Read {...both} acts={acts} />}
      </Answer>
    </div>
  )
}

const Read = ({ record, opened, acts }: NonNullable<ReturnType<typeof useRecord>['data']> & { readonly acts: React.ReactNode }) => {
  const say = useSay()
  const w = useWords(recordWords)
  const about = useAbout(record)
  const form = opened.compiled === null ? undefined : formOf(opened.compiled, record.sort, record.kind)
  if (form === undefined) return <Section side={acts}>{w('schemeUnread')}</Section>
  return (
    <Section title={say(form.form.title)} side={acts}>
      {record.flags.length > 0 && (
        <div style={{ marginBottom: 12 }}>
          <FlagLines flags={record.flags} />
        </div>
      )}
      <ContentShown form={form} content={record.content} visible={visibleIn(form, record.content, record.context)} about={about} />
      {record.history.length > 1 && (
        <div style={{ marginTop: 20 }}>
          <History record={record} form={form} />
        </div>
      )}
    </Section>
  )
}
