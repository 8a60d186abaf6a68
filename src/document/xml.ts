import { faces, substitutes } from './layout.ts'
import type { Printable } from './printable.ts'

/* Two parts of a DOCX that the library writes with the clock or cannot write. */

export const escapeXml = (text: string): string =>
  text
    // Characters XML 1.0 cannot hold at all.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Nobody's name and no time but the seal's. */
export const coreProperties = ({ id, title, moment, seal }: Printable): string => {
  const about = seal === null ? 'Zoufang' : `Zoufang bulletin ${id}, SHA-256 ${seal}`
  const at =
    moment === null
      ? ''
      : ['created', 'modified']
          .map((when) => `<dcterms:${when} xsi:type="dcterms:W3CDTF">${moment.slice(0, 19)}Z</dcterms:${when}>`)
          .join('')
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Zoufang</dc:creator><dc:description>${escapeXml(about)}</dc:description>${at}</cp:coreProperties>`
}

/** Tells Word, WPS and LibreOffice what to take where an official face is missing. */
export const fontTable = (): string => {
  const fonts = Object.values(faces).map(({ eastAsia }) => {
    const others = (substitutes[eastAsia] ?? []).join(',')
    const family = eastAsia === '黑体' ? 'swiss' : 'roman'
    return `<w:font w:name="${eastAsia}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
  })
  return `${head}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
}
