import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'

const page = '/shell/bulletins/$bulletin'

/** The figure that is open, by its number in the address: it can be passed on, and "back" shuts it. */
export const useOpenFigure = () => {
  const { figure } = useSearch({ from: page })
  const navigate = useNavigate({ from: '/bulletins/$bulletin' })
  const close = () => void navigate({ to: '.', search: (old) => ({ ...old, figure: undefined }), replace: true, resetScroll: false })
  return { open: figure ?? null, close }
}

type Props = { readonly figure: number; readonly className: string | undefined; readonly children: ReactNode }

/** Opens a figure's story. A link, because unlike a button it breaks across lines like the words around it. */
export const FigureLink = ({ figure, className, children }: Props) => {
  const { open } = useOpenFigure()
  return (
    <Link
      from="/bulletins/$bulletin"
      to="."
      search={(old) => ({ ...old, figure })}
      resetScroll={false}
      preload={false}
      className={className ?? ''}
      data-open={figure === open}
      activeProps={{}}
    >
      {children}
    </Link>
  )
}
