import type { Words } from '#web/say/words.ts'

export const campaignWords = {
  campaigns: { zh: '活动', en: 'Campaigns' },
  about: { zh: '本处正在开展的活动，以及可以装载来看的演示', en: 'The campaigns of this office, and demos that can be loaded to look at' },
  here: { zh: '已有的活动', en: 'Campaigns here' },
  none: { zh: '还没有活动', en: 'There is no campaign yet' },
  noneHint: {
    zh: '把活动通知写成一份方案装载，或先装载下面的一个演示来看看。',
    en: 'Write the notice as a scheme and load it, or load one of the demos below to see what it is like.',
  },
  noneYours: { zh: '请活动办装载活动方案。', en: 'The campaign office loads a scheme.' },
  load: { zh: '装载新活动', en: 'Load a campaign' },
  records: { zh: '{n} 条记录', en: '{n} {n|record|records}' },
  version: { zh: '第 {n} 版', en: 'version {n}' },
  open: { zh: '打开', en: 'Open' },
  openNamed: { zh: '打开{title}', en: 'Open {title}' },
  looking: { zh: '正在看', en: 'open now' },
  demos: { zh: '演示活动', en: 'Demos' },
  demosAbout: {
    zh: '都在虚构的清河市开展，共用一份名册；走访记录由模拟产生，合计恰为通报所印的数字',
    en: 'All in the invented city of Qinghe with one register; simulated field work that adds up to the printed figures',
  },
  take: { zh: '装载此演示', en: 'Load this demo' },
  takeNamed: { zh: '装载演示{title}', en: 'Load the demo {title}' },
  again: { zh: '接着装载', en: 'Go on loading' },
  sure: { zh: '装载演示？', en: 'Load the demo?' },
  sureHint: {
    zh: '虚构的单位、人员、走访对象和记录会进入本处的名册，与您自己的并列，不能一键删除。',
    en: 'Invented units, people, households and records come into this register beside your own, and cannot be taken out at once.',
  },
  with: { zh: '含 {n} 个活动', en: '{n} {n|campaign|campaigns} together' },
  wanted: { zh: '等待装载', en: 'Waiting' },
  loading: { zh: '正在装载', en: 'Loading' },
  preparing: { zh: '正在准备城市和记录', en: 'Inventing the city and its records' },
  steps: { zh: '{done} / {total} 步', en: '{done} of {total} steps' },
  loaded: { zh: '已装载', en: 'Loaded' },
  failed: { zh: '没有装完', en: 'Not complete' },
} as const satisfies Words
