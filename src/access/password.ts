import type { Text } from '#kit/text.ts'

/** What breaches and this product's own name make the first guesses. */
const common = new Set(
  `12345678 123456789 1234567890 87654321 11111111 00000000 88888888 66666666 password password1 passw0rd p@ssw0rd qwertyui qwertyuiop
  1qaz2wsx 1q2w3e4r 1q2w3e4r5t qazwsxedc asdfghjkl zxcvbnm1 abcd1234 abc12345 a1234567 a12345678 aa123456 aaa12345 admin123 admin888 admin1234
  administrator root1234 welcome1 letmein1 iloveyou 5201314520 woaini1314 woaini520 woaini123 wodemima mima1234 123123123 12341234
  11223344 147258369 123qweasd qwe12345 qwer1234 asd12345 123456abc 123456aa sunshine princess football baseball superman
  zoufang123 zoufang2026 dadiaoyan dazoufang`.split(/\s+/),
)

const fewest = 8

/** Why a password will not do, or nothing. Long is asked for, not odd: no rule about letters and signs. */
export const weakness = (password: string, context: { readonly login: string; readonly name: string }): Text | undefined => {
  const plain = password.normalize('NFKC').toLowerCase()
  if ([...plain].length < fewest) return { zh: `至少 ${fewest} 个字符`, en: `at least ${fewest} characters` }
  if (common.has(plain)) return { zh: '这是人人先猜的密码', en: 'it is one of the first that are guessed' }
  if (new Set(plain).size < 4) return { zh: '重复的字符太多', en: 'it repeats too few characters' }
  const words = ['zoufang', '走访', context.login, context.name].map((w) => w.normalize('NFKC').toLowerCase()).filter((w) => w.length >= 2)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain)
  if (rest !== plain && [...rest].length < 6)
    return { zh: '几乎只有账号、姓名或系统名', en: 'it is hardly more than the login, the name or the product' }
  return undefined
}
