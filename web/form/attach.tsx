import { CameraOutlined, CloseOutlined, PaperClipOutlined } from '@ant-design/icons'
import { useCallback, useState } from 'react'
import type { Attachment } from '#record/shape.ts'
import { Refusal, blobUrl } from '#web/api/client.ts'
import { useWords } from '#web/say/words.ts'
import look from './form.module.css'
import { smaller, upload } from './upload.ts'
import { isPhoto } from './value.ts'
import { formWords } from './words.ts'

type Going = {
  readonly key: number
  readonly name: string
  readonly photo: boolean
  readonly percent: number
  readonly failed: string | null
  readonly file: File
}

type AttachProps = {
  readonly attachments: readonly Attachment[]
  readonly onChange: (change: (old: readonly Attachment[]) => readonly Attachment[]) => void
  /** Told while something is on its way: the record should wait for it. */
  readonly onBusy: (busy: boolean) => void
}

let last = 0

/** Sends files one by one and keeps how far each is. */
const useUploads = ({ onChange, onBusy }: Pick<AttachProps, 'onChange' | 'onBusy'>) => {
  const [going, setGoing] = useState<readonly Going[]>([])
  const send = useCallback(
    async (files: readonly File[]) => {
      const queue = files.map((file): Going => ({ key: ++last, name: file.name, photo: isPhoto(file), percent: 0, failed: null, file }))
      setGoing((old) => [...old.filter((g) => !queue.some((q) => q.file === g.file)), ...queue])
      onBusy(true)
      for (const one of queue) {
        const set = (change: Partial<Going>) => setGoing((old) => old.map((g) => (g.key === one.key ? { ...g, ...change } : g)))
        try {
          const stored = await upload(await smaller(one.file), (percent) => set({ percent }))
          onChange((old) => (old.some((a) => a.sha256 === stored.sha256) ? old : [...old, stored]))
          setGoing((old) => old.filter((g) => g.key !== one.key))
        } catch (fault) {
          if (!(fault instanceof Refusal)) throw fault
          set({ failed: fault.says })
        }
      }
      onBusy(false)
    },
    [onChange, onBusy],
  )
  const drop = (key: number) => setGoing((old) => old.filter((g) => g.key !== key))
  return { going, send, drop }
}

/** Photos of the visit: made smaller here, sent at once, shown as they are stored. */
export const Photos = ({ attachments, onChange, onBusy, max }: AttachProps & { readonly max: number }) => {
  const w = useWords(formWords)
  const { going, send, drop } = useUploads({ onChange, onBusy })
  const photos = attachments.filter(isPhoto)
  const room = max - photos.length - going.length
  return (
    <div className={look.photos}>
      {photos.map((a) => (
        <div key={a.sha256} className={look.photo}>
          <img src={blobUrl(a.sha256)} alt={a.name} />
          <button
            type="button"
            className={`bare ${look.drop}`}
            aria-label={w('remove', { what: a.name })}
            onClick={() => onChange((old) => old.filter((x) => x !== a))}
          >
            <CloseOutlined aria-hidden />
          </button>
        </div>
      ))}
      {going.map((g) => (
        <Underway key={g.key} going={g} drop={() => drop(g.key)} again={() => void send([g.file])} />
      ))}
      {room > 0 && (
        <label className={look.adder}>
          <CameraOutlined aria-hidden />
          {w('takePhoto')}
          <input
            className="hush"
            type="file"
            accept="image/*"
            multiple
            onChange={(e) => (void send([...(e.target.files ?? [])].slice(0, room)), (e.target.value = ''))}
          />
        </label>
      )}
    </div>
  )
}

const Underway = ({ going, drop, again }: { readonly going: Going; readonly drop: () => void; readonly again: () => void }) => {
  const w = useWords(formWords)
  return (
    <div className={look.photo} role="status">
      {going.failed === null ? (
        <span className={look.under}>{w('uploading', { percent: going.percent })}</span>
      ) : (
        <button type="button" className={`bare ${look.under}`} style={{ height: '100%' }} onClick={again}>
          {w('uploadFailed', { why: going.failed })} ↻
        </button>
      )}
      <button type="button" className={`bare ${look.drop}`} aria-label={w('remove', { what: going.name })} onClick={drop}>
        <CloseOutlined aria-hidden />
      </button>
    </div>
  )
}

export const Files = ({ attachments, onChange, onBusy, max }: AttachProps & { readonly max: number }) => {
  const w = useWords(formWords)
  const { going, send, drop } = useUploads({ onChange, onBusy })
  const files = attachments.filter((a) => !isPhoto(a))
  const room = max - files.length - going.length
  return (
    <div className={look.fileList}>
      {files.map((a) => (
        <div key={a.sha256} className={look.file}>
          <PaperClipOutlined aria-hidden />
          <a className={look.fileName} href={blobUrl(a.sha256)}>
            {a.name}
          </a>
          <button
            type="button"
            className="bare"
            aria-label={w('remove', { what: a.name })}
            onClick={() => onChange((old) => old.filter((x) => x !== a))}
          >
            <CloseOutlined aria-hidden />
          </button>
        </div>
      ))}
      {going.map((g) => (
        <div key={g.key} className={look.file} role="status">
          <span className={look.fileName}>
            {g.name} {g.failed === null ? w('uploading', { percent: g.percent }) : w('uploadFailed', { why: g.failed })}
          </span>
          <button type="button" className="bare" aria-label={w('remove', { what: g.name })} onClick={() => drop(g.key)}>
            <CloseOutlined aria-hidden />
          </button>
        </div>
      ))}
      {room > 0 && (
        <label className={look.fileAdder}>
          <PaperClipOutlined aria-hidden />
          {w('addFile')}
          <input
            className="hush"
            type="file"
            multiple
            onChange={(e) => (void send([...(e.target.files ?? [])].slice(0, room)), (e.target.value = ''))}
          />
        </label>
      )}
    </div>
  )
}
