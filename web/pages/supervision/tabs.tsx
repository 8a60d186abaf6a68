import { Link } from '@tanstack/react-router'
import { useWords } from '#web/say/words.ts'
import look from './supervision.module.css'
import { supervisionWords } from './words.ts'

const stops = [
  { to: '/supervision', word: 'screen' },
  { to: '/supervision/notices', word: 'notices' },
  { to: '/supervision/flags', word: 'flags' },
  { to: '/supervision/digest', word: 'digest' },
] as const

/** The pages that belong together, one step apart. */
export const SupervisionTabs = () => {
  const w = useWords(supervisionWords)
  return (
    <nav className={look.tabs} aria-label={w('parts')}>
      {stops.map(({ to, word }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/supervision', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {w(word)}
        </Link>
      ))}
    </nav>
  )
}
