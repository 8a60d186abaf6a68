import type { Words } from '#web/say/words.ts'

/** How a quota is told in a sentence. */
export const owedWords = {
  org: { zh: '每个单位', en: 'each unit' },
  person: { zh: '每名参加人员', en: 'each participant' },
  team: { zh: '每个队组', en: 'each team' },
  orgWhere: { zh: '每个单位（{where}）', en: 'each unit ({where})' },
  personWhere: { zh: '每名参加人员（{where}）', en: 'each participant ({where})' },
  teamWhere: { zh: '每个队组（{where}）', en: 'each team ({where})' },
  at_least: { zh: '不少于 {n}', en: 'at least {n}' },
  at_most: { zh: '不超过 {n}', en: 'at most {n}' },
  exactly: { zh: '正好 {n}', en: 'exactly {n}' },
  all: { zh: '全部', en: 'all' },
  share: { zh: '不低于{of}的 {share}', en: 'at least {share} of “{of}”' },
  forEach: { zh: '每 1 个“{of}” {n}', en: '{n} for each of “{of}”' },
  times: { zh: '每个不少于 {n} 次', en: 'each at least {n} {n|time|times}' },
  targets: { zh: '按名单分解的目标（{n} 个）', en: 'targets by name ({n})' },
  stages: { zh: '{places} 个地方，各 {each}', en: '{places} {places|place|places} with {each} each' },
  stratum: { zh: '{of}：{share}', en: '{of}: {share}' },
  from: { zh: '{day}起', en: 'from {day}' },
  by: { zh: '{day}前完成', en: 'by {day}' },
  joint_first: { zh: '共同走访只计第一名参加人', en: 'joint visits count for the first participant' },
  joint_split: { zh: '共同走访由参加人平分', en: 'joint visits are shared by the participants' },
  moves_carry: { zh: '变动时全额承担，此前完成的一并计入', en: 'who takes it on takes on all of it, with what was done before' },
  moves_restart: { zh: '变动时全额承担，重新计算', en: 'who takes it on takes on all of it afresh' },
  otherwise_flag: { zh: '超出时提醒', en: 'flagged beyond it' },
  otherwise_block: { zh: '超出时不予提交', en: 'refused beyond it' },
} as const satisfies Words
