import { RightOutlined } from '@ant-design/icons'
import { Link, useSearch } from '@tanstack/react-router'
import { classOfPath, isFor } from '#record/class.ts'
import type { Sort } from '#record/shape.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { useScope } from '#web/api/scope.ts'
import { useCost } from '#web/form/cost.ts'
import { pathOf } from '#web/form/known.ts'
import { useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, Frame } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { useLikelyOrg } from './likely-org.ts'
import look from './record.module.css'
import type { EntrySearch } from './routes.ts'
import { recordWords } from './words.ts'

export const ChooseActivityPage = () => <ChoosePage sort="activity" />
export const ChooseMatterPage = () => <ChoosePage sort="matter" />

const listOf = { activity: '/records', matter: '/matters' } as const

const ChoosePage = ({ sort }: { readonly sort: Sort }) => {
  const w = useWords(recordWords)
  const { campaign } = useScope()
  const opened = useScheme(campaign?.id ?? null)
  return (
    <Frame title={w('chooseKind')} back={{ to: listOf[sort], says: w(sort === 'activity' ? 'records' : 'matters') }}>
      <Answer of={opened}>
        {({ compiled }) => (compiled === null ? <Empty title={w('schemeUnread')} /> : <Kinds sort={sort} compiled={compiled} />)}
      </Answer>
    </Frame>
  )
}

type KindsProps = { readonly sort: Sort; readonly compiled: Compiled }

/** The forms of the unit's own class first; those of other classes below, for whoever enters for another unit. */
const Kinds = ({ sort, compiled }: KindsProps) => {
  const w = useWords(recordWords)
  const say = useSay()
  const { orgs } = useScope()
  const own = classOfPath(compiled, pathOf(orgs, useLikelyOrg() ?? null))
  const forms = [...(sort === 'activity' ? compiled.activities : compiled.matters).values()]
  // Above the classes one looks after all of them.
  const first = forms.filter((form) => own === null || isFor(form.form, own))
  const others = forms.filter((form) => !first.includes(form))
  const { carrier } = compiled.scheme.classes.find((c) => c.key === own) ?? {}
  return (
    <>
      {carrier !== undefined && <p className={`soft ${look.carrier}`}>{w('carrier', { carrier: say(carrier) })}</p>}
      <KindCards sort={sort} compiled={compiled} forms={first} all={own === null} />
      {others.length > 0 && (
        <>
          <h2 className={look.kindsOther}>{w('kindsOther')}</h2>
          <KindCards sort={sort} compiled={compiled} forms={others} all />
        </>
      )}
    </>
  )
}

/** `all`: whose forms they are is said as well. */
const KindCards = ({ sort, compiled, forms, all }: KindsProps & { readonly forms: readonly CompiledForm[]; readonly all: boolean }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const cost = useCost()
  const { raisedIn }: EntrySearch = useSearch({ strict: false })
  const { classes } = compiled.scheme
  const whose = ({ form }: CompiledForm) =>
    all && form.for !== undefined && form.for.length > 0
      ? [
          w('kindFor', {
            classes: form.for.map((key) => say(classes.find((c) => c.key === key)?.title ?? { zh: key })).join(w('listComma')),
          }),
        ]
      : []
  return (
    <div className={look.kinds}>
      {forms.map((form) => (
        <Link
          key={form.kind}
          className={look.kindCard}
          {...(sort === 'activity'
            ? { to: '/records/new/$kind', params: { kind: form.kind } }
            : { to: '/matters/new/$kind', params: { kind: form.kind }, search: { raisedIn } })}
        >
          <div className={look.kindName}>
            {say(form.form.title)}
            <RightOutlined aria-hidden className={look.kindGo ?? ''} />
          </div>
          {form.form.about !== undefined && <div className={look.kindAbout}>{say(form.form.about)}</div>}
          <div className={look.kindFoot}>{[w(form.form.review ? 'reviewed' : 'direct'), cost(form), ...whose(form)].join(' · ')}</div>
        </Link>
      ))}
    </div>
  )
}
