import type { TabBar } from '../packed-program'
import { element } from './dom'
import { facts } from './program'
import { themed } from './theme-values'

export interface PageLook {
  navigationBarTitleText: string
  navigationBarTextStyle: string
  navigationBarBackgroundColor: string
  backgroundColor: string
  custom: boolean
}

export interface PageFrame {
  page: HTMLElement
  navigation: HTMLElement
  title: HTMLElement
  body: HTMLElement
  scroller: HTMLElement
  /** The place that the page's own tree takes. */
  placeholder: HTMLElement
}

export const tabPaths = (): string[] => facts.app.tabBar?.list.map((item) => item.pagePath) ?? []

export function lookOf(path: string): PageLook {
  const json: Record<string, unknown> = { ...facts.app.window, ...facts.components[path]?.json }
  return {
    navigationBarTitleText: themed(json.navigationBarTitleText),
    navigationBarTextStyle: themed(json.navigationBarTextStyle) || 'black',
    navigationBarBackgroundColor: themed(json.navigationBarBackgroundColor) || '#ffffff',
    backgroundColor: themed(json.backgroundColor) || '#ffffff',
    custom: json.navigationStyle === 'custom',
  }
}

interface FrameActions {
  canGoBack: boolean
  goBack(): void
  switchTab(pagePath: string): void
}

/** The phone's own parts around a page: status bar, title, capsule and tab bar, as WeChat draws them. */
export function drawPageFrame(path: string, actions: FrameActions): PageFrame {
  const look = lookOf(path)
  const title = element('span', { className: 'phone-title', text: look.navigationBarTitleText })
  const back = element('button', { className: 'phone-back', label: '返回', onTap: actions.goBack })
  back.hidden = !actions.canGoBack
  const navigation = element('div', { className: 'phone-navigation' }, [
    element('div', { className: 'phone-title-row' }, [back, title, drawCapsule()]),
  ])
  navigation.classList.toggle('custom', look.custom)
  const placeholder = element('i')
  const scroller = element('div', { className: 'phone-scroll' }, [placeholder])
  const body = element('div', { className: 'phone-body' }, [scroller])
  const isTab = tabPaths().includes(path)
  const bar = isTab && facts.app.tabBar && !facts.app.tabBar.custom ? drawTabBar(path, actions) : null
  const page = element('div', { className: 'phone-page' }, [navigation, body, bar])
  page.dataset.path = path
  page.classList.toggle('with-tab-bar', bar !== null)
  const frame = { page, navigation, title, body, scroller, placeholder }
  paintPage(frame, look)
  return frame
}

export function paintPage(frame: PageFrame, look: PageLook): void {
  frame.navigation.style.background = look.custom ? 'none' : look.navigationBarBackgroundColor
  frame.navigation.style.color = look.navigationBarTextStyle === 'white' ? '#fff' : '#000'
  frame.page.style.backgroundColor = look.backgroundColor
}

function drawCapsule(): HTMLElement {
  const capsule = element('div', { className: 'phone-capsule' }, [element('i'), element('b')])
  capsule.setAttribute('aria-hidden', 'true')
  return capsule
}

export function drawTabBar(current: string, actions: Pick<FrameActions, 'switchTab'>): HTMLElement {
  const tabBar = facts.app.tabBar as TabBar
  const bar = element('div', { className: 'phone-tab-bar', role: 'tablist' })
  bar.style.background = themed(tabBar.backgroundColor) || '#fff'
  bar.style.borderTopColor = themed(tabBar.borderStyle) === 'white' ? 'transparent' : ''
  for (const item of tabBar.list) {
    const on = item.pagePath === current
    const icon = themed((on && item.selectedIconPath) || item.iconPath)
    const picture = icon ? element('img') : null
    if (picture) {
      picture.src = `/_dist/${icon.replace(/^\//, '')}`
      picture.alt = ''
    }
    const onTap = () => actions.switchTab(item.pagePath)
    const tab = element('div', { role: 'tab', onTap }, [picture, element('span', { text: item.text })])
    tab.setAttribute('aria-selected', String(on))
    tab.style.color = themed(on ? tabBar.selectedColor : tabBar.color)
    tab.dataset.pagePath = item.pagePath
    bar.append(tab)
  }
  return bar
}
