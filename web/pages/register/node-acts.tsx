import { EditOutlined, PlusOutlined, StopOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { OrgRow, PlaceRow } from '#command/views.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { useWords } from '#web/say/words.ts'
import { useSaid } from './edit/drawer.tsx'
import { EndDialog } from './edit/end.tsx'
import { OrgForm, PlaceForm } from './edit/node.tsx'
import { editWords } from './edit/words.ts'
import look from './register.module.css'

type Does = 'edit' | 'below' | 'end' | null

const Acts = ({ below, go }: { readonly below: string; readonly go: (does: Does) => void }) => {
  const w = useWords(editWords)
  return (
    <div className={look.acts}>
      <Button icon={<EditOutlined />} onClick={() => go('edit')}>
        {w('edit')}
      </Button>
      <Button icon={<PlusOutlined />} onClick={() => go('below')}>
        {below}
      </Button>
      <Button danger type="text" icon={<StopOutlined />} onClick={() => go('end')}>
        {w('end')}
      </Button>
    </div>
  )
}

const useStop = (rows: readonly { readonly parent: string | null }[], id: string): string | undefined => {
  const w = useWords(editWords)
  const n = rows.filter((r) => r.parent === id).length
  return n === 0 ? undefined : w('endBelow', { n })
}

/** What the office above a unit can do with it. `left`: it is no more. */
export const OrgActs = ({ org, orgs, left }: { readonly org: OrgRow; readonly orgs: readonly OrgRow[]; readonly left: () => void }) => {
  const w = useWords(editWords)
  const may = useHolds('office')
  const [does, go] = useState<Does>(null)
  const end = useWrite('org.save', useSaid('ended', left))
  const stop = useStop(orgs, org.id)
  const close = () => go(null)
  if (!may) return null
  return (
    <>
      <Acts below={w('newOrgBelow')} go={go} />
      {does === 'edit' && <OrgForm node={org} close={close} />}
      {does === 'below' && <OrgForm node={null} below={org.id} close={close} />}
      {does === 'end' && (
        <EndDialog
          title={w('endTitle', { what: org.name })}
          stop={stop}
          busy={end.isPending}
          fault={end.error}
          close={close}
          end={(until) => end.mutate({ id: org.id, code: org.code, name: org.name, until })}
        />
      )}
    </>
  )
}

export const PlaceActs = ({
  place,
  places,
  left,
}: {
  readonly place: PlaceRow
  readonly places: readonly PlaceRow[]
  readonly left: () => void
}) => {
  const w = useWords(editWords)
  const may = useHolds('office')
  const [does, go] = useState<Does>(null)
  const end = useWrite('place.save', useSaid('ended', left))
  const stop = useStop(places, place.id)
  const close = () => go(null)
  if (!may) return null
  return (
    <>
      <Acts below={w('newPlaceBelow')} go={go} />
      {does === 'edit' && <PlaceForm node={place} close={close} />}
      {does === 'below' && <PlaceForm node={null} below={place.id} close={close} />}
      {does === 'end' && (
        <EndDialog
          title={w('endTitle', { what: place.name })}
          stop={stop}
          busy={end.isPending}
          fault={end.error}
          close={close}
          end={(until) => end.mutate({ id: place.id, code: place.code, name: place.name, until })}
        />
      )}
    </>
  )
}
