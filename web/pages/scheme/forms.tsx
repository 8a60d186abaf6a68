import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { OrgId } from '#kit/id.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import type { Content } from '#record/shape.ts'
import { useScope } from '#web/api/scope.ts'
import { ContentForm } from '#web/form/content-form.tsx'
import { useCost } from '#web/form/cost.ts'
import { type Known, nothingKnown } from '#web/form/known.ts'
import { useLive } from '#web/form/live.ts'
import type { Write } from '#web/form/parts.ts'
import { Trying } from '#web/form/trying.ts'
import { emptyContent } from '#web/form/value.ts'
import { Section } from '#web/parts/frame.tsx'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import { useDictionary } from './dictionary.ts'
import { Expression } from './expression.tsx'
import type { PartProps } from './part.ts'
import type { SchemeSearch } from './routes.ts'
import look from './scheme.module.css'
import { Also } from './also.tsx'
import { schemeWords } from './words.ts'

const keyOf = (form: CompiledForm) => `${form.sort}.${form.kind}`

/** The kinds of activities and matters, each with its form as people will see it. */
export const Forms = ({ opened, compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const search: SchemeSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const groups = [
    { title: w('activities'), forms: [...compiled.activities.values()] },
    { title: w('matters'), forms: [...compiled.matters.values()] },
  ]
  const all = groups.flatMap((g) => g.forms)
  const at = all.find((form) => keyOf(form) === search.form) ?? all[0]
  return (
    <div className={look.forms}>
      <nav className={look.kinds} aria-label={w('forms')}>
        {groups
          .filter((g) => g.forms.length > 0)
          .map((group) => (
            <div key={group.title}>
              <h2 className={look.kindsTitle}>{group.title}</h2>
              {group.forms.map((form) => (
                <KindButton
                  key={keyOf(form)}
                  form={form}
                  on={form === at}
                  open={() => void navigate({ to: '.', search: (old: object) => ({ ...old, form: keyOf(form) }), resetScroll: false })}
                />
              ))}
            </div>
          ))}
      </nav>
      {at !== undefined && <Kind key={keyOf(at)} opened={opened} compiled={compiled} form={at} />}
    </div>
  )
}

const KindButton = ({ form, on, open }: { readonly form: CompiledForm; readonly on: boolean; readonly open: () => void }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  return (
    <button type="button" className={`bare ${look.kind}`} aria-current={on} onClick={open}>
      <span>{say(form.form.title)}</span>
      <span className="soft num">{w('fieldsN', { n: form.fields.length })}</span>
    </button>
  )
}

const Kind = ({ opened, compiled, form }: PartProps & { readonly form: CompiledForm }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const list = useListed()
  const subjects =
    form.sort === 'activity'
      ? form.form.to.map((key) => say(compiled.scheme.subjects.find((s) => s.key === key)?.title ?? { zh: key }))
      : []
  const cost = useCost()
  const about = [
    w(form.form.review ? 'reviewed' : 'direct'),
    ...(subjects.length === 0 ? [] : [w('paidTo', { kinds: list(subjects) })]),
    cost(form),
    ...useForWhom(compiled, form),
  ].join(' · ')
  return (
    <div className={look.column}>
      <Section title={say(form.form.title)} about={about}>
        {form.form.about !== undefined && <p>{say(form.form.about)}</p>}
        <Feeds compiled={compiled} form={form} />
        <Also form={form} />
        {form.sort === 'matter' && (
          <p>
            <strong>{w('outcomes')}</strong> {list(form.form.outcomes.map((o) => `${say(o.title)}${o.solved ? w('solves') : ''}`))}
          </p>
        )}
      </Section>
      <Rules compiled={compiled} form={form} />
      <Preview opened={opened} compiled={compiled} form={form} />
    </div>
  )
}

/** Which units use it, and what becomes of a record by another. */
const useForWhom = (compiled: Compiled, { form }: CompiledForm): readonly string[] => {
  const w = useWords(schemeWords)
  const say = useSay()
  const list = useListed()
  if (form.for === undefined || form.for.length === 0) return []
  const titles = form.for.map((key) => say(compiled.scheme.classes.find((c) => c.key === key)?.title ?? { zh: key }))
  return [w('formFor', { classes: list(titles) }), w(`others_${form.otherwise ?? 'flag'}`)]
}

const Feeds = ({ compiled, form }: { readonly compiled: Compiled; readonly form: CompiledForm }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const list = useListed()
  const keys = form.sort === 'activity' ? [`activity:${form.kind}`] : [`matter:${form.kind}:raised`, `matter:${form.kind}:closed`]
  const titles = keys.flatMap((key) => compiled.feeds.get(key) ?? []).map((i) => say(i.indicator.title))
  return (
    <p>
      <strong>{w('feeds')}</strong> {titles.length === 0 ? <span className="soft">{w('feedsNone')}</span> : list([...new Set(titles)])}
    </p>
  )
}

export const Rules = ({ compiled, form }: { readonly compiled: Compiled; readonly form: CompiledForm }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const fields = useMemo(() => form.fields.map((f) => f.field), [form])
  const dictionary = useDictionary(compiled.scheme, fields)
  if (form.rules.length === 0) return null
  return (
    <Section title={w('rules')}>
      <ul className={look.lines}>
        {form.rules.map(({ rule }) => (
          <li key={rule.key} className={look.rule}>
            <span className={look.ruleSays}>{say(rule.says)}</span>
            <span className={rule.otherwise === 'block' ? look.block : look.flag}>{w(rule.otherwise)}</span>
            <span className={look.ruleCheck}>
              <Expression source={rule.check} dictionary={dictionary} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Preview = ({ opened, compiled, form }: PartProps & { readonly form: CompiledForm }) => {
  const w = useWords(schemeWords)
  const { orgs } = useScope()
  const [paper, setPaper] = useState<{ readonly content: Content; readonly known: Known }>(() => ({
    content: emptyContent(opened.view.window.from, orgs[0]?.id ?? ('' as OrgId)),
    known: nothingKnown,
  }))
  const write: Write = useCallback((change) => setPaper((old) => ({ ...old, ...change(old) })), [])
  const live = useLive(opened, compiled, form, paper.content, paper.known)
  return (
    <Trying value={true}>
      <Section title={w('preview')} about={w('previewAbout')}>
        <ContentForm
          form={form}
          content={paper.content}
          known={paper.known}
          write={write}
          visible={live.visible}
          misfits={live.misfits}
          showAll={false}
          onBusy={() => undefined}
        />
      </Section>
    </Trying>
  )
}
