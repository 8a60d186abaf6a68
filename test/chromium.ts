import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The browser that journeys run in: ZOUFANG_CHROMIUM, or the first one in the path; undefined where there is none. */
export const chromium = (): string | undefined => {
  const named = process.env['ZOUFANG_CHROMIUM']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...(named ? [named] : []), ...found].find(runs)
}

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
