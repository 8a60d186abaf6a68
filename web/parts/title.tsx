// oxlint-disable react/no-array-index-key -- a piece of a title has no identity but its place
/** A title in which a short quoted name is not torn apart at the end of a line. */
export const WholeQuotes = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/([“《][^”》]{1,12}[”》])/).map((bit, i) =>
      i % 2 === 1 ? (
        <span key={i} style={{ whiteSpace: 'nowrap' }}>
          {bit}
        </span>
      ) : (
        bit
      ),
    )}
  </>
)
