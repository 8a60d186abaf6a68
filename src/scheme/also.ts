import type { Node } from './cel.ts'
import type { CompiledAlso, Program } from './compiled.ts'
import type { Checked, Expressions } from './expression.ts'
import type { ActivityKind, MatterKind } from './shape.ts'

type Read = <T>(path: readonly (string | number)[], result: Checked<T>) => Program<T>

/** What a form's records count for in other campaigns. `names`: what expressions see of a record of the form. */
export const compileAlso = (
  path: readonly (string | number)[],
  form: ActivityKind | MatterKind,
  names: Expressions,
  read: Read,
): readonly CompiledAlso[] =>
  form.also.map((also, i) => {
    const at = [...path, 'also', i]
    return {
      campaign: also.campaign,
      as: also.as,
      when: also.when === undefined ? null : read([...at, 'when'], names.bool(also.when)),
      fields: Object.entries(also.fields).map(([key, source]) => {
        const result = names.value(source)
        return {
          key,
          gives: result.ok ? givenBy(result.ast) : null,
          field: result.ok && result.ast.op === 'id' ? result.ast.args : null,
          value: read([...at, 'fields', key], result),
        }
      }),
    }
  })

const givenBy = (ast: Node): CompiledAlso['fields'][number]['gives'] => {
  switch (ast.checkedType?.name) {
    case 'int':
    case 'decimal':
      return 'number'
    case 'string':
      return 'text'
    case 'bool':
      return 'yes or no'
    case undefined:
    case 'dyn':
      return null
    default: // the only lists an expression can give here
      return 'texts'
  }
}
