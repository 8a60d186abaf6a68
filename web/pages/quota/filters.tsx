import { Input, Select } from 'antd'
import type { QuotaRow } from '#command/quota/view.ts'
import { standings } from '#figure/quota/shape.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './quota.module.css'
import { type QuotaSearch, whos } from './search.ts'
import { quotaWords } from './words.ts'

type Props = { readonly quotas: readonly QuotaRow[]; readonly search: QuotaSearch; readonly put: (change: QuotaSearch) => void }

export const Filters = ({ quotas, search, put }: Props) => {
  const w = useWords(quotaWords)
  const say = useSay()
  const kinds = whos.filter((who) => quotas.some((q) => q.who === who))
  return (
    <div className={look.filters}>
      <Select
        aria-label={w('chooseQuota')}
        value={search.quota ?? ''}
        options={[{ value: '', label: w('anyQuota') }, ...quotas.map((q) => ({ value: q.key, label: say(q.title) }))]}
        onChange={(quota) => put({ quota: quota === '' ? undefined : quota })}
        popupMatchSelectWidth={false}
        className={look.wideSelect ?? ''}
      />
      <Select
        aria-label={w('chooseStanding')}
        value={search.standing ?? ''}
        options={[{ value: '', label: w('anyStanding') }, ...standings.map((s) => ({ value: s, label: w(s) }))]}
        onChange={(chosen) => put({ standing: standings.find((s) => s === chosen) })}
      />
      {kinds.length > 1 && (
        <Select
          aria-label={w('chooseWho')}
          value={search.who ?? ''}
          options={[{ value: '', label: w('anyWho') }, ...kinds.map((k) => ({ value: k, label: w(`who_${k}`) }))]}
          onChange={(chosen) => put({ who: whos.find((k) => k === chosen) })}
        />
      )}
      <Input.Search
        aria-label={w('find')}
        placeholder={w('find')}
        defaultValue={search.q ?? ''}
        allowClear
        onSearch={(q) => put({ q: q.trim() === '' ? undefined : q.trim() })}
        className={look.find ?? ''}
      />
    </div>
  )
}
