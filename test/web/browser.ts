import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { newLink } from '#store/entrance.ts'
import { chromium } from '../chromium.ts'
import { type Fresh, clusters, freshDatabase } from '../cluster.ts'
import { type Client, type TestHouse, openHouse } from '../server/house.ts'

/*
 * Browser journeys: a real house on a real database, seen through Chromium.
 *
 *   journeys((open) => {
 *     test('…', async () => {
 *       const { house, page, as } = await open()          // a fresh tenant of its own
 *       await as(house.admin)                             // signed in without the form
 *       await page.goto('/')
 *
 * A journey fails on any error of the page itself, even where every assertion holds.
 */

const built = process.env['ZOUFANG_WEB'] ?? join(import.meta.dirname, '..', '..', 'dist', 'web')
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export type Journey = {
  readonly house: TestHouse
  readonly page: Page
  /** Takes over this client's session, as if it had signed in here. */
  readonly as: (client: Client) => Promise<void>
  /** A fresh one-time sign-in link for this client's account, as npm start prints it. */
  readonly link: (client: Client) => Promise<string>
}

export type Open = (size?: { readonly width: number; readonly height: number }) => Promise<Journey>

/** Declares the journeys of one file; skipped, with the reason, where they cannot run. */
export const journeys = (declare: (open: Open) => void): void => {
  const program = chromium()
  const cluster = clusters()[0]
  if (program === undefined)
    return void test('browser journeys', { skip: 'no Chromium here: install it or set ZOUFANG_CHROMIUM' }, () => undefined)
  if (!existsSync(join(built, 'index.html')))
    return void test('browser journeys', { skip: 'the web is not built: npm test builds it' }, () => undefined)
  if (cluster === undefined) return void test('browser journeys', { skip: 'no PostgreSQL here' }, () => undefined)
  const profile = mkdtempSync(join(tmpdir(), 'zoufang-journey-'))
  const faults: string[] = []
  const open: { house: TestHouse; db: Fresh }[] = []
  let browser: BrowserContext | undefined
  before(async () => {
    browser = await playwright.launchPersistentContext(profile, {
      executablePath: program,
      headless: true,
      args: flags,
      reducedMotion: 'reduce',
    })
  })
  after(async () => {
    await browser?.close()
    for (const { house, db } of open) {
      await house.close()
      await db.drop()
    }
    rmSync(profile, { recursive: true, force: true })
    assert.deepEqual(faults, [], 'errors of the page itself')
  })
  declare(async (size = desk) => {
    if (browser === undefined) throw new Error('no browser')
    const db = await freshDatabase(cluster)
    const house = await openHouse(db, { web: built })
    open.push({ house, db })
    return {
      house,
      page: await newPage(browser, house, size, faults),
      as: (client) => takeOver(browser, house, client),
      link: async (client) => `/#/sign-in/${await newLink(db.pool, house.tenant, client.me.account)}`,
    }
  })
}

const newPage = async (
  browser: BrowserContext,
  house: TestHouse,
  size: { width: number; height: number },
  faults: string[],
): Promise<Page> => {
  await browser.clearCookies()
  const page = await browser.newPage()
  await page.setViewportSize(size)
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => faults.push(error.message))
  // a refusal by the house is no fault of the page: Chromium logs it as an error all the same
  page.on(
    'console',
    (said) => void (said.type() === 'error' && !said.text().startsWith('Failed to load resource') && faults.push(said.text())),
  )
  await page.goto(`${house.url}/sign-in`)
  await page.evaluate(() => localStorage.clear())
  const goto = page.goto.bind(page)
  page.goto = (path, options) => goto(new URL(path, house.url).href, options)
  return page
}

const takeOver = async (browser: BrowserContext | undefined, house: TestHouse, client: Client): Promise<void> => {
  await browser?.addCookies([{ name: 'zoufang', value: client.token, url: house.url, httpOnly: true, sameSite: 'Lax' }])
}
