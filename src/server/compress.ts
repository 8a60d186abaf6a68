import { readFile, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const brotli = promisify(brotliCompress)
const worthIt = /\.(js|css|html|svg|json|webmanifest)$/
const smallest = 1_000

/**
 * Puts a `.br` beside every file of the built web app that shrinks, once per build; browsers are given that one. One file after
 * another, off the main thread, so that nobody waits for it.
 */
export const compressWeb = async (folder: string): Promise<void> => {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!worthIt.test(file)) continue
    const path = join(folder, file)
    if ((await isNewer(`${path}.br`, path)) || (await stat(path)).size < smallest) continue
    const small = await brotli(await readFile(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    // Half a file must never be served.
    await writeFile(`${path}.br-draft`, small)
    await rename(`${path}.br-draft`, `${path}.br`)
  }
}

const isNewer = async (one: string, other: string): Promise<boolean> => {
  try {
    return (await stat(one)).mtimeMs >= (await stat(other)).mtimeMs
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
