import { loadComponent } from './components'
import { associatedBackend, type ComponentCaller, codeSpace, type PageRoot } from './glass-easel'
import { drawPageFrame, type PageFrame, tabPaths } from './page-chrome'
import { parsePageUrl } from './page-url'
import { facts } from './program'
import { describeError, problem } from './record'
import { session } from './session'
import { addStyle } from './styles'

/** The methods of a page that WeChat calls, and the fields it puts on it. */
export type PageCaller = ComponentCaller & Record<string, unknown>

export interface OpenPage {
  id: number
  path: string
  query: Record<string, string>
  frame: PageFrame
  style: HTMLStyleElement
  root: PageRoot
  caller: PageCaller
  scrollTop: number
  /** The size set by `page-meta`; through it the page's text and the rem follow the phone's font setting. */
  rootFontSize: string
  isTab: boolean
}

export interface PageActions {
  canGoBack: boolean
  goBack(): void
  switchTab(pagePath: string): void
}

let pageCount = 0

/** Builds a page's tree and frame; nothing of it is attached or called yet. */
export function makePage(url: string, actions: PageActions): OpenPage {
  const { path, query } = parsePageUrl(url)
  loadComponent(path)
  const frame = drawPageFrame(path, actions)
  const root = associatedBackend.createRoot('page', codeSpace, `/${path}`)
  const caller = root.get() as PageCaller
  pageCount += 1
  Object.assign(caller, {
    route: path,
    __route__: path,
    options: query,
    __wxExparserNodeId__: `page${pageCount}`,
    getPageId: () => `pageId:${pageCount}`,
  })
  const style = addStyle(facts.styles[path] ?? '')
  const isTab = tabPaths().includes(path)
  return { id: pageCount, path, query, frame, style, root, caller, scrollTop: 0, rootFontSize: '', isTab }
}

export function attachPage(page: OpenPage): void {
  type Parent = Parameters<PageRoot['attach']>[0]
  const { scroller, placeholder } = page.frame
  page.root.attach(scroller as unknown as Parent, placeholder as unknown as Parent)
}

/** Calls one of the page's own functions; an exception becomes a problem, and never stops the phone. */
export function callPage(page: OpenPage, name: string, value?: unknown): unknown {
  const method = page.caller[name]
  if (typeof method !== 'function') return undefined
  try {
    return method.call(page.caller, value)
  } catch (error) {
    problem(`${page.path} ${name}: ${describeError(error)}`)
    return undefined
  }
}

export function announcePageLife(page: OpenPage, name: 'show' | 'hide'): void {
  page.root.getComponent().triggerPageLifetime(name, [])
}

export function measurePage(page: OpenPage): void {
  page.frame.page.style.setProperty('--phone-vh', `${page.frame.body.clientHeight / 100}px`)
}

export function discardPage(page: OpenPage): void {
  callPage(page, 'onUnload')
  page.root.release()
  page.frame.page.remove()
  page.style.remove()
}

const REACH_BOTTOM_DEFAULT_PX = 50

export function followScrolling(page: OpenPage): void {
  const { scroller } = page.frame
  const json = { ...facts.app.window, ...facts.components[page.path]?.json }
  const distance = Number(json.onReachBottomDistance ?? REACH_BOTTOM_DEFAULT_PX)
  let atBottom = false
  scroller.addEventListener('scroll', () => {
    callPage(page, 'onPageScroll', { scrollTop: scroller.scrollTop })
    const now = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - distance
    if (now && !atBottom) callPage(page, 'onReachBottom')
    atBottom = now
  })
}

export function applyFontSizes(page: OpenPage): void {
  document.documentElement.style.fontSize = fontSizeText(page.rootFontSize) || ''
}

/** "system" is the size the person has set for WeChat; anything else is a length, as written. */
export function fontSizeText(value: unknown): string {
  if (value === 'system') return `${session.fontSizePx}px`
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
