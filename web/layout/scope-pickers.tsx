import { DownOutlined } from '@ant-design/icons'
import { Dropdown, TreeSelect } from 'antd'
import { useMemo } from 'react'
import type { OrgRow } from '#command/views.ts'
import { useScope } from '#web/api/scope.ts'
import { grouped, sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './shell.module.css'
import { shellWords } from './words.ts'

export const CampaignPicker = () => {
  const w = useWords(shellWords)
  const say = useSay()
  const { language } = usePreferences()
  const { campaigns, campaign, ready, look: lookAt } = useScope()
  const items = campaigns.map((row) => ({
    key: row.key,
    label: (
      <span className={look.option}>
        {say(row.title)}
        <span className={look.optionAbout}>
          {sayDay(row.window.from, language)} – {sayDay(row.window.to, language)} · {w('records_n', { n: grouped(String(row.records)) })}
        </span>
      </span>
    ),
  }))
  return (
    <Dropdown
      trigger={['click']}
      disabled={campaigns.length === 0}
      menu={{
        items,
        selectable: true,
        selectedKeys: campaign === null ? [] : [campaign.key],
        onClick: ({ key }) => lookAt({ campaign: key }),
      }}
    >
      <button type="button" className={`bare ${look.campaign}`} aria-label={w('chooseCampaign')}>
        <span className={look.campaignName}>{campaign === null ? ready && w('noCampaign') : say(campaign.title)}</span>
        {campaigns.length > 0 && <DownOutlined aria-hidden />}
      </button>
    </Dropdown>
  )
}

export type TreeNode = { readonly value: string; readonly title: string; readonly search: string; readonly children: TreeNode[] }

/** The tree of rows whose parents one may see; a row whose parent is hidden stands at the top. */
export const treeOf = (orgs: readonly OrgRow[]): readonly TreeNode[] => {
  const nodes = new Map(
    orgs.map((o) => [
      o.id,
      { value: o.code, title: o.name, search: `${o.name} ${o.code} ${o.aliases.join(' ')}`.toLowerCase(), children: [] as TreeNode[] },
    ]),
  )
  const tops: TreeNode[] = []
  for (const o of orgs) {
    const node = nodes.get(o.id)
    const above = o.parent === null ? undefined : nodes.get(o.parent)
    if (node !== undefined) (above?.children ?? tops).push(node)
  }
  return tops
}

export const OrgPicker = ({ className }: { readonly className?: string | undefined }) => {
  const w = useWords(shellWords)
  const { orgs, org, look: lookAt } = useScope()
  const tree = useMemo(() => treeOf(orgs), [orgs])
  const top = tree[0]
  const single = tree.length === 1 ? top : undefined
  return (
    <TreeSelect
      className={className ?? ''}
      aria-label={w('org')}
      {...(org !== null || single !== undefined ? { value: org?.code ?? single?.value ?? '' } : {})}
      placeholder={w('allOrgs')}
      treeData={[...tree]}
      treeDefaultExpandedKeys={single === undefined ? [] : [single.value]}
      showSearch={{ filterTreeNode: (typed, node) => (node as unknown as TreeNode).search.includes(typed.toLowerCase()) }}
      allowClear={org !== null}
      popupMatchSelectWidth={320}
      listHeight={420}
      notFoundContent={w('findOrg')}
      onChange={(code: string | undefined) => lookAt({ org: code === undefined || code === single?.value ? null : code })}
    />
  )
}
