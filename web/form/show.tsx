import { LockOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Image, Tag, Tooltip } from 'antd'
import { Fragment, type ReactNode } from 'react'
import type { Attachment, Content, FieldValue } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import type { Field } from '#scheme/shape.ts'
import { blobUrl } from '#web/api/client.ts'
import { Amount } from '#web/parts/figures.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './form.module.css'
import { isBlank, isNumber, isPhoto, roughOf } from './value.ts'
import { formWords } from './words.ts'

/** One value as people read it: 近 1.2 万元, the option's title, a day in words. */
export const Value = ({ field, value }: { readonly field: Field; readonly value: FieldValue | undefined }) => {
  const w = useWords(formWords)
  const say = useSay()
  const { language } = usePreferences()
  if (isBlank(value))
    return (
      <span className={look.faint}>
        —<span className="hush">{w('blank')}</span>
      </span>
    )
  if (isNumber(field)) {
    const { value: number, approx } = roughOf(value)
    return <Amount value={number} unit={field.unit ?? ''} approx={approx === null ? [] : [approx]} />
  }
  const words = typeof value === 'string' ? value : ''
  const titleOf = (key: string) => say(field.options?.find((o) => o.key === key)?.title ?? { zh: key })
  if (field.type === 'choice') return <>{titleOf(words)}</>
  if (field.type === 'choices' && Array.isArray(value))
    return (
      <span className={look.tags}>
        {value.map((key) => (
          <Tag key={key} style={{ margin: 0 }}>
            {titleOf(key)}
          </Tag>
        ))}
      </span>
    )
  if (typeof value === 'boolean') return <>{w(value ? 'yes' : 'no')}</>
  if (field.type === 'date') return <>{sayDay(words, language)}</>
  return <span className={look.long}>{words}</span>
}

export type Names = Readonly<Record<string, string>>

const Photos = ({ photos }: { readonly photos: readonly Attachment[] }) => {
  const w = useWords(formWords)
  return (
    <Image.PreviewGroup>
      <div className={look.photos}>
        {photos.map((a) => (
          <div key={a.sha256} className={look.photo}>
            <Image
              src={blobUrl(a.sha256)}
              alt={w('openPhoto', { name: a.name })}
              width="100%"
              height="100%"
              style={{ objectFit: 'cover' }}
            />
          </div>
        ))}
      </div>
    </Image.PreviewGroup>
  )
}

const Files = ({ files }: { readonly files: readonly Attachment[] }) =>
  files.map((a) => (
    <a key={a.sha256} href={blobUrl(a.sha256)} className={look.fileName}>
      <PaperClipOutlined aria-hidden /> {a.name} <span className="soft">{Math.max(1, Math.round(a.size / 1024))} KB</span>
    </a>
  ))

const Attached = ({ content }: { readonly content: Content }) => {
  const w = useWords(formWords)
  const photos = content.attachments.filter(isPhoto)
  const files = content.attachments.filter((a) => !isPhoto(a))
  return (
    <>
      {photos.length > 0 && <dt>{w('photos')}</dt>}
      {photos.length > 0 && (
        <dd>
          <Photos photos={photos} />
        </dd>
      )}
      {files.length > 0 && <dt>{w('files')}</dt>}
      {files.length > 0 && (
        <dd className={look.fileList}>
          <Files files={files} />
        </dd>
      )}
    </>
  )
}

type ShownProps = {
  readonly form: CompiledForm
  readonly content: Content
  readonly visible: ReadonlySet<string>
  /** What stands for the place, the people and the visited. */
  readonly about?: readonly { readonly label: string; readonly value: ReactNode }[]
}

/** A record's content through the scheme's form: labels, units, titles of choices, photos that open. */
export const ContentShown = ({ form, content, visible, about = [] }: ShownProps) => {
  const w = useWords(formWords)
  const say = useSay()
  return (
    <dl className={look.shown}>
      {about.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
      {form.fields
        .filter(({ field }) => visible.has(field.key) || !isBlank(content.fields[field.key]))
        .map(({ field }) => (
          <Fragment key={field.key}>
            <dt>
              {say(field.title)}{' '}
              {field.personal && (
                <Tooltip title={w('personal', { why: say(field.personal) })}>
                  <LockOutlined aria-label={w('personal', { why: say(field.personal) })} />
                </Tooltip>
              )}
            </dt>
            <dd>
              <Value field={field} value={content.fields[field.key]} />
            </dd>
          </Fragment>
        ))}
      <Attached content={content} />
    </dl>
  )
}
