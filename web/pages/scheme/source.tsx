import { CopyOutlined, DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { Opened } from '#web/form/scheme.ts'
import { Section } from '#web/parts/frame.tsx'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import look from './scheme.module.css'
import { Text } from './text.tsx'
import { schemeWords } from './words.ts'

type Props = { readonly opened: Opened }

/** Every version with who, when and why, and the file itself. */
export const Source = ({ opened }: Props) => {
  const w = useWords(schemeWords)
  const { view } = opened
  const name = `${view.key}.yaml`
  return (
    <>
      <Section title={w('versions')}>
        <Versions opened={opened} />
      </Section>
      <Section title={name} about={w('lines', { n: view.source.split('\n').length })} side={<Take name={name} text={view.source} />}>
        <Text name={name} text={view.source} />
      </Section>
      {Object.entries(view.files).map(([file, text]) => (
        <Section key={file} title={file} side={<Take name={file} text={text} />}>
          <Text name={file} text={text} />
        </Section>
      ))}
    </>
  )
}

const Versions = ({ opened: { view } }: Props) => {
  const w = useWords(schemeWords)
  const newest = Math.max(view.version, ...view.versions.map((v) => v.version))
  return (
    <ol className={look.lines}>
      {view.versions.map((v) => (
        <li key={v.version} className={look.version} aria-current={v.version === view.version}>
          <Link to="/scheme" search={{ part: 'source', version: v.version === newest ? undefined : v.version }}>
            {w('version', { n: v.version })}
          </Link>
          {v.version === newest && <span className={look.headline}>{w('inForce')}</span>}
          <span>{v.why === '' && v.version === 1 ? w('firstLoad') : v.why}</span>
          <span className="soft num">
            {v.by} · {sayMoment(v.at)}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The text to the clipboard (where the browser has one: not on plain http) or to a file. */
const Take = ({ name, text }: { readonly name: string; readonly text: string }) => {
  const w = useWords(schemeWords)
  const { message } = App.useApp()
  const copy = () => void navigator.clipboard.writeText(text).then(() => message.success(w('copied')))
  return (
    <>
      {window.isSecureContext && (
        <Button icon={<CopyOutlined />} onClick={copy}>
          {w('copy')}
        </Button>
      )}
      <Button icon={<DownloadOutlined />} href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={name}>
        {w('download')}
      </Button>
    </>
  )
}
