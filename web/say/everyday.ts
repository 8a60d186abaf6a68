import type { Words } from './words.ts'

/** Words that several pages share. */
export const commonWords = {
  product: { zh: '走访', en: 'Zoufang' },
  motto: {
    zh: '一个活动就是一份文件，一次上门就是一条记录，通报里的每个数字自己作答。',
    en: 'A campaign is a file, a doorstep visit is a record, every figure in the bulletin answers for itself.',
  },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  confirm: { zh: '确定', en: 'Confirm' },
  edit: { zh: '修改', en: 'Edit' },
  back: { zh: '返回', en: 'Back' },
  more: { zh: '更多', en: 'More' },
  loadMore: { zh: '再显示一些', en: 'Show more' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  retry: { zh: '再试一次', en: 'Try again' },
  all: { zh: '全部', en: 'All' },
  /** Between the parts of a list. */
  listMark: { zh: '、', en: ', ' },
  /** Between a word and what it introduces. */
  colon: { zh: '：', en: ': ' },
  none: { zh: '无', en: 'None' },
  search: { zh: '搜索', en: 'Search' },
  pending: { zh: '待审', en: 'pending' },
  pendingMore: { zh: '待审 {n}', en: '{n} pending' },
  pendingBeside: { zh: '另有待审 {n}', en: '{n} pending' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  unit: { zh: '单位', en: 'Unit' },
  day: { zh: '日期', en: 'Day' },
  by: { zh: '经手人', en: 'By' },
  why: { zh: '原因', en: 'Reason' },
  activity: { zh: '活动', en: 'Activity' },
  matter: { zh: '诉求', en: 'Matter' },
  requestId: { zh: '编号 {id}', en: 'id {id}' },
  expected: { zh: '应为：{what}', en: 'expected: {what}' },
  noCampaign: { zh: '还没有活动', en: 'There is no campaign yet' },
  noCampaignHint: {
    zh: '在“活动”中装载一份活动方案，或装载一个演示，即可开始。',
    en: 'Load a campaign’s scheme, or a demo, under “Campaigns” to begin.',
  },
  toScheme: { zh: '去装载方案', en: 'Load a scheme' },
  toCampaigns: { zh: '去“活动”', en: 'To the campaigns' },
  notFound: { zh: '没有这一页', en: 'There is no such page' },
  notFoundHint: { zh: '地址可能抄错了，或这一页已经不在。', en: 'The address may be mistyped, or the page is gone.' },
  notYours: { zh: '这一页不在您的菜单里', en: 'This page is not among yours' },
  notYoursSays: {
    zh: '这一页由其他岗位的同事使用；您的任务、记录和要走访的人都在总览。',
    en: 'It is for colleagues in another role; your quotas, your records and whom to visit are in the overview.',
  },
  home: { zh: '回到总览', en: 'To the overview' },
  broken: { zh: '这一页出错了', en: 'This page has failed' },
  brokenHint: {
    zh: '您的数据没有受影响。请重新载入；若再次出现，请把下面的文字告诉管理员。',
    en: 'Your data is not affected. Reload; should it happen again, tell the administrator the text below.',
  },
  reload: { zh: '重新载入', en: 'Reload' },
  offline: { zh: '连不上服务器，请检查网络后再试', en: 'The server cannot be reached; check the network and try again' },
} as const satisfies Words

export const stateWords = {
  submitted: { zh: '待审', en: 'Pending' },
  accepted: { zh: '已确认', en: 'Confirmed' },
  returned: { zh: '已退回', en: 'Returned' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Words

export const actWords = {
  submit: { zh: '提交', en: 'Submit' },
  correct: { zh: '更正', en: 'Correct' },
  accept: { zh: '通过', en: 'Accept' },
  return: { zh: '退回', en: 'Return' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  close: { zh: '办结', en: 'Close' },
  reopen: { zh: '重新办理', en: 'Reopen' },
} as const satisfies Words

export const roleWords = {
  administrator: { zh: '管理员', en: 'Administrator' },
  office: { zh: '活动办', en: 'Campaign office' },
  liaison: { zh: '联络员', en: 'Liaison' },
  visitor: { zh: '走访干部', en: 'Visitor' },
} as const satisfies Words
