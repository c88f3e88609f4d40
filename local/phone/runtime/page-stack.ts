import { emitAppEvent } from './app-events'
import {
  announcePageLife,
  applyFontSizes,
  attachPage,
  callPage,
  discardPage,
  followScrolling,
  makePage,
  measurePage,
  type OpenPage,
} from './page'
import { drawTabBar, lookOf, paintPage, tabPaths } from './page-chrome'
import { absoluteUrl, parsePageUrl } from './page-url'
import { facts } from './program'
import { describeError, problem } from './record'

const STACK_LIMIT = 10

const stack: OpenPage[] = []
/** Tab pages live on while another tab shows. */
const keptTabs = new Map<string, OpenPage>()
const routeListeners = new Set<(paths: string[]) => void>()

export type EventMap = Record<string, (value: unknown) => void>

export const topPage = (): OpenPage | undefined => stack.at(-1)
export const stackPaths = (): string[] => stack.map((page) => page.path)
export const stackCallers = (): unknown[] => stack.map((page) => page.caller)
export const pageHeightPx = (): number => topPage()?.frame.body.clientHeight ?? window.innerHeight - 91

export function onRoute(listener: (paths: string[]) => void): void {
  routeListeners.add(listener)
}

function announceRoute(openType: string): void {
  for (const listener of routeListeners) listener(stackPaths())
  emitAppEvent('AppRoute', { path: topPage()?.path ?? '', openType })
}

const resolveUrl = (url: string): string => absoluteUrl(url, topPage()?.path ?? '')

function targetOf(url: string): { url: string; path: string } {
  const resolved = resolveUrl(url)
  const { path, query } = parsePageUrl(resolved)
  if (!facts.pages.includes(path)) {
    emitAppEvent('PageNotFound', { path, query, isEntryPage: stack.length === 0 })
    throw new Error(`page "${path}" is not found`)
  }
  return { url: resolved, path }
}

function showOnly(page: OpenPage): void {
  for (const other of new Set([...stack, ...keptTabs.values()])) {
    other.frame.page.hidden = other !== page
    other.style.disabled = other !== page
  }
  applyFontSizes(page)
}

function hidePage(page: OpenPage | undefined): void {
  if (!page) return
  page.scrollTop = page.frame.scroller.scrollTop
  pauseVideos(page)
  callPage(page, 'onHide')
  announcePageLife(page, 'hide')
}

/** A video of a page that is left stops, unless its `auto-pause-if-navigate` says otherwise. */
function pauseVideos(page: OpenPage): void {
  for (const video of page.frame.page.querySelectorAll('video')) {
    if (video.dataset.keepPlaying !== 'true') video.pause()
  }
}

function revealPage(page: OpenPage): void {
  showOnly(page)
  page.frame.scroller.scrollTop = page.scrollTop
  announcePageLife(page, 'show')
  callPage(page, 'onShow')
}

/** Opens a page on top of the stack and takes it through its life: load, show, ready. */
function openPage(url: string): OpenPage {
  const canGoBack = stack.length > 0 && !tabPaths().includes(parsePageUrl(url).path)
  const actions = { ...tabActions, canGoBack, goBack: () => attempt(() => navigateBack(1)) }
  const page = makePage(url, actions)
  document.getElementById('phone-pages')?.append(page.frame.page)
  stack.push(page)
  showOnly(page)
  measurePage(page)
  followScrolling(page)
  page.caller.getOpenerEventChannel ??= () => eventChannel({})
  attachPage(page)
  if (page.isTab) keptTabs.set(page.path, page)
  callPage(page, 'onLoad', page.query)
  announcePageLife(page, 'show')
  callPage(page, 'onShow')
  requestAnimationFrame(() => callPage(page, 'onReady'))
  return page
}

function attempt(run: () => void): void {
  try {
    run()
  } catch (error) {
    problem(describeError(error))
  }
}

const tabActions = { switchTab: (pagePath: string) => attempt(() => switchTab(`/${pagePath}`)) }

function discard(page: OpenPage): void {
  discardPage(page)
  keptTabs.delete(page.path)
}

function eventChannel(events: EventMap) {
  return {
    emit: (name: string, value: unknown) => events[name]?.(value),
    on: (name: string, listener: (value: unknown) => void) => {
      events[name] = listener
    },
    once: (name: string, listener: (value: unknown) => void) => {
      events[name] = listener
    },
    off: (name: string) => {
      delete events[name]
    },
  }
}

export function navigateTo(url: string, events: EventMap = {}): { eventChannel: unknown } {
  const target = targetOf(url)
  if (tabPaths().includes(target.path)) throw new Error('can not navigateTo a tabbar page')
  if (stack.length >= STACK_LIMIT) throw new Error('webview count limit exceed')
  hidePage(topPage())
  const channel = eventChannel(events)
  openPage(target.url).caller.getOpenerEventChannel = () => channel
  announceRoute('navigateTo')
  return { eventChannel: channel }
}

export function redirectTo(url: string): void {
  const target = targetOf(url)
  if (tabPaths().includes(target.path)) throw new Error('can not redirectTo a tabbar page')
  const left = stack.pop()
  if (left) discard(left)
  openPage(target.url)
  announceRoute('redirectTo')
}

export function reLaunch(url: string): void {
  const target = targetOf(url)
  const left = new Set([...stack.splice(0), ...keptTabs.values()])
  keptTabs.clear()
  for (const page of left) discard(page)
  openPage(target.url)
  announceRoute('reLaunch')
}

export function switchTab(url: string): void {
  const target = targetOf(url)
  if (!tabPaths().includes(target.path)) throw new Error('can not switchTab to a no-tabBar page')
  const before = topPage()
  if (before?.path === target.path) return
  const left = stack.splice(0)
  hidePage(before)
  for (const page of left) if (keptTabs.get(page.path) !== page) discard(page)
  const kept = keptTabs.get(target.path)
  if (kept) {
    stack.push(kept)
    revealPage(kept)
  } else openPage(target.url)
  const top = topPage()
  const item = { index: tabPaths().indexOf(target.path), pagePath: target.path }
  if (top) callPage(top, 'onTabItemTap', item)
  announceRoute('switchTab')
}

export function navigateBack(delta: number): void {
  if (stack.length <= 1) throw new Error('cannot navigate back at first page')
  for (let count = 0; count < delta && stack.length > 1; count += 1) {
    const left = stack.pop()
    if (left) discard(left)
  }
  const top = topPage()
  if (top) revealPage(top)
  announceRoute('navigateBack')
}

export function launchPage(url: string): void {
  openPage(targetOf(url).url)
  announceRoute('appLaunch')
}

/** The program goes to the background, or returns from it: its pages are told as they would be. */
export const hideTop = (): void => hidePage(topPage())

export function revealTop(): void {
  const top = topPage()
  if (top) revealPage(top)
}

/** After a change of the theme the phone's own parts take its colours. */
export function repaintPages(): void {
  for (const page of new Set([...stack, ...keptTabs.values()])) {
    paintPage(page.frame, lookOf(page.path))
    page.frame.page.querySelector('.phone-tab-bar')?.replaceWith(drawTabBar(page.path, tabActions))
  }
}

export function pullDown(): void {
  const top = topPage()
  if (top) callPage(top, 'onPullDownRefresh')
}

export function measureAgain(): void {
  const top = topPage()
  if (top) measurePage(top)
}
