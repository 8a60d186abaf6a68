import type { Language } from '#kit/text.ts'
import type { Approx } from '#record/shape.ts'

/** '11887' → '11,887'; a decimal string is never turned into a float. Null is an em dash: blank is not zero. */
export const grouped = (value: string | null): string => {
  if (value === null) return '—'
  const [whole = '', part] = value.split('.')
  const withMarks = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return part === undefined ? withMarks : `${withMarks}.${part}`
}

/** '85.10416', 1 → '85.1': half up, without a float; as it is when it has no more digits than that, or none are asked for. */
export const roundedTo = (value: string | null, decimals: number | null): string | null => {
  const [whole = '', part = ''] = value?.split('.') ?? []
  if (value === null || decimals === null || part.length <= decimals) return value
  const up = Number(part[decimals]) >= 5 ? 1n : 0n
  const digits = (BigInt(whole.replace('-', '') + part.slice(0, decimals)) + up).toString().padStart(decimals + 1, '0')
  const sign = whole.startsWith('-') ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Which side of the number the approximate word stands on: 近5100, 5100余. */
const before: readonly Approx[] = ['近', '约']
const inEnglish: Readonly<Record<Approx, string>> = { 余: 'over', 多: 'over', 近: 'nearly', 以上: 'at least', 约: 'about' }

/** The approximate word, if the whole figure has just one, in front and behind the number. */
export const approxAround = (approx: readonly Approx[], language: Language): { readonly lead: string; readonly tail: string } => {
  const [word] = approx
  if (word === undefined) return { lead: '', tail: '' }
  if (approx.length > 1) return language === 'en' ? { lead: 'about ', tail: '' } : { lead: '约', tail: '' }
  if (language === 'en') return { lead: `${inEnglish[word]} `, tail: '' }
  return before.includes(word) ? { lead: word, tail: '' } : { lead: '', tail: word }
}

/** '2012-05-18' → 2012年5月18日 / 18 May 2012. */
export const sayDay = (day: string, language: Language): string => {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number)
  if (y === undefined || m === undefined || d === undefined) return day
  return language === 'en' ? `${d} ${months[m - 1] ?? ''} ${y}` : `${y}年${m}月${d}日`
}

/** '2012-05' → 5月 / May. */
export const sayMonth = (month: string, language: Language): string => {
  const m = Number(month.slice(5, 7))
  return language === 'en' ? (months[m - 1] ?? month) : `${m}月`
}

/** Where someone is found: the place is not said again where the address begins with it. */
export const whereabouts = (place: string, address: string): string =>
  [...(address.startsWith(place) ? [] : [place]), address].filter((t) => t !== '').join(' · ')

/** The address beside a column that names the place already: 银河社区12组44号 → 12组44号. */
export const addressIn = (place: string, address: string): string =>
  place !== '' && address.length > place.length && address.startsWith(place) ? address.slice(place.length).trim() : address

/** An instant in this device's own zone: 2012-05-18 09:30. */
export const sayMoment = (moment: string): string => {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return moment
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
