import * as pages from '../page-stack'
import { asyncApi } from './async-api'

interface UrlOptions {
  url: string
  events?: pages.EventMap
}

interface ScrollOptions {
  scrollTop?: number
  selector?: string
  offsetTop?: number
  duration?: number
}

function scrollPage({ scrollTop, selector, offsetTop = 0, duration = 300 }: ScrollOptions): void {
  const scroller = pages.topPage()?.frame.scroller
  if (!scroller) return
  const behavior = duration > 0 ? 'smooth' : 'auto'
  const target = selector ? scroller.querySelector(selector) : null
  if (target) {
    const top = target.getBoundingClientRect().top + scroller.scrollTop + offsetTop
    scroller.scrollTo({ top, behavior })
  } else scroller.scrollTo({ top: scrollTop ?? 0, behavior })
}

function setTitle({ title }: { title: string }): void {
  const frame = pages.topPage()?.frame
  if (frame) frame.title.textContent = title
}

function setBarColour(colours: { backgroundColor?: string; frontColor?: string }): void {
  const bar = pages.topPage()?.frame.navigation
  if (!bar) return
  if (colours.backgroundColor) bar.style.background = colours.backgroundColor
  if (colours.frontColor) bar.style.color = colours.frontColor
}

function tabElement(index: number): HTMLElement | null {
  const bar = pages.topPage()?.frame.page.querySelector('.phone-tab-bar')
  const item = bar?.children.item(index)
  return item instanceof HTMLElement ? item : null
}

function setBadge({ index, text }: { index: number; text?: string }): void {
  const tab = tabElement(index)
  if (!tab) return
  tab.querySelector('.phone-badge')?.remove()
  if (text === undefined) return
  const badge = document.createElement('i')
  badge.className = 'phone-badge'
  badge.textContent = text
  tab.append(badge)
}

export const navigationApi = {
  navigateTo: asyncApi<UrlOptions>('navigateTo', ({ url, events }) => pages.navigateTo(url, events)),
  redirectTo: asyncApi<UrlOptions>('redirectTo', ({ url }) => pages.redirectTo(url)),
  reLaunch: asyncApi<UrlOptions>('reLaunch', ({ url }) => pages.reLaunch(url)),
  switchTab: asyncApi<UrlOptions>('switchTab', ({ url }) => pages.switchTab(url)),
  navigateBack: asyncApi<{ delta?: number }>('navigateBack', ({ delta }) => pages.navigateBack(delta ?? 1)),
  preloadPage() {},
  setNavigationBarTitle: asyncApi<{ title: string }>('setNavigationBarTitle', setTitle),
  setNavigationBarColor: asyncApi<Parameters<typeof setBarColour>[0]>('setNavigationBarColor', setBarColour),
  pageScrollTo: asyncApi<ScrollOptions>('pageScrollTo', scrollPage),
  setTabBarBadge: asyncApi<{ index: number; text: string }>('setTabBarBadge', setBadge),
  removeTabBarBadge: asyncApi<{ index: number }>('removeTabBarBadge', setBadge),
  showTabBarRedDot: asyncApi<{ index: number }>('showTabBarRedDot', ({ index }) =>
    setBadge({ index, text: '' }),
  ),
  hideTabBarRedDot: asyncApi<{ index: number }>('hideTabBarRedDot', setBadge),
  startPullDownRefresh: asyncApi('startPullDownRefresh', () => pages.pullDown()),
  stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => undefined),
}
