import type { Language } from '#kit/text.ts'

/** The editor's own words in Chinese; it speaks English by itself. */
const chinese: Readonly<Record<string, string>> = {
  'Control character': '控制字符',
  'Selection deleted': '已删除所选',
  'Fold line': '折叠',
  'Unfold line': '展开',
  'Folded lines': '已折叠的行',
  'Unfolded lines': '已展开的行',
  to: '至',
  'folded code': '已折叠',
  unfold: '展开',
  Completions: '可选的写法',
  Diagnostics: '错误',
  'No diagnostics': '没有错误',
  'Go to line': '转到行',
  go: '转到',
  Find: '查找',
  Replace: '替换为',
  next: '下一处',
  previous: '上一处',
  all: '全部',
  'match case': '区分大小写',
  'by word': '整词',
  regexp: '正则',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前一处',
  'replaced $ matches': '替换了 $ 处',
  'replaced match on line $': '替换了第 $ 行的一处',
  'on line': '在行',
  '$ unchanged lines': '$ 行未变',
  'Revert this chunk': '还原这一处',
}

export const phrases: Readonly<Record<Language, Readonly<Record<string, string>>>> = { zh: chinese, en: {} }
