import type { CompiledForm } from '#scheme/compiled.ts'
import { useRead } from '#web/api/hooks.ts'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import { schemeWords } from './words.ts'

/** In which other campaigns a form's records count as well. */
export const Also = ({ form }: { readonly form: CompiledForm }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const list = useListed()
  const { data: campaigns } = useRead('campaign.list', {}, { enabled: form.also.length > 0 })
  if (form.also.length === 0) return null
  const names = form.also.map((a) => {
    const title = campaigns?.find((c) => c.key === a.campaign)?.title
    return title === undefined ? a.campaign : say(title)
  })
  return (
    <p>
      <strong>{w('also')}</strong> {list(names)}
    </p>
  )
}
