import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PersonView } from '#command/views.ts'
import { addDays } from '#kit/day.ts'
import type { OrgId } from '#kit/id.ts'
import { newId } from '#web/api/client.ts'
import { useWrite } from '#web/api/hooks.ts'
import { UnitPicker } from '#web/form/node-picker.tsx'
import { Row } from '#web/form/row.tsx'
import { todayHere } from '#web/form/today.ts'
import { useWords } from '#web/say/words.ts'
import look from '../register.module.css'
import { EditDrawer, isBlank, usePaper, useSaid, useWrong } from './drawer.tsx'
import { DayField, HeadFields, type Since, SinceField, fromOf } from './fields.tsx'
import { editWords } from './words.ts'

/** A post as it is being written; `known` was held before. */
type PostPaper = {
  readonly key: string
  readonly known: boolean
  readonly org: OrgId | null
  readonly post: string
  readonly rank: string
  readonly from: string
  /** The last day in post; '' while it goes on. */
  readonly last: string
}
type Paper = { readonly code: string; readonly name: string; readonly posts: readonly PostPaper[]; readonly since: Since }

const fresh = (org: OrgId | null, from: string): PostPaper => ({ key: newId(), known: false, org, post: '', rank: '', from, last: '' })

const paperOf = (person: PersonView | null, org: OrgId | null): Paper => {
  const today = todayHere()
  const open = person?.posts.filter((p) => p.until === null || p.until > today) ?? []
  return {
    code: person?.code ?? '',
    name: person?.name ?? '',
    posts:
      open.length === 0
        ? [fresh(org, person === null ? '' : today)]
        : open.map((p, i) => ({
            key: String(i),
            known: true,
            org: p.org,
            post: p.post,
            rank: p.rank,
            from: p.from ?? '',
            last: p.until === null ? '' : addDays(p.until, -1),
          })),
    since: { mode: 'correct', day: today },
  }
}

const whole = ({ code, name, posts, since }: Paper): boolean =>
  !isBlank(code) && !isBlank(name) && posts.every((p) => p.org !== null) && (since.mode === 'correct' || since.day !== '')

/** What the house is told of a post: a known one is corrected or changed, a new one begins. */
const said = ({ known, org, post, rank, from, last }: PostPaper, since: Since) => ({
  org: org as OrgId,
  post,
  rank,
  from: known ? fromOf(since) : from === '' ? undefined : from,
  ...(last === '' ? {} : { until: addDays(last, 1) }),
})

type Props = { readonly person: PersonView | null; readonly org?: OrgId | null | undefined; readonly close: () => void }

/** A person with the posts they hold now. */
export const PersonForm = ({ person, org = null, close }: Props) => {
  const w = useWords(editWords)
  const { value, put, changed, tried, setTried } = usePaper(paperOf(person, org))
  const [id] = useState(() => person?.id ?? newId<'person'>())
  const does = useWrite('person.save', useSaid('saved', close))
  const wrong = useWrong(does.error, tried)
  const save = () => {
    setTried(true)
    if (whole(value)) does.mutate({ id, code: value.code, name: value.name, posts: value.posts.map((p) => said(p, value.since)) })
  }
  const turn = (key: string, change: Partial<PostPaper>) =>
    put({ posts: value.posts.map((p) => (p.key === key ? { ...p, ...change } : p)) })
  return (
    <EditDrawer title={w(person === null ? 'newPerson' : 'editPerson')} does={does} changed={changed} save={save} close={close}>
      <HeadFields value={value} put={put} known={person !== null} nameLabel={w('personName')} wrong={wrong} />
      {value.posts.map((p, i) => (
        <PostFields
          key={p.key}
          n={i + 1}
          post={p}
          tried={tried}
          turn={(change) => turn(p.key, change)}
          drop={p.known ? undefined : () => put({ posts: value.posts.filter((x) => x !== p) })}
        />
      ))}
      <Button icon={<PlusOutlined />} onClick={() => put({ posts: [...value.posts, fresh(null, todayHere())] })}>
        {w('addPost')}
      </Button>
      {value.posts.some((p) => p.known) && <SinceField value={value.since} put={(since) => put({ since })} tried={tried} />}
    </EditDrawer>
  )
}

type PostProps = {
  readonly n: number
  readonly post: PostPaper
  readonly tried: boolean
  readonly turn: (change: Partial<PostPaper>) => void
  /** Only what was not held before can be dropped; the rest is ended by its last day. */
  readonly drop: (() => void) | undefined
}

const PostFields = ({ n, post, tried, turn, drop }: PostProps) => {
  const w = useWords(editWords)
  return (
    <fieldset className={look.post}>
      <legend>
        {w('postN', { n })}
        {drop !== undefined && n > 1 && (
          <Button type="link" size="small" danger onClick={drop}>
            {w('dropPost')}
          </Button>
        )}
      </legend>
      <Row path={`org.${n}`} label={w('unit')} required wrong={tried && post.org === null ? w('needed') : undefined}>
        {(marks) => <UnitPicker value={post.org} onChange={(org) => turn({ org })} marks={marks} />}
      </Row>
      <Row path={`post.${n}`} label={w('post')}>
        {(marks) => <Input id={marks.id} maxLength={100} value={post.post} onChange={(e) => turn({ post: e.target.value })} />}
      </Row>
      <Row path={`rank.${n}`} label={w('rank')}>
        {(marks) => <Input id={marks.id} maxLength={100} value={post.rank} onChange={(e) => turn({ rank: e.target.value })} />}
      </Row>
      {!post.known && (
        <DayField path={`from.${n}`} label={w('postFrom')} hint={w('fromHint')} value={post.from} put={(from) => turn({ from })} />
      )}
      {post.known && (
        <DayField path={`until.${n}`} label={w('postLast')} hint={w('postLastHint')} value={post.last} put={(last) => turn({ last })} />
      )}
    </fieldset>
  )
}
