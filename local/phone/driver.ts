import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './find-browser'
import type { Wanted } from './runtime/visible-text'
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
  /** Touches visible text, a label or a role on the top page or layer, once it stands still there. */
  tap(target: Target): Promise<void>
  type(labelOrPlaceholder: string, text: string): Promise<void>
  /** Chooses a day (`2022-07-04`) with the wheel that a tap on these words opens. */
  pickDay(words: string, day: string): Promise<void>
  /** Sets the next answer of `wx.scanCode`. */
  scan(content: string): Promise<void>
  /** Sets the files or pictures of the next choice. */
  choose(files: { name: string; path: string }[]): Promise<void>
  see(text: string | RegExp): Promise<void>
  absent(text: string): Promise<void>
  text(): Promise<string>
  /** The screen as a picture of 390 by 844. */
  shot(file: string): Promise<void>
  stack(): Promise<string[]>
  setOffline(off: boolean): Promise<void>
  /** Ends the program without notice; its storage survives. */
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

/**
 * The longest wait. Every wait ends as soon as its condition is seen: this limit only ends a test whose
 * condition never comes, so it is generous to a busy computer.
 */
export const LONGEST_WAIT_MS = 120_000
const POLL_MS = 60

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
  page.setDefaultTimeout(LONGEST_WAIT_MS)
  /** Problems and calls of the program's earlier runs. */
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

/**
 * Touches an element that stands still. A touch that the phone took back, because another element had moved
 * there, is repeated.
 */
async function touch(page: Page, wanted: Wanted): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS
  for (;;) {
    const aim = [wanted, Math.max(0, deadline - Date.now())] as const
    const found = await page.evaluate(([what, limitMs]) => window.phone.aimAt(what, limitMs), aim)
    if ('missing' in found) return cannotTouch(page, wanted, found.missing)
    await page.touchscreen.tap(found.place.x, found.place.y)
    const touched = await page.evaluate(() => window.phone.touchedWhat())
    if (touched === 'aimed') return
  }
}

async function cannotTouch(page: Page, wanted: Wanted, why: string): Promise<never> {
  const text = await page.evaluate(() => window.phone.visibleText())
  throw new Error(`${JSON.stringify(wanted)} cannot be tapped: ${why}. The screen says:\n${text}`)
}

const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
}

/** The actions of a person on the phone. */
function actions(page: Page) {
  return {
    tap: (target: Target) => touch(page, wantedOf(target)),
    async type(field: string, text: string) {
      await touch(page, { field })
      if (!(await page.evaluate((name) => window.phone.focusField(name), field)))
        throw new Error(`the field ${field} cannot be typed into`)
      await page.keyboard.press('Backspace')
      await page.keyboard.insertText(text)
      await drawn(page)
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

/** The observations of a person, or of a test that counts. */
function observations(page: Page) {
  const text = () => page.evaluate(() => window.phone.visibleText())
  const awaited = (wanted: string | RegExp, seen: boolean) => {
    const words = typeof wanted === 'string' ? wanted : { pattern: wanted.source, flags: wanted.flags }
    const asked = [words, { seen, limitMs: LONGEST_WAIT_MS }] as const
    return page.evaluate(([what, how]) => window.phone.awaitWords(what, how), asked)
  }
  return {
    text,
    async see(wanted: string | RegExp) {
      if (await awaited(wanted, true)) return
      throw new Error(`${String(wanted)} was not seen. The screen says:\n${await text()}`)
    },
    async absent(wanted: string) {
      if (await awaited(wanted, false)) return
      throw new Error(`${wanted} is still seen. The screen says:\n${await text()}`)
    },
    async shot(file: string) {
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await settledAnimations(page)
      // A browser that is short of time gives up a picture now and then: it is asked again.
      const taken = () =>
        page.screenshot({ path: file, animations: 'allow', scale: 'css' }).then(Boolean, () => false)
      if (!(await until(taken))) throw new Error(`no picture could be taken for ${file}`)
    },
    stack: () => page.evaluate(() => window.phone.stack()),
    setDataStats: () => page.evaluate(() => window.phone.setDataStats),
    nodes: () => page.evaluate(() => window.phone.nodes()),
    openedDocument: () => page.evaluate(() => window.phone.openedDocument()),
    savedPicture: () => page.evaluate(() => window.phone.albumPicture(-1)),
  }
}

/** Asks until it is so, or the longest wait is over. */
export async function until(condition: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + LONGEST_WAIT_MS
  while (Date.now() < deadline) {
    if (await condition()) return true
    await wait(POLL_MS)
  }
  return condition()
}

/** Waits until the result of the last action is drawn. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/**
 * Waits until moving elements have arrived, because a sheet half-way up is no screen to look at. Endless
 * animations are left running.
 */
async function settledAnimations(page: Page): Promise<void> {
  await drawn(page)
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
}
