import type { ThemeName } from '../packed-program'
import { session } from './session'

const originalConditions = new WeakMap<CSSMediaRule, string>()

/** `prefers-color-scheme` follows the phone's own setting, not the computer's. */
function applyTheme(rules: CSSRuleList, theme: ThemeName): void {
  for (const rule of Array.from(rules)) {
    if (!(rule instanceof CSSMediaRule)) continue
    const condition = originalConditions.get(rule) ?? rule.conditionText
    const asked = /^\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)$/.exec(condition)?.[1]
    if (asked) {
      originalConditions.set(rule, condition)
      rule.media.mediaText = asked === theme ? 'all' : 'not all'
    }
    applyTheme(rule.cssRules, theme)
  }
}

export function addStyle(css: string): HTMLStyleElement {
  const style = document.createElement('style')
  style.textContent = css
  document.head.appendChild(style)
  if (style.sheet) applyTheme(style.sheet.cssRules, session.theme)
  return style
}

export function showTheme(theme: ThemeName): void {
  document.documentElement.dataset.theme = theme
  for (const sheet of Array.from(document.styleSheets)) applyTheme(sheet.cssRules, theme)
}
