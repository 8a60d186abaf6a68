/* A ZIP archive's times, set to one moment: so that the same document is the same bytes. */

/** 1980-01-01 00:00, the first moment a ZIP can tell. */
const date = (1 << 5) | 1

/** Changes the archive in place. Layout: PKWARE's APPNOTE 4.3.7, 4.3.12, 4.3.16. */
export const withoutTimes = (zip: Uint8Array): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOfDirectory(view)
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < entries; i++) {
    view.setUint16(at + 12, 0, true)
    view.setUint16(at + 14, date, true)
    const local = view.getUint32(at + 42, true)
    view.setUint16(local + 10, 0, true)
    view.setUint16(local + 12, date, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}

const endOfDirectory = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Error('not a ZIP archive')
}
