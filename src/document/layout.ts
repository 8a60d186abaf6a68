/*
 * GB/T 9704-2012, the layout of official documents: A4, a type area of 156 × 225 mm with 22 lines of 28 characters,
 * body in 仿宋 三号 (16 pt). Word measures in twentieths of a point ("twips"), characters in half points.
 */

const mm = (n: number): number => Math.round((n * 1440) / 25.4)

export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  /** The page number stands 7 mm below the type area. */
  footer: mm(23),
  text: mm(156),
} as const

/** 22 lines in 225 mm; measured in LibreOffice: a grid of 579 with exact lines of 580 gives 28 × 22. */
export const line = { grid: 579, exact: 580, title: 680, table: 400 } as const

/** −5: 28 characters of 16 pt need 156 mm less a hair. */
export const characterSpacing = -5

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const size = { title: 44, body: 32, page: 28, table: 24 } as const

/** Two characters of the body. */
export const twoCharacters = 640

const latin = 'Times New Roman'
const face = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia })

export const faces = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  black: face('黑体'),
  kai: face('楷体_GB2312'),
  song: face('宋体'),
} as const

/** What to take where a machine lacks the official faces, best first. */
export const substitutes: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  仿宋_GB2312: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
  楷体_GB2312: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Noto Serif CJK SC'],
  黑体: ['SimHei', 'Noto Sans CJK SC'],
  宋体: ['SimSun', 'Noto Serif CJK SC'],
}
