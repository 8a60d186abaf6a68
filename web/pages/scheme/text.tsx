import look from './scheme.module.css'

/** Comments, keys and quoted words of a line of YAML, told apart by colour; words only, no meaning. */
const painted = (line: string) => {
  const comment = /^(.*?)(\s#.*|^#.*)$/.exec(line)
  const [body, note] =
    comment === null || (comment[1] ?? '').split('"').length % 2 === 0 || (comment[1] ?? '').split("'").length % 2 === 0
      ? [line, '']
      : [comment[1] ?? '', comment[2] ?? '']
  const bits = body.split(/([\w.-]+(?=:(?:\s|$)))/)
  return (
    <>
      {bits.map((bit, i) =>
        i % 2 === 1 ? (
          <span key={i} className={look.key}>
            {bit}
          </span>
        ) : (
          bit
        ),
      )}
      {note !== '' && <span className={look.comment}>{note}</span>}
    </>
  )
}

/** A file to read, with line numbers. */
export const Text = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div className={look.text} role="region" aria-label={name} tabIndex={0}>
    <table>
      <tbody>
        {text
          .replace(/\n$/, '')
          .split('\n')
          .map((line, i) => (
            <tr key={i}>
              <td className={look.number} data-line={i + 1} />
              <td className={look.source}>{painted(line)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </div>
)
