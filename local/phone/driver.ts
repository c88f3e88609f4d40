import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './find-browser'
import type { Found, Wanted } from './runtime/visible-text'
import type { PhoneServer, PhoneUrlOptions } from './serve'

export type Target = string | { role: string; name?: string } | { label: string }

export interface LaunchOptions {
  page?: string
  scene?: number
  query?: Record<string, string>
}

export interface Phone {
  page: Page
  /** Opens a page as `reLaunch` does. */
  openPath(path: string): Promise<void>
  /** Touches visible text, a label or a role on the top page or layer, scrolled into view; waits up to 8 s. */
  tap(target: Target): Promise<void>
  type(labelOrPlaceholder: string, text: string): Promise<void>
  /** Chooses a day (`2022-07-04`) with the wheel that a tap on these words opens. */
  pickDay(words: string, day: string): Promise<void>
  /** What `wx.scanCode` will answer next. */
  scan(content: string): Promise<void>
  /** What the next choice of files or pictures will find. */
  choose(files: { name: string; path: string }[]): Promise<void>
  see(text: string | RegExp, timeoutMs?: number): Promise<void>
  absent(text: string): Promise<void>
  text(): Promise<string>
  shot(file: string): Promise<void>
  stack(): Promise<string[]>
  setOffline(off: boolean): Promise<void>
  /** Ends the program without a word to it; what it stored survives. */
  kill(): Promise<void>
  relaunch(options?: LaunchOptions): Promise<void>
  hide(): Promise<void>
  show(): Promise<void>
  calls(): Promise<{ name: string; data?: unknown }[]>
  setDataStats(): Promise<{ count: number; bytes: number; max: number }>
  nodes(): Promise<number>
  problems(): Promise<string[]>
  assertHealthy(): Promise<void>
  /** The number that the phone offers when a program asks for it. */
  setPhoneNumber(number: string): Promise<void>
  setFontSize(sizePx: number): Promise<void>
  setTheme(theme: 'light' | 'dark'): Promise<void>
  /** The picture last saved to the album, as a data URL; null when there is none. */
  savedPicture(): Promise<string | null>
  /** The document that the program opened last, null where it opened none. */
  openedDocument(): Promise<{ name: string; base64: string } | null>
  close(): Promise<void>
}

export interface OpenPhoneOptions extends LaunchOptions {
  browser: Browser
  server: PhoneServer
  openid: string
  fontSize?: number
  theme?: 'light' | 'dark'
}

const PATIENCE_MS = 8000
const POLL_MS = 60
/** A press shows for a moment, and a screen that has just moved is not touched by a person either. */
const SETTLE_MS = 40
/** How long exact words are waited for when longer ones hold them already. */
const EXACT_WAIT_MS = 400

export async function launchBrowser(): Promise<{ browser: Browser; which: string; close(): Promise<void> }> {
  const { browser, which } = await openBrowser()
  return { browser, which, close: () => browser.close() }
}

export async function openPhone(options: OpenPhoneOptions): Promise<Phone> {
  const { browser, server, openid } = options
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  /** What the runs of the program before the present one left behind. */
  const past: { problems: string[]; calls: { name: string; data?: unknown }[] } = { problems: [], calls: [] }
  page.on('crash', () => past.problems.push('the page crashed'))
  const start = async (launch: LaunchOptions) => {
    const { fontSize, theme } = options
    const wanted: PhoneUrlOptions = { openid, ...launch, frame: true }
    if (fontSize !== undefined) wanted.fontSize = fontSize
    wanted.theme = theme ?? 'light'
    await page.goto(server.url(wanted), { waitUntil: 'load' })
    await page.waitForFunction(() => window.phone?.isReady)
  }
  const end = async () => {
    past.problems.push(...(await page.evaluate(() => window.phone?.problems ?? [])))
    past.calls.push(...(await page.evaluate(() => window.phone?.calls ?? [])))
    await page.goto('about:blank')
  }
  await start(launchOf(options))
  const running = () => page.evaluate(() => 'phone' in window)
  const problems = async () => {
    const now = (await running()) ? await page.evaluate(() => window.phone.problems) : []
    return [...past.problems, ...now]
  }

  return {
    page,
    ...actions(page),
    ...observations(page),
    openPath: (path) => page.evaluate((url) => window.phone.reLaunch(url), path),
    async setOffline(off) {
      if (off) await context.route(`${server.cloudOrigin}/**`, (route) => route.abort('internetdisconnected'))
      else await context.unroute(`${server.cloudOrigin}/**`)
      // The network can also come and go while the program is not running.
      if (await running()) await page.evaluate((offline) => window.phone.setOffline(offline), off)
    },
    kill: end,
    async relaunch(launch = {}) {
      if (await running()) await end()
      await start(launch)
    },
    async calls() {
      const now = (await running()) ? await page.evaluate(() => window.phone.calls) : []
      return [...past.calls, ...now]
    },
    problems,
    async assertHealthy() {
      const found = await problems()
      if (found.length > 0) throw new Error(`The phone reports:\n- ${found.join('\n- ')}`)
    },
    close: () => context.close(),
  }
}

function launchOf({ page, scene, query }: LaunchOptions): LaunchOptions {
  return {
    ...(page === undefined ? {} : { page }),
    ...(scene === undefined ? {} : { scene }),
    ...(query === undefined ? {} : { query }),
  }
}

function wantedOf(target: Target): Wanted {
  return typeof target === 'string' ? { text: target } : target
}

async function findPlace(page: Page, wanted: Wanted): Promise<Found> {
  const deadline = Date.now() + PATIENCE_MS
  const partsUntil = Date.now() + EXACT_WAIT_MS
  let last: Found = { missing: '' }
  while (Date.now() < deadline) {
    last = await page.evaluate((what) => window.phone.findPlace(what), wanted)
    // Words inside other words may only stand there until what says exactly these is drawn.
    if ('place' in last && !(last.isPart && Date.now() < partsUntil)) {
      await wait(SETTLE_MS)
      const again = await page.evaluate((what) => window.phone.findPlace(what), wanted)
      if ('place' in again && again.place.x === last.place.x && again.place.y === last.place.y) return again
    }
    await wait(POLL_MS)
  }
  return last
}

async function touch(page: Page, wanted: Wanted): Promise<void> {
  const found = await findPlace(page, wanted)
  if ('missing' in found) {
    const text = await page.evaluate(() => window.phone.visibleText())
    throw new Error(`${JSON.stringify(wanted)} cannot be tapped: ${found.missing}. The screen says:\n${text}`)
  }
  await page.touchscreen.tap(found.place.x, found.place.y)
  await wait(SETTLE_MS)
}

const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
}

/** What a person does to the phone. */
function actions(page: Page) {
  return {
    tap: (target: Target) => touch(page, wantedOf(target)),
    async type(field: string, text: string) {
      await touch(page, { field })
      if (!(await page.evaluate((name) => window.phone.focusField(name), field)))
        throw new Error(`the field ${field} cannot be typed into`)
      await page.keyboard.press('Backspace')
      await page.keyboard.insertText(text)
      await wait(SETTLE_MS)
    },
    async pickDay(words: string, day: string) {
      await touch(page, { text: words })
      const wheel = page.locator('.phone-sheet input')
      await wheel.fill(day)
      await touch(page, { text: '确定' })
    },
    scan: (content: string) => page.evaluate((code) => window.phone.scan(code), content),
    choose(files: { name: string; path: string }[]) {
      const laidOut = files.map(({ name, path }) => ({
        name,
        type: MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        base64: readFileSync(path).toString('base64'),
      }))
      return page.evaluate((chosen) => window.phone.choose(chosen), laidOut)
    },
    hide: () => page.evaluate(() => window.phone.hide()),
    show: () => page.evaluate(() => window.phone.show()),
    setPhoneNumber: (number: string) => page.evaluate((value) => window.phone.setPhoneNumber(value), number),
    setFontSize: (sizePx: number) => page.evaluate((size) => window.phone.setFontSize(size), sizePx),
    setTheme: (theme: 'light' | 'dark') => page.evaluate((value) => window.phone.setTheme(value), theme),
  }
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ')

/** What a person, or one who counts, sees of it. */
function observations(page: Page) {
  const text = () => page.evaluate(() => window.phone.visibleText())
  const shows = async (wanted: string | RegExp) => {
    const seen = squeeze(await text())
    return typeof wanted === 'string' ? seen.includes(squeeze(wanted)) : wanted.test(seen)
  }
  const until = async (condition: () => Promise<boolean>, timeoutMs: number) => {
    const deadline = Date.now() + timeoutMs
    while (Date.now() < deadline) {
      if (await condition()) return true
      await wait(POLL_MS)
    }
    return condition()
  }
  return {
    text,
    async see(wanted: string | RegExp, timeoutMs = PATIENCE_MS) {
      if (await until(() => shows(wanted), timeoutMs)) return
      throw new Error(`${String(wanted)} was not seen in ${timeoutMs} ms. The screen says:\n${await text()}`)
    },
    async absent(wanted: string) {
      if (await until(async () => !(await shows(wanted)), PATIENCE_MS)) return
      throw new Error(`${wanted} is still seen. The screen says:\n${await text()}`)
    },
    async shot(file: string) {
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await settledAnimations(page)
      await page.screenshot({ path: file, animations: 'allow' })
    },
    stack: () => page.evaluate(() => window.phone.stack()),
    setDataStats: () => page.evaluate(() => window.phone.setDataStats),
    nodes: () => page.evaluate(() => window.phone.nodes()),
    openedDocument: () => page.evaluate(() => window.phone.openedDocument()),
    savedPicture: () => page.evaluate(() => window.phone.albumPicture(-1)),
  }
}

/** A sheet half-way up is nothing to look at: waits until what moves has arrived. What turns for ever is let be. */
async function settledAnimations(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    const longest = new Promise((resolve) => setTimeout(resolve, 1500))
    await Promise.race([longest, Promise.allSettled(passing.map(({ finished }) => finished))])
  })
}
