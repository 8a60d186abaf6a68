import { type Node, asked, children, placeOf } from '../cel.ts'
import type { Seen } from '../compile.ts'
import { dayWords } from '../day-words.ts'
import { resolve } from '../resolve.ts'
import { type Unit, type Units, measured, unitOfField } from '../units.ts'
import type { Ground } from './ground.ts'

/*
 * Units inside expressions. Every part has a dimension or none (a bare number, a count, a ratio); adding, subtracting and
 * comparing need the same one, multiplying by a count keeps it: 天 × size(participants) are person-days. Only counts may be compared
 * across kinds: no more 晚 than 天, as many 户 as 次.
 */

type Clash = { readonly at: number; readonly left: string; readonly right: string }
type Sizes = {
  readonly of: (name: string) => string | null
  readonly clash: (clash: Clash) => void
  /** Two different kinds of which one may still be more than the other: things that are counted. */
  readonly comparable: (left: string, right: string) => boolean
  /** Two percentages are added. */
  readonly shares: (at: number) => void
  /** Whether amounts may be multiplied with each other (in formulas), giving something without a unit of its own. */
  readonly free: boolean
}

/** The dimension of a part of an expression; null when it has none. */
const dimension = (node: Node, sizes: Sizes): string | null => {
  const sub = children(node)
  const inner = (n: Node | undefined): string | null => (n === undefined ? null : dimension(n, sizes))
  switch (node.op) {
    case 'id':
      return sizes.of(node.args)
    case '.':
      return asked(node) === null ? null : sizes.of(node.args[1])
    case '-_':
      return inner(node.args)
    case '+':
      return sum(placeOf(node), inner(sub[0]), inner(sub[1]), sizes)
    case '-':
      return same(placeOf(node), inner(sub[0]), inner(sub[1]), sizes)
    case '*':
      return product(placeOf(node), inner(sub[0]), inner(sub[1]), sizes)
    case '/':
      return quotient(inner(sub[0]), inner(sub[1]))
    case '?:':
      inner(sub[0])
      return same(placeOf(node), inner(sub[1]), inner(sub[2]), sizes)
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      compared(placeOf(node), inner(sub[0]), inner(sub[1]), sizes)
      return null
    case 'call': {
      const dims = sub.map(inner)
      if (node.args[0] === 'decimal' || node.args[0] === 'abs') return dims[0] ?? null
      if (dayWords[node.args[0]]?.gives === 'days') return '天'
      return node.args[0] === 'min' || node.args[0] === 'max' ? same(placeOf(node), dims[0] ?? null, dims[1] ?? null, sizes) : null
    }
    default: // no amount, but there may be some inside
      for (const child of sub) inner(child)
      return null
  }
}

const quotient = (left: string | null, right: string | null): string | null => (right === null ? left : null)

const sum = (at: number, left: string | null, right: string | null, sizes: Sizes): string | null => {
  if (isShare(left) && isShare(right)) sizes.shares(at)
  return same(at, left, right, sizes)
}

const compared = (at: number, left: string | null, right: string | null, sizes: Sizes): void => {
  if (left === null || right === null || !sizes.comparable(left, right)) same(at, left, right, sizes)
}

/** Both are counted, none is measured: 万元 and 元, or 小时 and 天, differ in size and not in what is counted. */
const counted =
  (units: Units) =>
  (left: string, right: string): boolean => {
    const [a, b] = [units.of(left).dimension, units.of(right).dimension]
    return a !== b && [a, b].every((d) => !measured.has(d) && d !== '小时')
  }

const isShare = (unit: string | null): boolean => unit === '%' || unit === '‰'

const same = (at: number, left: string | null, right: string | null, sizes: Sizes): string | null => {
  if (left !== null && right !== null && left !== right) sizes.clash({ at, left, right })
  return left ?? right
}

/** 元 × 天 is nothing a campaign counts. */
const product = (at: number, left: string | null, right: string | null, sizes: Sizes): string | null => {
  if (left === null || right === null) return left ?? right
  if (!sizes.free) sizes.clash({ at, left, right })
  return null
}

/** Told for a record's expressions, by dimension, and for formulas, by unit (they see printed values). */
export const checkAmounts = (ground: Ground, { path, ast, forms }: Seen): void => {
  const [section, key = '', property] = path
  const comparable = counted(ground.units)
  const clash = ({ at, left, right }: Clash): void =>
    ground.tell(
      path,
      'value',
      'S313',
      { zh: `“${left}”与“${right}”不能这样相算`, en: `“${left}” and “${right}” do not go together here` },
      {
        zh: '同一种单位（不同的计数单位只能比较大小；可换算的写在 units 中）',
        en: 'units of one kind (different things that are counted may only be compared; what converts is declared under “units”)',
      },
      at,
    )
  const shares = (at: number): void =>
    ground.tell(
      path,
      'value',
      'S372',
      { zh: '百分比不能相加', en: 'Percentages are not added up' },
      { zh: '分子与分母各自相加，再用 ratio', en: 'parts and wholes added up, and “ratio”' },
      at,
    )
  if (section === 'indicators' && property === 'formula') {
    dimension(ast, { of: (name) => ground.scheme.indicators[name]?.unit ?? null, comparable, clash, shares, free: true })
    return
  }
  const found = dimension(ast, { of: (name) => dimensionOf(forms, name, ground.units), comparable, clash, shares, free: false })
  if (section === 'indicators' && property === 'value') fits(ground, String(key), found)
}

const dimensionOf = (forms: Seen['forms'], name: string, units: Units): string | null => {
  for (const form of forms) {
    const field = form.fields.find((f) => f.key === name)
    const unit: Unit | null = field ? unitOfField(field, units) : null
    if (unit !== null) return unit.dimension
  }
  return null
}

/** The value's dimension is the indicator's, also of the parts that inherit it. */
const fits = (ground: Ground, key: string, found: string | null): void => {
  const resolved = resolve(ground.scheme, key)
  if (found === null || resolved === null) return
  const unit = ground.units.of(resolved.indicator.unit)
  if (unit.dimension === found) return
  ground.tell(
    ['indicators', key, 'unit'],
    'value',
    'S311',
    { zh: `单位“${unit.name}”与所计的“${found}”不合`, en: `The unit “${unit.name}” does not fit “${found}”, which is what it adds up` },
    { zh: `“${found}”或可换算的单位`, en: `“${found}”, or a unit it converts to` },
  )
}
