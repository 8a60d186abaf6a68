import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { blobUrl } from '#web/api/client.ts'
import { useWords } from '#web/say/words.ts'
import look from './form.module.css'
import { type AttachProps, type Going, useUploads } from './uploads.ts'
import { isPhoto } from './value.ts'
import { formWords } from './words.ts'

const Line = ({ name, drop, children }: { readonly name: string; readonly drop: () => void; readonly children: ReactNode }) => {
  const w = useWords(formWords)
  return (
    <>
      {children}
      <button type="button" className="bare" aria-label={w('remove', { what: name })} onClick={drop}>
        <CloseOutlined aria-hidden />
      </button>
    </>
  )
}

const Underway = ({ going, drop }: { readonly going: Going; readonly drop: () => void }) => {
  const w = useWords(formWords)
  const how = going.failed === null ? w('uploading', { percent: going.percent }) : w('uploadFailed', { why: going.failed })
  return (
    <div className={look.file} role="status">
      <Line name={going.name} drop={drop}>
        <span className={look.fileName}>
          {going.name} {how}
        </span>
      </Line>
    </div>
  )
}

const Adder = ({ add }: { readonly add: (files: readonly File[]) => void }) => {
  const w = useWords(formWords)
  return (
    <label className={look.fileAdder}>
      <PaperClipOutlined aria-hidden />
      {w('addFile')}
      <input className="hush" type="file" multiple onChange={(e) => (add([...(e.target.files ?? [])]), (e.target.value = ''))} />
    </label>
  )
}

/** Files of any other kind: reports, minutes. */
export const Files = ({ attachments, onChange, onBusy, max }: AttachProps & { readonly max: number }) => {
  const { going, send, drop } = useUploads({ onChange, onBusy })
  const files = attachments.filter((a) => !isPhoto(a))
  const room = max - files.length - going.length
  return (
    <div className={look.fileList}>
      {files.map((a) => (
        <div key={a.sha256} className={look.file}>
          <Line name={a.name} drop={() => onChange((old) => old.filter((x) => x !== a))}>
            <PaperClipOutlined aria-hidden />
            <a className={look.fileName} href={blobUrl(a.sha256)}>
              {a.name}
            </a>
          </Line>
        </div>
      ))}
      {going.map((g) => (
        <Underway key={g.key} going={g} drop={() => drop(g.key)} />
      ))}
      {room > 0 && <Adder add={(chosen) => void send(chosen.slice(0, room))} />}
    </div>
  )
}
