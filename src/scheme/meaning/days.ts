import { isDay } from '#kit/day.ts'
import { type Node, asked, walk } from '../cel.ts'
import type { Seen } from '../compile.ts'
import { dayWords } from '../day-words.ts'
import { closingDay } from '../stand.ts'
import type { Ground } from './ground.ts'

/* What functions of days are given has to be days: to CEL they are texts like any other. */

export const checkDays = (ground: Ground, seen: Seen): void => {
  for (const node of walk(seen.ast)) {
    if (node.op !== 'call') continue
    const [name, given] = node.args
    dayWords[name]?.takes.forEach((takes, i) => {
      const one = given[i]
      if (takes === 'day' && one !== undefined && !givesDay(seen, one)) tell(ground, seen, one)
    })
  }
}

const tell = (ground: Ground, seen: Seen, node: Node): void => {
  const word = node.input.slice(node.start, node.end)
  ground.tell(
    seen.path,
    'value',
    'S377',
    { zh: `“${word}”不是日期`, en: `“${word}” is no day` },
    {
      zh: `day、${closingDay}（事项）、日期字段、"2012-05-15"，或 day_after(…)、workday_after(…)`,
      en: `day, ${closingDay} (of matters), a field of type date, "2012-05-15", or day_after(…), workday_after(…)`,
    },
    node.start,
  )
}

const givesDay = (seen: Seen, node: Node): boolean => {
  if (node.op === 'value') return typeof node.args === 'string' && isDay(node.args)
  if (node.op === 'id') return named(seen, node.args)
  if (node.op === '.') return named(seen, asked(node) ?? '')
  if (node.op === '?:') return givesDay(seen, node.args[1]) && givesDay(seen, node.args[2])
  return node.op === 'call' && dayWords[node.args[0]]?.gives === 'day'
}

/** A field of each of the forms that has it, or what every record has. */
const named = (seen: Seen, name: string): boolean => {
  const fields = seen.forms.flatMap((f) => f.fields.filter((x) => x.key === name))
  return fields.length > 0 ? fields.every((f) => f.type === 'date') : name === 'day' || name === closingDay
}
