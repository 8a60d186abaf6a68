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

/** Every version with who, when and why, and the file itself. */
export const Source = ({ opened }: { readonly opened: Opened }) => {
  const w = useWords(schemeWords)
  const { message } = App.useApp()
  const { view } = opened
  const newest = Math.max(view.version, ...view.versions.map((v) => v.version))
  const copy = async () => {
    await navigator.clipboard.writeText(view.source)
    void message.success(w('copied'))
  }
  const href = `data:text/yaml;charset=utf-8,${encodeURIComponent(view.source)}`
  return (
    <>
      <Section title={w('versions')}>
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
      </Section>
      <Section
        title={`${view.key}.yaml`}
        about={w('lines', { n: view.source.split('\n').length })}
        side={
          <>
            <Button icon={<CopyOutlined />} onClick={() => void copy()}>
              {w('copy')}
            </Button>
            <Button icon={<DownloadOutlined />} href={href} download={`${view.key}.yaml`}>
              {w('download')}
            </Button>
          </>
        }
      >
        <Text name={`${view.key}.yaml`} text={view.source} />
      </Section>
      {Object.entries(view.files).map(([name, text]) => (
        <Section key={name} title={name}>
          <Text name={name} text={text} />
        </Section>
      ))}
    </>
  )
}
