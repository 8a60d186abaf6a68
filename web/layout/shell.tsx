import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useMe } from '#web/api/scope.ts'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { opensTo } from './doors.ts'
import { NotYours } from './lost.tsx'
import { MoreStops, Nav, PhoneTabs } from './nav.tsx'
import { CampaignPicker, OrgPicker } from './scope-pickers.tsx'
import look from './shell.module.css'
import { LanguageSwitch, TypeSwitch } from './switches.tsx'
import { UserMenu } from './user.tsx'
import { shellWords } from './words.ts'

const Rail = () => {
  const c = useWords(commonWords)
  return (
    <aside className={look.rail}>
      <Link to="/" className={look.brand}>
        <img src="/seal.svg" alt="" />
        <span className={look.brandName}>{c('product')}</span>
      </Link>
      <Nav />
      <div className={look.foot}>
        <UserMenu />
      </div>
    </aside>
  )
}

const ScopeBar = () => (
  <header className={look.bar}>
    <img src="/seal.svg" alt="" className={`${look.phoneOnly} ${look.barMark}`} />
    <CampaignPicker />
    <span className={`${look.divider} ${look.deskOnly}`} aria-hidden />
    <span className={look.deskOnly}>
      <OrgPicker className={look.orgPicker} />
    </span>
    <span className={`${look.grow} ${look.deskOnly}`} />
    <span className={look.switches}>
      <span className={look.deskOnly}>
        <TypeSwitch />
      </span>
      <span className={look.deskOnly}>
        <LanguageSwitch />
      </span>
    </span>
  </header>
)

/** The phone's drawer: scope, the other pages, type size, account. */
const MoreSheet = ({ open, close }: { readonly open: boolean; readonly close: () => void }) => {
  const w = useWords(shellWords)
  return (
    <Drawer open={open} onClose={close} placement="bottom" size="auto" title={w('more')}>
      <div className={look.sheetGroup}>
        <span className={look.sheetLabel}>{w('org')}</span>
        <OrgPicker />
      </div>
      <div className={look.sheetGroup}>
        <MoreStops onGo={close} />
      </div>
      <div className={look.switches}>
        <TypeSwitch />
        <LanguageSwitch />
      </div>
      <UserMenu />
    </Drawer>
  )
}

/** The page of the address, if it is one for whoever is signed in. */
const Page = () => {
  const me = useMe()
  const path = useLocation({ select: (at) => at.pathname })
  return opensTo(me, path) ? <Outlet /> : <NotYours />
}

/** The office: rail and scope on the desk, a bottom row on the phone, and the page between. */
export const Shell = () => {
  const w = useWords(shellWords)
  const [more, setMore] = useState(false)
  return (
    <div className={look.shell}>
      <a
        className={look.skip}
        href="#content"
        onClick={(e) => {
          e.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {w('skip')}
      </a>
      <Rail />
      <div className={look.main}>
        <ScopeBar />
        <main id="content" className={look.content} tabIndex={-1}>
          <Page />
        </main>
      </div>
      <PhoneTabs
        more={
          <button type="button" className="bare" aria-expanded={more} onClick={() => setMore(true)}>
            <MenuOutlined aria-hidden />
            <span>{w('more')}</span>
          </button>
        }
      />
      <MoreSheet open={more} close={() => setMore(false)} />
    </div>
  )
}
