import { CameraOutlined, CloseOutlined } from '@ant-design/icons'
import { blobUrl } from '#web/api/client.ts'
import { useWords } from '#web/say/words.ts'
import look from './form.module.css'
import { type AttachProps, type Going, useUploads } from './uploads.ts'
import { isPhoto } from './value.ts'
import { formWords } from './words.ts'

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
