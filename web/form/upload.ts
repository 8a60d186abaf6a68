import type { Attachment } from '#record/shape.ts'
import { Refusal, urlOf } from '#web/api/client.ts'
import { commonWords } from '#web/say/everyday.ts'
import { preferences } from '#web/say/preferences.ts'
import { sayIn } from '#web/say/words.ts'

const longest = 1600

/**
 * A photo re-encoded in the browser: at most 1600 px on its longer side, without the place it was taken at.
 * What the browser cannot decode, or what would grow, is sent as it is.
 */
export const smaller = async (file: File): Promise<File> => {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  const picture = await createImageBitmap(file).catch(() => null) // not an image after all: the server says so
  if (picture === null) return file
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  if (blob === null || (blob.size >= file.size && file.type !== 'image/jpeg')) return file
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' })
}

const refusalOf = (body: unknown): Refusal => {
  if (typeof body === 'object' && body !== null && 'code' in body && 'says' in body)
    return new Refusal(String(body.code), String(body.says), {}, null)
  return new Refusal('0.1', sayIn(commonWords, 'offline', preferences().language), {}, null)
}

/** `PUT /api/blob/put` with progress in percent; XMLHttpRequest, because fetch does not tell how much has gone. */
export const upload = (file: File, tell: (percent: number) => void): Promise<Attachment> =>
  new Promise((done, fail) => {
    const ask = new XMLHttpRequest()
    ask.open('PUT', urlOf('blob.put'))
    ask.responseType = 'json'
    ask.setRequestHeader('X-Name', encodeURIComponent(file.name))
    ask.setRequestHeader('Content-Type', 'application/octet-stream')
    ask.setRequestHeader('Accept-Language', preferences().language)
    ask.upload.onprogress = (e) => tell(e.lengthComputable ? Math.round((e.loaded / e.total) * 100) : 0)
    ask.onload = () => (ask.status === 200 ? done(ask.response as Attachment) : fail(refusalOf(ask.response)))
    ask.onerror = () => fail(refusalOf(null))
    ask.send(file)
  })
