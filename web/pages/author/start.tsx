import { Spin, Upload } from 'antd'
import { useState } from 'react'
import { templatesBeside } from '#bulletin/beside.ts'
import type { CampaignRow } from '#command/views.ts'
import { get } from '#web/api/client.ts'
import { useScope } from '#web/api/scope.ts'
import { todayHere } from '#web/form/today.ts'
import { Section } from '#web/parts/frame.tsx'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import type { Texts } from './texts.ts'
import look from './author.module.css'
import { blank, copied, smallest } from './begin.ts'
import { DraftsHere } from './drafts.tsx'
import { authorWords } from './words.ts'

type Begin = { readonly begin: (texts: Texts) => void }

/** Where a new campaign begins: blank, small, as a copy, or from files. */
export const Start = ({ begin }: Begin) => {
  const w = useWords(authorWords)
  const say = useSay()
  const { language } = usePreferences()
  const { campaigns } = useScope()
  const [busy, setBusy] = useState(false)
  const copy = async (row: CampaignRow) => {
    setBusy(true)
    const { source, files } = await get('campaign.show', { campaign: row.id })
    begin(
      copied(
        { source, files },
        row.key,
        campaigns.map((c) => c.key),
      ),
    )
  }
  return (
    <>
      <DraftsHere />
      <Section title={w('begin')} about={w('beginAbout')}>
        <Spin spinning={busy} description={w('reading')}>
          <div className={look.starts}>
            <Card title={w('small')} about={w('smallAbout')} go={() => begin(smallest(todayHere(), language))} />
            <Card title={w('blank')} about={w('blankAbout')} go={() => begin(blank(todayHere(), language))} />
            {campaigns.map((c) => (
              <Card
                key={c.id}
                title={w('copyOf', { title: say(c.title) })}
                about={w('copyAbout', { key: c.key, n: c.version })}
                go={() => void copy(c).finally(() => setBusy(false))}
              />
            ))}
          </div>
          <FromFiles begin={begin} />
        </Spin>
      </Section>
    </>
  )
}

const Card = ({ title, about, go }: { readonly title: string; readonly about: string; readonly go: () => void }) => (
  <button type="button" className={`bare ${look.startCard}`} onClick={go}>
    <strong>{title}</strong>
    <span className="soft">{about}</span>
  </button>
)

/** All files of one drop together: the scheme, and the templates beside it. */
const FromFiles = ({ begin }: Begin) => {
  const w = useWords(authorWords)
  const read = (file: File, all: readonly File[]): false => {
    if (file === all.at(-1)) void Promise.all(all.map(async (f) => [f.name, await f.text()] as const)).then((texts) => begin(sorted(texts)))
    return false
  }
  return (
    <Upload.Dragger multiple accept=".yaml,.yml,.md,.txt" showUploadList={false} beforeUpload={read}>
      {w('drop')}
    </Upload.Dragger>
  )
}

const sorted = (texts: readonly (readonly [string, string])[]): Texts => {
  const source = texts.find(([name]) => /\.ya?ml$/i.test(name))?.[1] ?? ''
  return { source, files: templatesBeside(source, Object.fromEntries(texts.filter(([name]) => !/\.ya?ml$/i.test(name)))) }
}
