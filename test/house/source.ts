import { readFileSync, globSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { type Comment, type Node, parseSync } from 'oxc-parser'

export type Import = { readonly from: string; readonly line: number; readonly onlyTypes: boolean; readonly reExport: boolean }

/** One file as the laws see it. `path` is relative to the project, `room` the folder it belongs to. */
export type Source = {
  readonly path: string
  readonly room: string
  readonly text: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly nodes: readonly Node[]
  readonly comments: readonly Comment[]
  readonly defaultExport: boolean
  lineOf(offset: number): number
}

export const root = join(import.meta.dirname, '..', '..')

/** Every file of ours that the laws hold for. */
export const readSources = (): readonly Source[] => {
  const found = globSync(['src/**/*.ts', 'web/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'], {
    cwd: root,
    exclude: ['**/node_modules/**', '**/dist/**'],
  })
  return found.sort().map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')))
}

export const sourceOf = (path: string, text: string): Source => {
  const { program, module, comments, errors } = parseSync(path, text, { range: false })
  if (errors[0] !== undefined) throw new SyntaxError(`${path}: ${errors[0].message}`)
  const nodes = allNodes(program)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const exports = module.staticExports.flatMap((e) => e.entries)
  return {
    path,
    room: path.startsWith('src/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? ''),
    text,
    lines: text.trimEnd().split('\n').length,
    nodes,
    comments,
    lineOf,
    defaultExport: exports.some((e) => e.exportName.kind === 'Default'),
    imports: [
      ...module.staticImports.map((i) => ({
        from: i.moduleRequest.value,
        line: lineOf(i.start),
        reExport: false,
        onlyTypes: i.entries.length > 0 && i.entries.every((e) => e.isType),
      })),
      ...exports.flatMap((e) =>
        e.moduleRequest === null ? [] : [{ from: e.moduleRequest.value, line: lineOf(e.start), reExport: true, onlyTypes: e.isType }],
      ),
      ...nodes.flatMap((n) =>
        asked(n).map((from) => ({ from, line: lineOf(n.start), reExport: false, onlyTypes: n.type === 'TSImportType' })),
      ),
    ],
  }
}

/** What `import('…')` asks for, as a value or as a type. What cannot be read is reported as such, and is on no plan. */
const asked = (node: Node): readonly string[] => {
  if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return []
  const { source } = node
  return [source.type === 'Literal' && typeof source.value === 'string' ? source.value : '(computed)']
}

const allNodes = (start: Node): readonly Node[] => {
  const found: Node[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look)
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && typeof value.type === 'string' && 'start' in value) found.push(value as Node)
    for (const [key, inner] of Object.entries(value)) if (key !== 'parent') look(inner)
  }
  look(start)
  return found
}

/** The file a relative import leads to, from the project's root. */
export const beside = (source: Source, from: string): string => posix.normalize(posix.join(dirname(source.path), from))
