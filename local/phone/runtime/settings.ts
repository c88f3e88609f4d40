import type { ThemeName } from '../packed-program'
import { emitAppEvent } from './app-events'
import { applyFontSizes } from './page'
import { repeatPageMeta } from './page-meta'
import { repaintPages, topPage } from './page-stack'
import { session } from './session'
import { showTheme } from './styles'

/** Settings that a person can change while a program runs. */

export function setFontSize(sizePx: number): void {
  session.fontSizePx = sizePx
  repeatPageMeta()
  const top = topPage()
  if (top) applyFontSizes(top)
}

export function setTheme(theme: ThemeName): void {
  if (session.theme === theme) return
  session.theme = theme
  showTheme(theme)
  repaintPages()
  emitAppEvent('ThemeChange', { theme })
}

export function setOffline(offline: boolean): void {
  if (session.offline === offline) return
  session.offline = offline
  emitAppEvent('NetworkStatusChange', { isConnected: !offline, networkType: offline ? 'none' : 'wifi' })
}
