import type { Id } from '#kit/id.ts'

/*
 * Chance that comes in by the door: the same seed gives the same throws everywhere and for ever, so simulated field
 * work can be made again byte by byte. sfc32 (public domain) over a 128-bit state hashed from the seed.
 */
export type Dice = {
  /** 0 ≤ n < 1 */
  next(): number
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  chance(p: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the pairs' first halves, by the weights in the second. */
  weighted<T>(pairs: readonly (readonly [T, number])[]): T
  /** Some different members, in random order; all of them when there are fewer. */
  some<T>(list: readonly T[], n: number): T[]
  shuffled<T>(list: readonly T[]): T[]
  /** Bell-shaped, mean 0, deviation 1. */
  bell(): number
  /** Dice of their own, so that one part throwing more often moves nothing elsewhere. */
  fork(label: string): Dice
  /** A UUIDv7 of that instant (milliseconds). */
  id<Of extends string>(instant: number): Id<Of>
}

export const dice = (seed: string): Dice => {
  const draw = generator(seed)
  const next = (): number => draw() / 4_294_967_296
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(list: readonly T[]): T => {
    const one = list[int(0, list.length - 1)]
    if (one === undefined) throw new RangeError('nothing to pick from')
    return one
  }
  const some = <T>(list: readonly T[], n: number): T[] => {
    const pool = [...list]
    const taken = Math.min(n, pool.length)
    for (let i = 0; i < taken; i++) swap(pool, i, int(i, pool.length - 1))
    return pool.slice(0, taken)
  }
  return {
    next,
    int,
    pick,
    some,
    chance: (p) => next() < p,
    weighted: (pairs) => byWeight(pairs, next()),
    shuffled: (list) => some(list, list.length),
    bell: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (label) => dice(`${seed}/${label}`),
    id: (instant) => uuid7(instant, draw),
  }
}

const swap = <T>(list: T[], a: number, b: number): void => {
  const kept = list[a] as T
  list[a] = list[b] as T
  list[b] = kept
}

const byWeight = <T>(pairs: readonly (readonly [T, number])[], at: number): T => {
  let left = at * pairs.reduce((sum, [, w]) => sum + w, 0)
  for (const [one, weight] of pairs) {
    left -= weight
    if (left < 0) return one
  }
  const last = pairs[pairs.length - 1]
  if (last === undefined) throw new RangeError('nothing to pick from')
  return last[0]
}

const generator = (seed: string): (() => number) => {
  let [a, b, c, d] = hash(seed)
  const draw = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) draw()
  return draw
}

/** cyrb128: four 32-bit words of a string. */
const hash = (text: string): [number, number, number, number] => {
  let [p, q, r, s] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    p = q ^ Math.imul(p ^ k, 597399067)
    q = r ^ Math.imul(q ^ k, 2869860233)
    r = s ^ Math.imul(r ^ k, 951274213)
    s = p ^ Math.imul(s ^ k, 2716044179)
  }
  return [(p ^ q) | 0, (q ^ r) | 0, (r ^ s) | 0, (s ^ p) | 0]
}

const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0').slice(-width)

const uuid7 = <Of extends string>(instant: number, draw: () => number): Id<Of> => {
  const time = hex(instant, 12)
  const variant = hex(0x8000 | (draw() & 0x3fff), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(draw(), 3)}-${variant}-${hex(draw(), 8)}${hex(draw(), 4)}` as Id<Of>
}
