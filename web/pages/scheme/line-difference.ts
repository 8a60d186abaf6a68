/** How many lines came and how many went, by counting equal lines; enough to see that a revision is what was meant. */
export const lineDifference = (before: string, after: string): { readonly plus: number; readonly minus: number } => {
  const left = new Map<string, number>()
  for (const line of before.split('\n')) left.set(line, (left.get(line) ?? 0) + 1)
  let plus = 0
  for (const line of after.split('\n')) {
    const n = left.get(line) ?? 0
    if (n === 0) plus += 1
    else left.set(line, n - 1)
  }
  return { plus, minus: [...left.values()].reduce((sum, n) => sum + n, 0) }
}
