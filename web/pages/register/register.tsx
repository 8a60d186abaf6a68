import { UploadOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { FC } from 'react'
import { sheets, type Sheet } from '#register/shape.ts'
import { useHolds } from '#web/api/scope.ts'
import { Frame } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useWords } from '#web/say/words.ts'
import type { PanelProps } from './panel.ts'
import { PairingsPanel } from './pairings.tsx'
import { PeoplePanel } from './people.tsx'
import look from './register.module.css'
import type { RegisterSearch } from './routes.ts'
import { SubjectsPanel } from './subjects.tsx'
import { TeamsPanel } from './teams.tsx'
import { OrgsPanel, PlacesPanel } from './trees.tsx'
import { registerWords } from './words.ts'

/** One panel for each sheet of the register. */
const panels: Readonly<Record<Sheet, FC<PanelProps>>> = {
  org: OrgsPanel,
  person: PeoplePanel,
  place: PlacesPanel,
  subject: SubjectsPanel,
  link: PairingsPanel,
  team: TeamsPanel,
}
const order: readonly Sheet[] = ['org', 'person', 'place', 'subject', 'link', 'team']

const nothing: RegisterSearch = {
  q: undefined,
  kind: undefined,
  tag: undefined,
  place: undefined,
  side: undefined,
  linked: undefined,
  role: undefined,
}

export const RegisterPage = () => {
  const w = useWords(registerWords)
  const search: RegisterSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const imports = useHolds()
  const tab = search.tab ?? order[0] ?? sheets[0]
  const put = (change: RegisterSearch) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: true })
  const Panel = panels[tab]
  return (
    <Frame
      title={w('register')}
      about={w('about')}
      wide
      actions={
        imports && (
          <LinkButton tone="primary" icon={<UploadOutlined />} to="/register/import">
            {w('import')}
          </LinkButton>
        )
      }
    >
      <Tabs
        activeKey={tab}
        className={look.tabs ?? ''}
        items={order.map((key) => ({ key, label: w(key) }))}
        onChange={(key) => put({ ...nothing, tab: order.find((one) => one === key) })}
      />
      <Panel key={tab} search={search} put={put} />
    </Frame>
  )
}
