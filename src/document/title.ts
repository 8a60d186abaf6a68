/** Characters of 22 pt that fit in 156 mm. */
const fits = 20

/** Good to break after, the rest may be inside a word we cannot know. */
const after = new Set('的和与、，”》')
const cannotBegin = new Set('、，。”》）')
const cannotEnd = new Set('“《（')

/**
 * A long title in lines of nearly equal length, the upper not shorter than the lower, broken after 的, 和, ” … where one
 * is near: the standard wants it balanced and no word torn. Short ones and ones with their own breaks stay.
 */
export const titleLines = (title: string): readonly string[] => {
  if (title.length <= fits || title.includes('\n') || !/[\u4e00-\u9fff]/.test(title)) return title.split('\n')
  const lines = Math.ceil(title.length / fits)
  const ideal = Math.ceil(title.length / lines)
  const at = best(title, ideal)
  return [title.slice(0, at), ...titleLines(title.slice(at))]
}

const best = (title: string, ideal: number): number => {
  let found = ideal
  let least = Number.POSITIVE_INFINITY
  for (let at = Math.max(1, ideal - 4); at <= Math.min(fits, ideal + 4, title.length - 1); at++) {
    const [before = '', next = ''] = [title[at - 1], title[at]]
    if (cannotBegin.has(next) || cannotEnd.has(before)) continue
    const cost = Math.abs(at - ideal) * (at < ideal ? 1.5 : 1) - (after.has(before) ? 6 : 0)
    if (cost < least) [least, found] = [cost, at]
  }
  return found
}
