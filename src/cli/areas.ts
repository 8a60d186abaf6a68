import type { Text } from '#kit/text.ts'

/** What each area of commands is about, for the first page of help. */
export const areas: Readonly<Record<string, Text>> = {
  account: { zh: '账号与角色', en: 'accounts and roles' },
  scheme: { zh: '活动方案', en: 'campaign schemes' },
  campaign: { zh: '活动', en: 'campaigns' },
  register: {
    zh: '名册：单位、区域、人员、走访对象、结对、协作组',
    en: 'the register: orgs, places, people, subjects, links, teams',
  },
  record: { zh: '活动记录与事项', en: 'activities and matters' },
  figure: { zh: '数字', en: 'figures' },
  cockpit: { zh: '总览', en: 'the cockpit' },
  quota: { zh: '任务', en: 'quotas' },
  coverage: { zh: '覆盖', en: 'coverage' },
  team: { zh: '协作区、督导组、领导小组', en: 'teams: zones, supervision groups' },
  burden: { zh: '负担', en: 'burden' },
  supervision: { zh: '督查：进度、亮灯、排名', en: 'supervision: progress, lights, ranking' },
  digest: { zh: '周报', en: 'the weekly digest' },
  flag: { zh: '疑点：由人逐条核看', en: 'flags, each looked at by a person' },
  notice: { zh: '督办单', en: 'notices to units that lag' },
  bulletin: { zh: '通报', en: 'bulletins' },
  draft: { zh: '正在写的方案草稿', en: 'schemes that are being written' },
  demo: {
    zh: '演示活动：不带参数列出，给出代号则装载',
    en: 'demo campaigns: lists them, or loads those that are named',
  },
  org: { zh: '单位', en: 'orgs' },
  person: { zh: '人员', en: 'people' },
  place: { zh: '区域', en: 'places' },
  subject: { zh: '走访对象', en: 'subjects' },
}
