import { type Text, halfWidth } from '#kit/text.ts'

/** A kind as schemes know it (`org.kind == "township"`), and as people write it in a sheet. */
export type Kind = { readonly key: string; readonly title: Text; readonly also?: readonly string[] }

/** Down to the township a unit is called as the place it governs. */
const divisions: readonly Kind[] = [
  { key: 'province', title: { zh: '省', en: 'Province' } },
  { key: 'city', title: { zh: '市', en: 'City' } },
  { key: 'county', title: { zh: '县区', en: 'County or district' }, also: ['县', '区', '县(区)', '县市区'] },
  {
    key: 'township',
    title: { zh: '乡镇街道', en: 'Township or sub-district' },
    also: ['乡镇', '镇', '乡', '街道', '乡(镇)', '乡镇(街道)'],
  },
]

export const orgKinds: readonly Kind[] = [
  ...divisions,
  {
    key: 'department',
    title: { zh: '机关部门', en: 'Department' },
    also: ['部门', '机关', '市直机关', '县直机关', '区直机关', '市直部门', '县直部门'],
  },
  { key: 'village', title: { zh: '村', en: 'Village' }, also: ['行政村', '村委会', '村党组织'] },
  { key: 'community', title: { zh: '社区', en: 'Community' }, also: ['居委会'] },
  { key: 'institution', title: { zh: '事业单位', en: 'Public institution' } },
  { key: 'school', title: { zh: '学校', en: 'School' } },
  { key: 'hospital', title: { zh: '医院', en: 'Hospital' } },
  { key: 'enterprise', title: { zh: '企业', en: 'Enterprise' }, also: ['国企', '国有企业', '非公企业'] },
  { key: 'branch', title: { zh: '党支部', en: 'Party branch' }, also: ['支部'] },
  { key: 'station', title: { zh: '站所', en: 'Station' }, also: ['基层站所'] },
]

export const placeKinds: readonly Kind[] = [
  ...divisions,
  { key: 'village', title: { zh: '村', en: 'Village' }, also: ['行政村'] },
  { key: 'community', title: { zh: '社区', en: 'Community' } },
  { key: 'group', title: { zh: '村民小组', en: 'Villagers’ group' }, also: ['小组', '组'] },
  { key: 'grid', title: { zh: '网格', en: 'Grid' } },
]

export const subjectKinds: readonly Kind[] = [
  { key: 'household', title: { zh: '户', en: 'Household' }, also: ['家庭', '农户', '住户', '居民户'] },
  { key: 'person', title: { zh: '个人', en: 'Person' }, also: ['人', '群众'] },
  { key: 'firm', title: { zh: '企业', en: 'Firm' }, also: ['公司'] },
  { key: 'shop', title: { zh: '商铺', en: 'Shop' }, also: ['商户', '个体工商户', '店铺'] },
]

const namesOf = (k: Kind): readonly string[] => [k.key, k.title.zh, k.title.en ?? k.title.zh, ...(k.also ?? [])]

const keysBy = new WeakMap<readonly Kind[], ReadonlyMap<string, string>>()
const keysOf = (kinds: readonly Kind[]): ReadonlyMap<string, string> => {
  const known = keysBy.get(kinds)
  if (known) return known
  // The first kind of a name has it.
  const keys = new Map(kinds.toReversed().flatMap((k) => namesOf(k).map((name) => [name.toLowerCase(), k.key] as const)))
  keysBy.set(kinds, keys)
  return keys
}

/**
 * The key of a kind written as key, title or by another of its names; what is no known kind stays as it was written: tenants may have
 * their own. Registers and schemes may each use the words they like: they are compared by this.
 */
export const kindOf = (kinds: readonly Kind[], text: string): string => {
  const keys = keysOf(kinds)
  return keys.get(text) ?? keys.get(halfWidth(text).toLowerCase()) ?? text
}

/** Every word that means the same kind, itself among them. */
export const sameKind = (kinds: readonly Kind[], text: string): readonly string[] => {
  const key = kindOf(kinds, text)
  const found = kinds.find((k) => k.key === key)
  return [...new Set([text, ...(found ? namesOf(found) : [])])]
}
