// oxlint-disable react/no-array-index-key -- a bar is its month: its place is its identity
/** Months as small bars, the newest in full ink. Purely a hint: the numbers stand in the trend. */
export const Sparkline = ({ values }: { readonly values: readonly string[] }) => {
  const numbers = values.map(Number)
  const most = Math.max(...numbers, 0)
  if (most <= 0 || numbers.length < 2) return null
  const step = Math.min(9, 84 / numbers.length)
  return (
    <svg width={numbers.length * step} height="28" viewBox={`0 0 ${numbers.length * step} 28`} aria-hidden focusable="false">
      {numbers.map((n, i) => {
        const high = Math.max(n > 0 ? 2 : 0.8, (n / most) * 27)
        return (
          <rect
            key={i}
            x={i * step}
            y={28 - high}
            width={Math.max(1.5, step - 2.5)}
            height={high}
            rx="1"
            fill={i === numbers.length - 1 ? '#1d5b61' : '#b9cdc8'}
          />
        )
      })}
    </svg>
  )
}
