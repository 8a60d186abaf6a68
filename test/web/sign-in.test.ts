import assert from 'node:assert/strict'
import { test } from 'node:test'
import { journeys } from './browser.ts'
import { city } from './world.ts'

journeys((open) => {
  test('the one-time link opens the house, sets the first password, and works only once', async () => {
    const { house, page, link } = await open()
    const address = await link(house.admin)
    await page.goto(address)
    await page.getByRole('heading', { name: '设置您的密码' }).waitFor()
    assert.ok(!page.url().includes(address.slice(12)), 'the token has left the address')
    await page.getByLabel('新密码').fill('早上去东荡村走访')
    await page.getByLabel('再输一次').fill('早上去东荡村走访')
    await page.getByRole('button', { name: '保存并进入' }).click()
    await page.getByRole('heading', { name: '总览' }).waitFor()
    await page.getByText('还没有活动').waitFor()

    await page
      .getByRole('button', { name: /我的账号/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '请登录' }).waitFor()
    await page.goto('/')
    await page.getByRole('heading', { name: '请登录' }).waitFor()

    await page.goto(address)
    await page.getByText('401.3').waitFor()
  })

  test('a wrong password is refused with its number; the right one leads back to where one wanted to go', async () => {
    const { house, page } = await open()
    await city(house)
    await house.admin.does('session.password', { password: '早上去东荡村走访' })
    await page.goto('/bulletins')
    await page.getByLabel('账号').fill(house.admin.me.login)
    await page.getByLabel('密码').fill('一个错的密码啊')
    await page.getByRole('button', { name: /登\s*录/ }).click()
    await page.getByText('账号或密码不正确').waitFor()
    await page.getByText('401.2').waitFor()
    await page.getByLabel('密码').fill('早上去东荡村走访')
    await page.getByRole('button', { name: /登\s*录/ }).click()
    await page.getByRole('heading', { name: '通报', exact: true }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/bulletins')
  })

  test('language and type size are one press away and stay after a reload', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Please sign in' }).waitFor()
    await page.getByRole('button', { name: 'Larger type' }).click()
    await page.reload()
    await page.getByRole('heading', { name: 'Please sign in' }).waitFor()
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en')
    assert.equal(await page.evaluate('getComputedStyle(document.body).fontSize'), '17px')
  })
})
