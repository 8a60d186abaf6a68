import { load } from '#command/campaign/load.ts'
import type { House } from '../house.ts'
import type { Out } from '../out.ts'
import { print } from '../print.ts'
import { schemeFile, soundScheme } from './scheme.ts'

/** `campaign load DIR|FILE [--revise]`: mistakes are told as `scheme check` tells them, and nothing is loaded. */
export const loadCampaign = async (
  path: string,
  flags: { readonly revise?: boolean; readonly why?: string },
  house: House,
  out: Out,
): Promise<void> => {
  const file = schemeFile(path)
  if (soundScheme(file, out) === undefined) return
  print(
    out,
    await house.does(load, {
      id: house.world.newId(),
      source: file.source,
      files: file.files,
      revise: flags.revise ?? false,
      ...(flags.why === undefined ? {} : { why: flags.why }),
    }),
  )
}
