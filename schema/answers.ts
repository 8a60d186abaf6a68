import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as maker from 'typescript-json-schema'
import { commands } from '#command/list.ts'
import { entrances } from '#command/session/entrance.ts'
import { type Schema, tidied } from './tidy.ts'

/*
 * node_modules/.bin/node schema/answers.ts – writes src/server/answers.json: what each command answers, as JSON Schema, from the types that the
 * commands themselves have. To be run when a command or what it answers has changed; a test holds the file to what commands really answer.
 */

const root = join(import.meta.dirname, '..')

/** The names by which a file brings in what a list is made of, in the order of the list. */
const partsOf = (file: string): readonly { readonly name: string; readonly original: string; readonly from: string }[] => {
  const text = readFileSync(join(root, file), 'utf8')
  const folder = file.slice('src/'.length, file.lastIndexOf('/'))
  return [...text.matchAll(/^import (type )?\{([^}]*)\} from '(\.[^']+)'/gm)]
    .filter(([, types]) => types === undefined)
    .flatMap(([, , names = '', path = '']) =>
      names
        .split(',')
        .map((n) => n.trim())
        .filter((n) => n !== '' && !n.startsWith('type '))
        .map((n) => {
          const [original = n, name = original] = n.split(/ as /)
          return { name, original, from: `#${new URL(path, `file:///${folder}/`).pathname.slice(1)}` }
        }),
    )
}

/** One type whose properties are the commands, by their names: what `run` promises. */
const typeOf = (): string => {
  const file = 'src/command/list.ts'
  const list = readFileSync(join(root, file), 'utf8')
  const order = [...list.slice(list.indexOf('= [')).matchAll(/^ {2}(\w+),$/gm)].map((m) => m[1] ?? '')
  if (order.length !== commands.length) throw new Error(`${file} lists ${order.length} names for ${commands.length} commands`)
  const imports = partsOf(file).map(({ name, original, from }) => `import type { ${original} as ${name} } from '${from}'`)
  return [
    ...imports,
    "import type { Me } from '#command/views.ts'",
    'type Answer<C> = C extends { run(...given: never[]): Promise<infer O> } ? O : never',
    'export type AnswerOfEachCommand = {',
    ...order.map((name, i) => `  '${commands[i]?.name}': Answer<typeof ${name}>`),
    ...entrances.map((e) => `  '${e.name}': Me`),
    '}',
  ].join('\n')
}

const generate = (): Schema => {
  const file = join(root, 'src', 'answers-of-commands.ts')
  writeFileSync(file, typeOf())
  try {
    const options = { target: 'es2024', module: 'nodenext', moduleResolution: 'nodenext', strict: true, noUncheckedIndexedAccess: true }
    const program = maker.getProgramFromFiles(
      [file],
      { ...options, allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true, types: [] },
      root,
    )
    const made = maker.generateSchema(program, 'AnswerOfEachCommand', { required: true, ref: true, aliasRef: true, ignoreErrors: true })
    if (made === null) throw new Error('the types of the answers could not be read')
    return made as Schema
  } finally {
    rmSync(file)
  }
}

// In one line for each schema: what changed can be seen, and no formatter makes ten thousand lines of it.
const { answers, schemas } = tidied(generate())
const lines = (of: Readonly<Record<string, Schema>>): string =>
  Object.entries(of)
    .map(([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`)
    .join(',\n')
writeFileSync(
  join(root, 'src', 'server', 'answers.json'),
  `{\n  "answers": {\n${lines(answers)}\n  },\n  "schemas": {\n${lines(schemas)}\n  }\n}\n`,
)
