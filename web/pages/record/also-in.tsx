import type { RecordView } from '#command/views.ts'
import { namesOf } from '#record/names.ts'
import { useRead } from '#web/api/hooks.ts'
import { formOf, useScheme } from '#web/form/scheme.ts'
import { commonWords } from '#web/say/everyday.ts'
import { useSay, useWords } from '#web/say/words.ts'

/** The other campaigns in which this record counts as well, as its own scheme's conditions have it. */
export const AlsoIn = ({ record }: { readonly record: RecordView }) => {
  const c = useWords(commonWords)
  const say = useSay()
  const { data: campaigns } = useRead('campaign.list', {})
  const compiled = useScheme(record.campaign, record.history[0]?.schemeVersion).data?.compiled
  const form = compiled ? formOf(compiled, record.sort, record.kind) : undefined
  if (form === undefined) return null
  const names = namesOf(form, record.content, record.context)
  const counts = (record.context.also ?? []).filter((link) => {
    const also = form.also.find((a) => a.campaign === link.key)
    return also !== undefined && (also.when === null || also.when.run(names) === true)
  })
  return (
    <>
      {counts.length === 0
        ? '—'
        : counts
            .map((link) => {
              const title = campaigns?.find((one) => one.id === link.campaign)?.title
              return title === undefined ? link.key : say(title)
            })
            .join(c('listMark'))}
    </>
  )
}
