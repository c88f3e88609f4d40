import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser, openPhone, until } from './driver'
import { type FixtureProgram, makeFixtureProgram } from './fixtures/fixture-program'
import { gate } from './gate'
import { pack } from './pack/pack'
import { servePhone } from './serve'

// Controls: a phone that never complains proves nothing. Each build is broken as a developer could break it.

let browser: Browser
let closeBrowser: () => Promise<void>
let program: FixtureProgram

beforeAll(async () => {
  const launched = await launchBrowser()
  browser = launched.browser
  closeBrowser = launched.close
})

afterAll(() => closeBrowser())

beforeEach(() => {
  program = makeFixtureProgram()
})

afterEach(() => program.remove())

/** Opens the broken program, taps "+" where it got that far, and returns the problems that the phone reports. */
async function problemsInUse(): Promise<string> {
  const server = await servePhone({ dist: program.dist, cloudOrigin: 'http://127.0.0.1:9' })
  const phone = await openPhone({ browser, server, openid: 'o-broken' })
  try {
    const plus = phone.page.getByLabel('加一')
    const complains = async () => (await phone.problems()).length > 0
    await until(async () => (await complains()) || (await plus.isVisible()))
    if (!(await complains())) {
      await plus.tap()
      // What works counts; what does not says so.
      await until(async () => (await complains()) || (await phone.text()).includes('次数 1'))
    }
    return (await phone.problems()).join('\n')
  } finally {
    await phone.close()
    await server.stop()
  }
}

test('the whole build passes', async () => {
  expect(await problemsInUse()).toBe('')
  expect(gate(program.dist).errors).toEqual([])
})

test('a page that is missing', () => {
  rmSync(join(program.dist, 'more/detail/detail.js'))
  expect(() => pack(program.dist)).toThrow('missing more/detail/detail.js')
})

test('a wxss import that is missing', () => {
  appendFileSync(join(program.dist, 'app.wxss'), '@import "./gone.wxss";')
  expect(() => pack(program.dist)).toThrow('wxss @import target not found: gone.wxss (from app.wxss)')
})

test('a framework that some phones run and others do not', () => {
  program.edit('app.json', '"pages"', '"componentFramework": "glass-easel", "pages"')
  expect(() => pack(program.dist)).toThrow('a gray rollout decides')
})

test('a component named by a wrong path', async () => {
  program.edit('app.json', '/button/button"', '/button/buton"')
  expect(await problemsInUse()).toContain('usingComponents["t-button"]')
})

test('a handler that no longer exists', async () => {
  program.edit('pages/home/home.js', 'add(event)', 'added(event)')
  expect(await problemsInUse()).toContain('"add"')
})

test('an event that its component never fires', async () => {
  program.edit('pages/home/home.wxml', 'bindconfirm', 'bindconfirmed')
  expect(await problemsInUse()).toContain('<input> never fires "confirmed"')
})

test('wxs that fails', async () => {
  program.edit('words.wxs', 'text.replace', 'text.missing.replace')
  expect(await problemsInUse()).toContain('replace')
})

test('wxs that cannot be found', async () => {
  rmSync(join(program.dist, 'words.wxs'))
  expect(await problemsInUse()).toContain('wxs not found: words')
})

test('a script that reaches for the DOM', async () => {
  program.edit('pages/home/home.js', 'const { absent, seen }', "document.title = 'x'\nconst { absent, seen }")
  expect(await problemsInUse()).toContain("Cannot set properties of undefined (setting 'title')")
})

test('a throw at launch', async () => {
  program.edit('app.js', 'wx.cloud.init(', 'wx.clod.init(')
  expect(await problemsInUse()).toMatch(/clod|init/)
})

test('a binding in the wrong letters is seen by glass-easel or by WeChat’s own compiler', () => {
  program.edit('pages/home/home.wxml', '<view class="half"></view>', '<view class="half">')
  expect(gate(program.dist).errors.join('\n')).toContain('pages/home/home.wxml')
})

test('wxss that WeChat’s compiler refuses', () => {
  appendFileSync(join(program.dist, 'app.wxss'), '.row { color: red')
  expect(gate(program.dist).errors).not.toEqual([])
})

test('code made from text, which a phone refuses', async () => {
  program.edit('app.js', 'wx.cloud.init(', "new Function('return 1')\n    wx.cloud.init(")
  expect(await problemsInUse()).toContain('new Function is not allowed')
})
