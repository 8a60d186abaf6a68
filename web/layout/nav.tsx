import {
  AimOutlined,
  AlertOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  ContainerOutlined,
  EnvironmentOutlined,
  FileDoneOutlined,
  FlagOutlined,
  FormOutlined,
  HourglassOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '#web/api/scope.ts'
import { useWords } from '#web/say/words.ts'
import { opensTo } from './doors.ts'
import look from './shell.module.css'
import { shellWords } from './words.ts'

type Stop = {
  readonly to: string
  readonly word: keyof typeof shellWords
  readonly icon: ReactNode
  /** Work for a desk: on the phone it stands in the drawer. */
  readonly desk?: true
}

const work: readonly Stop[] = [
  { to: '/', word: 'overview', icon: <BarChartOutlined aria-hidden /> },
  { to: '/quotas', word: 'quotas', icon: <AimOutlined aria-hidden /> },
  { to: '/records', word: 'records', icon: <FormOutlined aria-hidden /> },
  { to: '/matters', word: 'matters', icon: <FileDoneOutlined aria-hidden /> },
  { to: '/bulletins', word: 'bulletins', icon: <ContainerOutlined aria-hidden />, desk: true },
]

const supervision: Stop = { to: '/supervision', word: 'supervision', icon: <AlertOutlined aria-hidden /> }
const ground: readonly Stop[] = [
  { to: '/coverage', word: 'coverage', icon: <EnvironmentOutlined aria-hidden /> },
  { to: '/burden', word: 'burden', icon: <HourglassOutlined aria-hidden /> },
  { to: '/campaigns', word: 'campaigns', icon: <FlagOutlined aria-hidden /> },
  { to: '/register', word: 'register', icon: <BookOutlined aria-hidden /> },
  { to: '/scheme', word: 'scheme', icon: <AuditOutlined aria-hidden /> },
  { to: '/accounts', word: 'accounts', icon: <TeamOutlined aria-hidden /> },
]

/** Of these stops the ones whose page is for whoever is signed in. */
const useOpen = () => {
  const me = useMe()
  return (stops: readonly Stop[]): readonly Stop[] => stops.filter((stop) => opensTo(me, stop.to))
}

const StopLink = ({ stop, onGo }: { readonly stop: Stop; readonly onGo?: (() => void) | undefined }) => {
  const w = useWords(shellWords)
  return (
    <Link
      to={stop.to}
      activeOptions={{ exact: stop.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      {...(onGo ? { onClick: onGo } : {})}
    >
      {stop.icon}
      <span>{w(stop.word)}</span>
    </Link>
  )
}

/** Where one can go. */
export const Nav = () => {
  const w = useWords(shellWords)
  const open = useOpen()
  return (
    <nav className={look.nav} aria-label={w('mainNav')}>
      {open([...work, supervision]).map((stop) => (
        <StopLink key={stop.to} stop={stop} />
      ))}
      <div className={look.rule} />
      {open(ground).map((stop) => (
        <StopLink key={stop.to} stop={stop} />
      ))}
    </nav>
  )
}

/** The phone's bottom row: the four that are used in the field, and a drawer for the rest. */
export const PhoneTabs = ({ more }: { readonly more: ReactNode }) => {
  const w = useWords(shellWords)
  return (
    <nav className={look.tabs} aria-label={w('mainNav')}>
      {work
        .filter((stop) => stop.desk !== true)
        .map((stop) => (
          <StopLink key={stop.to} stop={stop} />
        ))}
      {more}
    </nav>
  )
}

/** What stands in the phone's drawer. */
export const MoreStops = ({ onGo }: { readonly onGo: () => void }) => {
  const open = useOpen()
  return (
    <nav className={look.nav}>
      {open([supervision, ...work.filter((stop) => stop.desk === true), ...ground]).map((stop) => (
        <StopLink key={stop.to} stop={stop} onGo={onGo} />
      ))}
    </nav>
  )
}
