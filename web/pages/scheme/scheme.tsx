import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { FC } from 'react'

import { useHolds, useScope } from '#web/api/scope.ts'
import { type Opened, useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { Duties } from './duties.tsx'
import { Forms } from './forms.tsx'
import { Indicators } from './indicators.tsx'
import { Lint } from './lint.tsx'
import { Overview } from './overview.tsx'
import { type Part, type PartProps, parts } from './part.ts'
import { People } from './people.tsx'
import type { SchemeSearch } from './routes.ts'
import look from './scheme.module.css'
import { Source } from './source.tsx'
import { schemeWords } from './words.ts'

const shown: Readonly<Record<Part, FC<PartProps>>> = {
  overview: Overview,
  forms: Forms,
  indicators: Indicators,
  duties: Duties,
  people: People,
  lint: Lint,
  source: Source,
}

const Actions = ({ any }: { readonly any: boolean }) => {
  const w = useWords(schemeWords)
  if (!useHolds('office')) return null
  return (
    <>
      {any && (
        <LinkButton icon={<EditOutlined />} to="/scheme/write" search={{ revise: true }}>
          {w('revise')}
        </LinkButton>
      )}
      <LinkButton tone="primary" icon={<PlusOutlined />} to="/scheme/write">
        {w('load')}
      </LinkButton>
    </>
  )
}

export const SchemePage = () => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const { campaign, ready } = useScope()
  const search: SchemeSearch = useSearch({ strict: false })
  const opened = useScheme(campaign?.id ?? null, search.version)
  const title = campaign === null ? w('scheme') : say(campaign.title)
  const about = campaign && `${sayDay(campaign.window.from, language)} – ${sayDay(campaign.window.to, language)}`
  return (
    <Frame title={title} about={about} actions={<Actions any={campaign !== null} />}>
      {ready && campaign === null && (
        <Section>
          <Empty title={w('none')} hint={w('noneHint')} action={<Actions any={false} />} />
        </Section>
      )}
      {campaign !== null && (
        <Answer of={opened} rows={8}>
          {(data) => <Read opened={data} search={search} />}
        </Answer>
      )}
    </Frame>
  )
}

const Read = ({ opened, search }: { readonly opened: Opened; readonly search: SchemeSearch }) => {
  const w = useWords(schemeWords)
  const navigate = useNavigate()
  const { view, compiled } = opened
  const part = search.part ?? 'overview'
  const newest = Math.max(view.version, ...view.versions.map((v) => v.version))
  const Shown = shown[part]
  return (
    <>
      {search.version !== undefined && search.version !== newest && (
        <div className={look.banner} role="status">
          {w('oldVersion', { n: view.version, now: newest })}
          <Link to="/scheme" search={{ part, version: undefined }}>
            {w('toNewest')}
          </Link>
        </div>
      )}
      <Tabs
        activeKey={part}
        items={parts.map((key) => ({ key, label: w(key) }))}
        onChange={(key) =>
          void navigate({ to: '.', search: (old: object) => ({ ...old, part: parts.find((one) => one === key), form: undefined }) })
        }
      />
      {compiled === null ? (
        <>
          <p className={look.banner}>{w('unread')}</p>
          <Source opened={opened} />
        </>
      ) : (
        <Shown opened={opened} compiled={compiled} />
      )}
    </>
  )
}
