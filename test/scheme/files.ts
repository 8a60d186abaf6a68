import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '../../campaigns')

/** Every campaign shipped: its folder, its scheme and the text files beside it by their names as templates use them. */
export const campaigns = (): readonly {
  readonly name: string
  readonly source: string
  readonly files: Readonly<Record<string, string>>
}[] =>
  readdirSync(root)
    .filter((name) => statSync(join(root, name)).isDirectory() && readdirSync(join(root, name)).includes('scheme.yaml'))
    .map((name) => ({
      name,
      source: readFileSync(join(root, name, 'scheme.yaml'), 'utf8'),
      files: Object.fromEntries(texts(join(root, name), join(root, name))),
    }))

const texts = (folder: string, base: string): [string, string][] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return texts(path, base)
    return /\.(md|txt)$/.test(entry.name) ? [[relative(base, path), readFileSync(path, 'utf8')] as [string, string]] : []
  })
