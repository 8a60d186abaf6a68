/**
 * On screen a sheet of paper, in print the layout of GB/T 9704-2012. “ ” are in Latin faces too, but narrow: so those only give
 * what ASCII has.
 */
export const style = `
@font-face { font-family: figures; src: local('Times New Roman'), local('Liberation Serif'), local('Nimbus Roman'); unicode-range: U+20-7E }
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
:root { color-scheme: light; --song: '方正小标宋简体', '方正小标宋_GBK', STZhongsong, SimSun, 'Noto Serif CJK SC', serif; --fang: '仿宋_GB2312', FangSong, STFangsong, 'Noto Serif CJK SC', serif }
* { box-sizing: border-box }
body { margin: 0; background: #eef0f2; color: #111; font: 16pt/29pt figures, var(--fang) }
article { width: 210mm; max-width: 100%; min-height: 297mm; margin: 24px auto; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 8px #0002 }
h1 { font: 400 22pt/35pt var(--song); text-align: center; text-wrap: balance; margin: 0 0 29pt }
h2, h3, h4, p { font-size: 16pt; line-height: 29pt; margin: 0; text-indent: 2em; font-weight: 400 }
h2 { font-family: SimHei, 'Noto Sans CJK SC', sans-serif }
h3 { font-family: '楷体_GB2312', KaiTi, STKaiti, 'Noto Serif CJK SC', serif }
h4 { font-weight: 700 }
p { text-align: justify }
p.signature { text-align: right; text-indent: 0; padding-right: 4em }
table { width: 100%; border-collapse: collapse; margin: 6pt 0 29pt; font-size: 12pt; line-height: 22pt }
caption { font: 12pt/29pt SimHei, 'Noto Sans CJK SC', sans-serif }
th, td { border: .5pt solid #000; padding: 2pt 4pt; text-align: center; font-weight: 400 }
td:first-child, th:first-child { white-space: nowrap }
th { font-family: SimHei, 'Noto Sans CJK SC', sans-serif }
thead { display: table-header-group }
tr { break-inside: avoid }
h2, h3, h4, caption { break-after: avoid }
a.figure { color: inherit; text-decoration: none; border-bottom: 1px dotted #b3202a }
a.figure:hover { background: #fdf0f0 }
.derivations { width: 210mm; max-width: 100%; margin: 0 auto 48px; padding: 0 28mm; font: 10.5pt/1.7 system-ui, sans-serif; color: #444 }
.derivations h2 { font: 600 12pt/2 system-ui, sans-serif; text-indent: 0 }
.derivations p { font-size: inherit; line-height: inherit; text-indent: 0 }
.derivations li:target { background: #fdf0f0 }
.derivations code { font-size: 9pt; overflow-wrap: anywhere }
@media (max-width: 210mm) { article { margin: 0; padding: 32px 20px; min-height: 0; box-shadow: none } .derivations { padding: 16px 20px } }
@media print { body { background: none } article { width: auto; margin: 0; padding: 0; box-shadow: none; min-height: 0 } a.figure { border: 0 } .derivations { display: none } }
`
