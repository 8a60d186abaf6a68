import type { ThemeConfig } from 'antd'
import type { Language } from '#kit/text.ts'

/* The palette: ink and blue-green (黛) on warm paper, cinnabar (朱砂) for seals, ochre (赭) for what waits. Each ink holds ≥ 4.5:1 on paper. */
export const colours = {
  paper: '#f5f2ea',
  sheet: '#fffefb',
  wash: '#efebe0',
  line: '#e2dccd',
  ink: '#1e2a2d',
  softInk: '#566063',
  dai: '#1d5b61',
  daiWash: '#e4eeec',
  cinnabar: '#b0392a',
  cinnabarWash: '#f8e9e4',
  ochre: '#8a5a0b',
  ochreWash: '#f8efdc',
  moss: '#2f6a48',
  mossWash: '#e5f0e6',
} as const

const chinese =
  '"PingFang SC", "Hiragino Sans GB", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, sans-serif'

/** The face for drawings, which know no stylesheet. In English Latin comes first, or ’ would be as wide as a Chinese mark. */
export const faceFor = (language: Language): string =>
  language === 'en' ? `system-ui, "Segoe UI", Roboto, "Noto Sans", ${chinese}` : chinese

const token = (larger: boolean): ThemeConfig['token'] => ({
  fontFamily: 'var(--sans)',
  fontSize: larger ? 17 : 14,
  lineHeight: 1.65,
  colorPrimary: colours.dai,
  colorInfo: colours.dai,
  colorLink: colours.dai,
  colorSuccess: colours.moss,
  colorWarning: colours.ochre,
  colorError: colours.cinnabar,
  colorTextBase: colours.ink,
  colorTextSecondary: colours.softInk,
  colorTextTertiary: '#676f70',
  colorTextPlaceholder: '#6b7273',
  colorBgBase: colours.sheet,
  colorBgLayout: colours.paper,
  colorBgContainer: colours.sheet,
  colorBgElevated: '#fffefb',
  colorBgMask: 'rgb(30 42 45 / 24%)',
  colorBorder: '#cfc8b8',
  colorBorderSecondary: colours.line,
  colorSplit: '#ebe6da',
  borderRadius: 6,
  wireframe: false,
  controlHeight: larger ? 40 : 34,
  boxShadow: '0 8px 28px rgb(60 50 30 / 12%)',
  boxShadowSecondary: '0 8px 28px rgb(60 50 30 / 14%)',
  motionUnit: 0.06,
  // our stylesheet must not cut antd's own motion short: it waits for its end to place what pops up
  motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
})

const components = (larger: boolean): ThemeConfig['components'] => ({
  Table: {
    headerBg: '#f7f4ec',
    headerColor: colours.softInk,
    headerSplitColor: 'transparent',
    rowHoverBg: '#f7f4ec',
    borderColor: '#ece7db',
    cellPaddingBlock: 11,
    cellPaddingBlockMD: 9,
  },
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
  Drawer: { colorBgElevated: colours.sheet },
  Segmented: { trackBg: colours.wash },
  Tabs: { horizontalItemGutter: 24, titleFontSize: larger ? 17 : 14 },
  Tag: { defaultBg: colours.wash },
  Modal: { titleFontSize: larger ? 20 : 17 },
})

/** Ant Design in our palette; `larger` for eyes that want bigger type. */
export const themeFor = (larger: boolean): ThemeConfig => ({
  cssVar: { key: 'zf' },
  hashed: false,
  token: token(larger),
  components: components(larger),
})
