import { Drawer } from 'antd'
import type { PlaceRow } from '#command/views.ts'
import type { PlaceId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { Answer } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { useKindTitle } from './kinds.ts'
import { LinkLines } from './links.tsx'
import { PlaceActs } from './node-acts.tsx'
import look from './register.module.css'
import { registerWords } from './words.ts'

type Props = { readonly place: PlaceId | null; readonly places: readonly PlaceRow[]; readonly close: () => void }

/** One place: where it hangs, who answers for it, and what can be done with it. */
export const PlaceDrawer = ({ place, places, close }: Props) => {
  const c = useWords(commonWords)
  const w = useWords(registerWords)
  const narrow = useNarrow()
  const kindTitle = useKindTitle()
  const row = places.find((p) => p.id === place)
  const above = places.find((p) => p.id === row?.parent)
  const links = useRead('link.list', { place: place ?? undefined }, { enabled: place !== null })
  return (
    <Drawer open={place !== null} onClose={close} size={narrow ? '100%' : 520} title={row?.name ?? ''}>
      {row !== undefined && (
        <div className={look.detail}>
          <PlaceActs place={row} places={places} left={close} />
          <p className="soft">
            {[row.code, kindTitle(row.kind)].filter((t) => t !== '').join(' · ')}
            {above !== undefined && ` · ${w('partOf')} ${above.name}`}
            {row.aliases.length > 0 ? ` · ${w('aliases')} ${row.aliases.join(c('listMark'))}` : ''}
          </p>
          <h2 className={look.part}>{w('linksOf')}</h2>
          <Answer of={links} rows={2}>
            {(rows) => (rows.length === 0 ? <p className="soft">{w('none')}</p> : <LinkLines rows={rows} />)}
          </Answer>
        </div>
      )}
    </Drawer>
  )
}
