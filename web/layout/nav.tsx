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
import { useHolds } from '#web/api/scope.ts'
import { useWords } from '#web/say/words.ts'
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

/** What visits and forms ask of people; for those who look after units. */
const burden: Stop = { to: '/burden', word: 'burden', icon: <HourglassOutlined aria-hidden /> }
const ground: readonly Stop[] = [
  { to: '/coverage', word: 'coverage', icon: <EnvironmentOutlined aria-hidden /> },
  burden,
  { to: '/campaigns', word: 'campaigns', icon: <FlagOutlined aria-hidden /> },
  { to: '/register', word: 'register', icon: <BookOutlined aria-hidden /> },
  { to: '/scheme', word: 'scheme', icon: <AuditOutlined aria-hidden /> },
]

const groundFor = (oversees: boolean): readonly Stop[] => ground.filter((stop) => oversees || stop !== burden)

/** Lights, notices, flags and the digest; for those who look after units. */
const supervision: Stop = { to: '/supervision', word: 'supervision', icon: <AlertOutlined aria-hidden /> }
const accounts: Stop = { to: '/accounts', word: 'accounts', icon: <TeamOutlined aria-hidden /> }

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

/** Where one can go; accounts are an administrator's. */
export const Nav = () => {
  const w = useWords(shellWords)
  const administers = useHolds()
  const oversees = useHolds('office', 'liaison')
  return (
    <nav className={look.nav} aria-label={w('mainNav')}>
      {work.map((stop) => (
        <StopLink key={stop.to} stop={stop} />
      ))}
      {oversees && <StopLink stop={supervision} />}
      <div className={look.rule} />
      {groundFor(oversees).map((stop) => (
        <StopLink key={stop.to} stop={stop} />
      ))}
      {administers && <StopLink stop={accounts} />}
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
  const administers = useHolds()
  const oversees = useHolds('office', 'liaison')
  return (
    <nav className={look.nav}>
      {oversees && <StopLink stop={supervision} onGo={onGo} />}
      {[...work.filter((stop) => stop.desk === true), ...groundFor(oversees)].map((stop) => (
        <StopLink key={stop.to} stop={stop} onGo={onGo} />
      ))}
      {administers && <StopLink stop={accounts} onGo={onGo} />}
    </nav>
  )
}
