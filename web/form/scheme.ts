import { useMemo } from 'react'
import type { CampaignView } from '#command/views.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Sort } from '#record/shape.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { useRead } from '#web/api/hooks.ts'
import type { Refusal } from '#web/api/client.ts'

/** A source text compiles to the same thing for ever. */
const kept = new Map<string, Compiled>()

/** The same compilation as on the server, in the browser; null for a text this edition of the language cannot read. */
const compiledOf = (view: CampaignView): Compiled | null => {
  const key = JSON.stringify([view.source, view.files])
  const had = kept.get(key)
  if (had !== undefined) return had
  const read = readScheme(view.source, view.files)
  if (!read.ok) return null
  kept.set(key, read.compiled)
  return read.compiled
}

export type Opened = { readonly view: CampaignView; readonly compiled: Compiled | null }
export type Opening = { readonly data: Opened | undefined; readonly error: Refusal | null; readonly refetch: () => unknown }

/** A campaign with its scheme ready to run; the newest version unless told. Ask with null while the campaign is not known yet. */
export const useScheme = (campaign: CampaignId | null, version?: number): Opening => {
  const asked = useRead('campaign.show', { campaign: campaign ?? ('' as CampaignId), version }, { enabled: campaign !== null })
  const view = asked.data
  const data = useMemo(() => (view === undefined ? undefined : { view, compiled: compiledOf(view) }), [view])
  return { data, error: asked.error, refetch: asked.refetch }
}

export const formOf = (compiled: Compiled, sort: Sort, kind: string): CompiledForm | undefined =>
  (sort === 'activity' ? compiled.activities : compiled.matters).get(kind)
