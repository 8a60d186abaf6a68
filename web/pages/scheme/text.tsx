import look from './scheme.module.css'

/** The comment at the end of a line, unless its sign stands between quotes. */
const split = (line: string): readonly [string, string] => {
  const [, body = line, note = ''] = /^(.*?)(\s#.*|^#.*)$/.exec(line) ?? []
  const quoted = ['"', "'"].some((mark) => body.split(mark).length % 2 === 0)
  return quoted ? [line, ''] : [body, note]
}

/** Keys and comments of a line of YAML told apart by colour; colour only, no meaning. */
const Line = ({ text }: { readonly text: string }) => {
  const [body, note] = split(text)
  const [, lead = '', key = '', rest = body] = /^([\s-]*)([\w.-]+(?=:(?:\s|$)))(.*)$/.exec(body) ?? []
  return (
    <span className={look.source}>
      {lead}
      {key !== '' && <span className={look.key}>{key}</span>}
      {rest}
      {note !== '' && <span className={look.comment}>{note}</span>}
    </span>
  )
}

/** A file to read, with line numbers. */
export const Text = ({ name, text }: { readonly name: string; readonly text: string }) => {
  const lines = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, i) => ({ n: i + 1, line }))
  return (
    <section className={look.text} aria-label={name}>
      {lines.map(({ n, line }) => (
        <div key={n} className={look.textLine}>
          <span className={look.number} data-line={n} />
          <Line text={line} />
        </div>
      ))}
    </section>
  )
}
