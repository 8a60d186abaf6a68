/** What a row may hold: never an object, whose text nobody means. */
type Value = string | number | boolean | null | undefined

/**
 * Many rows as one parameter per column: `unnest($3::uuid[], $4::int[]) as x(record_id, version)`. Cheaper for the
 * database than rows as JSON, and planned as a few rows rather than as a table of unknown size.
 * @param first number of the first parameter
 */
export const columns = <T extends Readonly<Record<string, string>>>(
  first: number,
  types: T,
  rows: readonly Readonly<Record<keyof T, Value>>[],
): { readonly from: string; readonly names: string; readonly values: readonly string[] } => {
  const names = Object.keys(types)
  const parameters = names.map((name, i) => `$${first + i}::${types[name]}[]`)
  return {
    from: `unnest(${parameters.join(', ')}) as x(${names.join(', ')})`,
    names: names.join(', '),
    values: names.map((name) => {
      const element = types[name] === 'text' ? quoted : bare
      return `{${rows.map((row) => element(row[name])).join(',')}}`
    }),
  }
}

/** Numbers, days, ids and truth values hold nothing that means something in the text of an array. */
const bare = (value: Value): string => String(value ?? 'NULL')

const quoted = (value: Value): string => (value === null || value === undefined ? 'NULL' : `"${String(value).replace(/[\\"]/g, '\\$&')}"`)
