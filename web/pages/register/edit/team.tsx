import { Button, Select } from 'antd'
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import type { TeamRow } from '#command/team-views.ts'
import type { OrgId, PersonId } from '#kit/id.ts'
import { type Duty, duties } from '#register/shape.ts'
import { newId } from '#web/api/client.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { type Choice, type PickSearch, PickSheet, usePickSearch } from '#web/form/pick-sheet.tsx'
import { joined } from '#web/form/pickers.tsx'
import { Row } from '#web/form/row.tsx'
import { todayHere } from '#web/form/today.ts'
import { branchOf, narrowed } from '#web/form/tree.ts'
import { useWords } from '#web/say/words.ts'
import look from '../register.module.css'
import { EditDrawer, isBlank, usePaper, useSaid, useWrong } from './drawer.tsx'
import { DayField, HeadFields, LineField, WordField } from './fields.tsx'
import { editWords } from './words.ts'

type MemberPaper = {
  readonly is: 'org' | 'person'
  readonly id: string
  readonly name: string
  readonly duty: Duty
  readonly known: boolean
}

const paperOf = (team: TeamRow | null) => ({
  code: team?.code ?? '',
  name: team?.name ?? '',
  kind: team?.kind ?? '',
  about: team?.about ?? '',
  members: (team?.members ?? []).map(
    (m): MemberPaper => ({ is: m.org === null ? 'person' : 'org', id: m.org ?? m.person ?? '', name: m.name, duty: m.duty, known: true }),
  ) as readonly MemberPaper[],
  /** For a new team '' is from always on. */
  from: team === null ? '' : todayHere(),
})
type Paper = ReturnType<typeof paperOf>

const whoOf = (m: MemberPaper) => (m.is === 'org' ? { org: m.id as OrgId } : { person: m.id as PersonId })

/** A team and everybody in it; what is changed of its members holds from a day on. */
export const TeamForm = ({
  team,
  kinds,
  close,
}: {
  readonly team: TeamRow | null
  readonly kinds: readonly string[]
  readonly close: () => void
}) => {
  const w = useWords(editWords)
  const { value, put, changed, tried, setTried } = usePaper<Paper>(paperOf(team))
  const [id] = useState(() => team?.id ?? newId<'team'>())
  const does = useWrite('team.save', useSaid('saved', close))
  const wrong = useWrong(does.error, tried)
  const save = () => {
    setTried(true)
    if ([value.code, value.name].some(isBlank) || value.members.length === 0) return
    const { from, members, ...head } = value
    const known = (m: MemberPaper) => team?.members.some((x) => (x.org ?? x.person) === m.id && x.duty === m.duty) === true
    does.mutate({
      id,
      ...head,
      members: members.map((m) => ({ who: whoOf(m), duty: m.duty, ...(known(m) || from === '' ? {} : { from }) })),
      ...(team === null || from === '' ? {} : { othersLeave: from }),
    })
  }
  return (
    <EditDrawer title={w(team === null ? 'newTeam' : 'editTeam')} does={does} changed={changed} save={save} close={close}>
      <HeadFields value={value} put={put} known={team !== null} wrong={wrong} />
      <WordField path="kind" label={w('kind')} hint={w('teamKindHint')} options={kinds} value={value.kind} put={(kind) => put({ kind })} />
      <LineField path="about" label={w('about')} most={500} value={value.about} put={(about) => put({ about })} />
      <Members
        members={value.members}
        put={(members) => put({ members })}
        wrong={tried && value.members.length === 0 ? w('membersNeeded') : undefined}
      />
      <DayField
        path="from"
        label={w(team === null ? 'from' : 'teamFrom')}
        hint={w(team === null ? 'fromHint' : 'teamFromHint')}
        required={team !== null}
        value={value.from}
        put={(from) => put({ from })}
        tried={tried}
      />
    </EditDrawer>
  )
}

type MembersProps = {
  readonly members: readonly MemberPaper[]
  readonly put: (members: readonly MemberPaper[]) => void
  readonly wrong: string | undefined
}

const Members = ({ members, put, wrong }: MembersProps) => {
  const w = useWords(editWords)
  const options = duties.map((d) => ({ value: d, label: w(d) }))
  const turn = (choice: Choice, is: MemberPaper['is']) => {
    const there = members.some((m) => m.id === choice.id)
    const duty: Duty = members.length === 0 ? 'lead' : 'member'
    put(there ? members.filter((m) => m.id !== choice.id) : [...members, { is, id: choice.id, name: choice.name, duty, known: false }])
  }
  return (
    <Row path="members" group label={w('members')} required hint={w('membersAbout')} wrong={wrong}>
      {() => (
        <>
          <ul className={look.memberList}>
            {members.map((m, i) => (
              <li key={`${m.id} ${m.duty}`} className={look.memberLine}>
                <span>{m.name}</span>
                <Select
                  size="small"
                  aria-label={`${w('duty')} ${m.name}`}
                  value={m.duty}
                  options={options}
                  popupMatchSelectWidth={false}
                  onChange={(duty: Duty) => put(members.map((x, at) => (at === i ? { ...x, duty } : x)))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={`${w('cancel')} ${m.name}`}
                  onClick={() => put(members.filter((_, at) => at !== i))}
                />
              </li>
            ))}
          </ul>
          <div className={look.memberAdd}>
            <AddOrgs chosen={members.map((m) => m.id)} turn={(c) => turn(c, 'org')} />
            <AddPeople chosen={members.map((m) => m.id)} turn={(c) => turn(c, 'person')} />
          </div>
        </>
      )}
    </Row>
  )
}

type AddProps = { readonly chosen: readonly string[]; readonly turn: (choice: Choice) => void }
const shown = 80

const AddOrgs = ({ chosen, turn }: AddProps) => {
  const w = useWords(editWords)
  const { orgs } = useScope()
  const search = usePickSearch()
  const byId = useMemo(() => new Map(orgs.map((o) => [o.id as string, o])), [orgs])
  const found = search.open ? narrowed(orgs, byId, search.typed) : []
  const choices = found.slice(0, shown).map((o) => ({ id: o.id, name: o.name, about: branchOf(byId, o) }))
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => search.setOpen(true)}>
        {w('addOrgs')}
      </Button>
      <Sheet {...{ search, chosen, turn, choices }} title={w('addOrgs')} find={w('findSubject')} more={found.length > shown} />
    </>
  )
}

const AddPeople = ({ chosen, turn }: AddProps) => {
  const w = useWords(editWords)
  const search = usePickSearch()
  const found = useRead('person.list', { q: search.q === '' ? undefined : search.q, limit: shown }, { enabled: search.open, keep: true })
  const choices = found.data?.rows.map((r) => ({
    id: r.id as string,
    name: r.name,
    about: joined([r.post, r.orgName]),
  }))
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => search.setOpen(true)}>
        {w('addPeople')}
      </Button>
      <Sheet {...{ search, chosen, turn, choices }} title={w('addPeople')} find={w('findPerson')} more={found.data?.next != null} />
    </>
  )
}

type SheetProps = AddProps & {
  readonly search: PickSearch
  readonly choices: readonly Choice[] | undefined
  readonly title: string
  readonly find: string
  readonly more: boolean
}

const Sheet = ({ search, choices, chosen, turn, title, find, more }: SheetProps) => (
  <div className={formLook.picked}>
    <PickSheet
      title={title}
      placeholder={find}
      search={search}
      choices={choices}
      more={more}
      chosen={chosen}
      onPick={(id) => {
        const choice = choices?.find((c) => c.id === id)
        if (choice !== undefined) turn(choice)
      }}
    />
  </div>
)
