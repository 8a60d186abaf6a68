import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Select } from 'antd'
import type { BulletinView } from '#command/views.ts'
import { say as spoken } from '#kit/text.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { useScheme } from '#web/form/scheme.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

type Props = { readonly bulletin: BulletinView; readonly insert: (words: string, ownLine?: boolean) => void }

type Choice = { readonly value: string; readonly label: string; readonly unit: string; readonly search: string }

const renderChoice = ({ data }: { readonly data: Choice }) => (
  <span className={look.option}>
    {data.label} <span className="soft">{data.unit}</span>
    <code>{data.value}</code>
  </span>
)

const useChoices = (compiled: Compiled | null | undefined, prefix: string) => {
  const say = useSay()
  return [...(compiled?.indicators.values() ?? [])].map(({ key, indicator }) => ({
    value: `${prefix}${key}`,
    label: say(indicator.title),
    unit: indicator.unit,
    search: `${spoken(indicator.title, 'zh')} ${spoken(indicator.title, 'en')} ${prefix}${key}`.toLowerCase(),
  }))
}

/** The other campaign's indicators stand under the name it has in the text. */
const InsertFigure = ({ bulletin, insert }: Props) => {
  const w = useWords(bulletinWords)
  const [alias, other] = Object.entries(bulletin.with)[0] ?? []
  const own = useChoices(useScheme(bulletin.campaign).data?.compiled, '')
  const others = useChoices(useScheme(other ?? null).data?.compiled, `${alias ?? ''}.`)
  return (
    <Select
      className={look.insertFigure ?? ''}
      aria-label={w('insertFigure')}
      placeholder={`＋ ${w('insertFigure')}`}
      value={null}
      showSearch={{
        filterOption: (typed, option) => (option as { search?: string } | undefined)?.search?.includes(typed.toLowerCase()) ?? false,
      }}
      popupMatchSelectWidth={340}
      options={[...own, ...others]}
      optionRender={renderChoice}
      onSelect={(key: string | null) => key !== null && insert(`{{ ${key} }}`)}
    />
  )
}

/** Ready-made directives, filled with what this scheme has. */
const directivesFor = (
  compiled: Compiled,
): Readonly<Record<'ranking' | 'tableOfIndicators' | 'tableByOrg' | 'tableByMonth' | 'notStarted' | 'signed', string>> => {
  const heads = [...compiled.indicators.values()].filter((i) => i.indicator.headline).map((i) => i.key)
  const [first = [...compiled.indicators.keys()][0] ?? ''] = heads
  const few = heads.slice(0, 4).join(',')
  const kind = compiled.scheme.classes[0]?.key ?? ''
  return {
    ranking: `::: ranking indicator=${first} class=${kind} top=10`,
    tableOfIndicators: `::: table indicators=${heads.join(',') || first}`,
    tableByOrg: `::: table by=org indicators=${few || first} class=${kind} total`,
    tableByMonth: `::: table by=month indicators=${few || first}`,
    notStarted: `::: not-started class=${kind}`,
    signed: '::: signed by="" on=',
  }
}

const InsertTable = ({ bulletin, insert }: Props) => {
  const w = useWords(bulletinWords)
  const compiled = useScheme(bulletin.campaign).data?.compiled
  if (compiled == null) return null
  const ready = directivesFor(compiled)
  const keys = Object.keys(ready) as (keyof typeof ready)[]
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: keys.map((key) => ({ key, label: w(key) })), onClick: ({ key }) => insert(ready[key as keyof typeof ready], true) }}
    >
      <Button>
        {w('insertTable')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}

export const Insert = (props: Props) => (
  <>
    <InsertFigure {...props} />
    <InsertTable {...props} />
  </>
)
