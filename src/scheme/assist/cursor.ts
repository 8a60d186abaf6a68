import type { Path } from '../source.ts'

/*
 * Where in a scheme's YAML the cursor stands while the text is being written and need not be YAML yet: found from the text
 * before it alone, by indentation and brackets. Knows as much of YAML as schemes use.
 */

/**
 * `key`: a key of the map at `path` is being typed. `value`: the value at `path`. `item`: the list item at `path`, which may
 * also become a map. `text`: inside a block of text. `typed` is what stands there so far, beginning at offset `from`.
 */
export type Stand = {
  readonly on: 'key' | 'value' | 'item' | 'text'
  readonly path: Path
  readonly typed: string
  readonly from: number
  /** Keys of the same map that stand before. */
  readonly before: readonly string[]
  /** Between brackets, where everything stays on the line. */
  readonly flow: boolean
  /** Column (from 0) at which keys of this map begin. */
  readonly indent: number
}

/** null in a comment. */
export const standAt = (source: string, offset: number): Stand | null => {
  const walk = new Walk()
  const lines = source.slice(0, offset).split('\n')
  let start = 0
  for (const [i, line] of lines.entries()) {
    if (i === lines.length - 1) return walk.last(line, start)
    walk.line(line, start)
    start += line.length + 1
  }
  return null
}

type Frame = {
  readonly is: 'map' | 'list'
  readonly flow: boolean
  readonly indent: number
  key: string | null
  index: number
  keys: string[]
}
/** Where a value begins. */
type Begun = { readonly on: 'key' | 'value' | 'item' | 'comment'; readonly from: number }

const indentOf = (line: string): number => line.length - line.trimStart().length
const keyPattern = /^("[^"]*"|'[^']*'|[^\s#:{}[\],&*!|>'"%@`][^:#{}[\],]*?)\s*:(?:\s+|$)/
const bare = (word: string): string => word.trim().replace(/^(["'])(.*)\1$/, '$2')

class Walk {
  private readonly frames: Frame[] = []
  /** Indentation of the key whose text stands below it. */
  private block: number | null = null
  private quote: string | null = null
  /** Offset at which the present word of a flow begins. */
  private word = 0
  private seen: Begun = { on: 'key', from: 0 }

  line(line: string, start: number): void {
    if (this.block !== null && (line.trim() === '' || indentOf(line) > this.block)) return
    this.block = null
    if (this.quote !== null || this.top()?.flow === true) return this.flow(line, start, 0)
    if (line.trim() === '' || /^\s*#|^---/.test(line)) return
    this.content(line, start, this.dashes(line))
  }

  last(line: string, start: number): Stand | null {
    if (this.block !== null && (line.trim() === '' || indentOf(line) > this.block)) return this.stand('text', line, start, 0)
    this.block = null
    if (this.quote !== null || this.top()?.flow === true) this.flow(line, start, 0)
    else {
      this.seen = { on: 'key', from: start + indentOf(line) }
      this.content(line, start, this.dashes(line))
    }
    if (this.seen.on === 'comment') return null
    return this.block !== null ? null : this.stand(this.top()?.flow === true ? this.inFlow() : this.seen.on, line, start, this.begun(start))
  }

  private begun(start: number): number {
    return (this.top()?.flow === true ? this.word : this.seen.from) - start
  }

  private inFlow(): 'key' | 'value' | 'item' {
    const top = this.top()
    return top?.is === 'list' ? 'item' : top?.key === null ? 'key' : 'value'
  }

  private stand(on: Stand['on'], line: string, start: number, begun: number): Stand {
    const top = this.top()
    const inside = on === 'key' && !(top?.is === 'map' && (top.flow || top.indent === begun))
    // A map that is only just begun below its key, or in an item.
    const path = on === 'key' && !inside ? this.path(this.frames.slice(0, -1)) : this.path(this.frames)
    const from = Math.max(0, begun) + leading(line.slice(Math.max(0, begun)))
    return {
      on,
      path,
      typed: line.slice(from),
      from: start + from,
      before: inside || top?.is !== 'map' ? [] : top.keys,
      flow: top?.flow === true,
      indent: from,
    }
  }

  private path(frames: readonly Frame[]): Path {
    return frames.map((f) => (f.is === 'map' ? (f.key ?? '') : f.index))
  }

  private top(): Frame | undefined {
    return this.frames.at(-1)
  }

  /** Closes what the indentation ends, opens a list for each dash; the column of what follows. */
  private dashes(line: string): number {
    let at = indentOf(line)
    this.leave(at)
    for (let item = /^-(\s+|$)/.exec(line.slice(at)); item !== null; item = /^-(\s+|$)/.exec(line.slice(at))) {
      const top = this.top()
      if (top?.is === 'list' && top.indent === at) top.index++
      else this.frames.push({ is: 'list', flow: false, indent: at, key: null, index: 0, keys: [] })
      at += item[0].length
    }
    const top = this.top()
    if (top?.is === 'list' && top.indent === at && at === indentOf(line)) this.frames.pop()
    return at
  }

  private leave(indent: number): void {
    while ((this.top()?.indent ?? -1) > indent) this.frames.pop()
  }

  private content(line: string, start: number, at: number): void {
    const rest = line.slice(at)
    const inItem = /^\s*-\s/.test(line) && this.top()?.is === 'list'
    if (rest.startsWith('#')) return void (this.seen = { on: 'comment', from: start + at })
    this.seen = { on: inItem ? 'item' : 'key', from: start + at }
    const key = keyPattern.exec(rest)
    if (key === null) return this.value(line, start, at)
    const top = this.top()
    const word = bare(key[1] ?? '')
    if (top?.is === 'map' && top.indent === at) Object.assign(top, { key: word, keys: [...top.keys, word] })
    else this.frames.push({ is: 'map', flow: false, indent: at, key: word, index: 0, keys: [word] })
    const from = at + key[0].length
    this.seen = { on: 'value', from: start + from }
    this.value(line, start, from)
    if (/^[|>][-+0-9]*\s*(#.*)?$/.test(line.slice(from))) this.block = at
  }

  /** Goes into brackets and quotes; a plain word ends with its line, or where a comment begins. */
  private value(line: string, start: number, at: number): void {
    const rest = line.slice(at).replace(/^&\S+\s+/, '')
    const from = line.length - rest.length
    this.word = start + from
    if (/^[{["']/.test(rest)) this.flow(line, start, from)
    else if (/(^|\s)#/.test(rest)) this.seen = { on: 'comment', from: start + at }
  }

  private flow(line: string, start: number, from: number): void {
    for (let i = from; i < line.length; i++) {
      const c = line[i] ?? ''
      if (this.quote !== null) {
        if (c === '\\' && this.quote === '"') i++
        else if (c === this.quote) this.quote = null
      } else if ((c === '"' || c === "'") && line.slice(Math.max(0, this.word - start), i).trim() === '') this.quote = c
      else if (c === '#' && /\s/.test(line[i - 1] ?? ' ')) return void (this.seen = { on: 'comment', from: start + i })
      else this.sign(c, line, start, i)
    }
  }

  private sign(c: string, line: string, start: number, i: number): void {
    const top = this.top()
    const isFlow = top?.flow === true
    if (c === '{' || c === '[') {
      this.frames.push({ is: c === '{' ? 'map' : 'list', flow: true, indent: -1, key: null, index: 0, keys: [] })
    } else if (!isFlow) return
    else if (c === '}' || c === ']') this.frames.pop()
    else if (c === ',') {
      top.index++
      top.key = null
    } else if (c === ':' && top.is === 'map' && top.key === null && /\s|^$/.test(line[i + 1] ?? '')) {
      const word = bare(line.slice(Math.max(0, this.word - start), i))
      Object.assign(top, { key: word, keys: [...top.keys, word] })
    } else return
    this.word = start + i + 1
  }
}

const leading = (text: string): number => text.length - text.trimStart().length
