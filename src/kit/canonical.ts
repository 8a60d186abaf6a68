/** JSON with the keys of every object in order and what is undefined left out: equal values give equal text. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_key, v: unknown) => (isPlain(v) ? sorted(v) : v)) ?? 'null'

const isPlain = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)

const sorted = (v: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
