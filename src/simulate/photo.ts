import type { Attachment } from '#record/shape.ts'

/** Instead of a photo, where a scheme makes photos compulsory: one grey pixel. Whoever stores simulated records keeps its bytes first. */
export const grey = {
  sha256: 'e2668cf2e00fcb061c4895305f1c48a267fef48dbd5121bcf1f90364c174e6b4',
  type: 'image/png',
  // biome-ignore format: bytes
  bytes: Uint8Array.of(
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155, 85, 0, 0, 0, 10, 73, 68, 65, 84,
    120, 218, 99, 184, 0, 0, 0, 210, 0, 209, 118, 81, 116, 58, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
  ),
} as const

/** As many as a form must have. */
export const photosFor = (n: number): Attachment[] =>
  Array.from({ length: n }, (_, i) => ({ sha256: grey.sha256, name: `${i + 1}.png`, type: grey.type, size: grey.bytes.length }))
