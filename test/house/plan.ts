/*
 * The plan of the house, as data. A room may open only the rooms named; what is not on the plan is not allowed.
 */

export type Room = {
  readonly name: string
  readonly opens: readonly string[]
  /** No clock, no chance, no disk, no network, no Node and no browser: the same on the server and in a page. */
  readonly quiet: boolean
  /** The libraries a quiet room may use; the other rooms may use whatever package.json lists. */
  readonly libraries: readonly string[]
}

const row = (
  names: readonly string[],
  quiet: boolean,
  before: readonly string[],
  libraries: Readonly<Record<string, readonly string[]>> = {},
): readonly Room[] => names.map((name, i) => ({ name, quiet, opens: [...before, ...names.slice(0, i)], libraries: libraries[name] ?? [] }))

const quietNames = ['kit', 'scheme', 'register', 'record', 'figure', 'appraise', 'bulletin', 'simulate', 'access', 'command'] as const

const quietRooms = row(quietNames, true, [], {
  kit: ['decimal.js', 'zod'],
  scheme: ['@marcbachmann/cel-js', 'yaml', 'zod'],
  register: ['zod'],
  record: ['zod'],
  bulletin: ['@marcbachmann/cel-js', 'markdown-it', 'zod'],
  simulate: ['yaml', 'zod'],
  command: ['zod'],
})

const nodeRooms = row(['document', 'sheet', 'store', 'server', 'cli'], false, quietNames)

/** In the order of the story. `web` opens quiet rooms only; `test` looks at everything. */
export const rooms: readonly Room[] = [
  ...quietRooms,
  ...nodeRooms,
  { name: 'web', opens: quietNames, quiet: false, libraries: [] },
  { name: 'test', opens: [...quietNames, ...nodeRooms.map((r) => r.name), 'web'], quiet: false, libraries: [] },
]

export const roomNamed = (name: string): Room | undefined => rooms.find((r) => r.name === name)

/** Names for things that have no name: where such a file stands, a room has not been thought through. */
export const namelessFiles = /(^|[/.-])(utils?|helpers?|commons?|misc|stuff|tools?)([./-]|$)/

export const longestFile = 300
export const longestFunction = 40
/** Markup is laid out with one attribute to a line. */
export const longestComponent = 70
