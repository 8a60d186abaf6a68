import type { Misfit } from '#kit/fault.ts'

/** Goes to the first thing that does not fit. */
export const goTo = (misfits: readonly Misfit[]): void => {
  requestAnimationFrame(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-path]')]
    const row = rows.find((r) => misfits.some((m) => m.path === r.dataset['path'] || m.path.startsWith(`${r.dataset['path']}.`)))
    row?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    row?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  })
}
