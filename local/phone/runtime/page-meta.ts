import { cssUnits } from '../css-units'
import { type Builtin, textOf } from './builtins/builtin'
import { applyFontSizes, fontSizeText } from './page'
import { topPage } from './page-stack'

const shown = new Set<Builtin>()

/** `page-meta` speaks for the whole page: its style, and the sizes that "large text" rests on. */
export function applyPageMeta(meta: Builtin): void {
  shown.add(meta)
  const root = meta.host.closest<HTMLElement>('wx-page')
  if (!root) return
  const { pageStyle, pageFontSize, rootFontSize } = meta.properties
  root.style.cssText = cssUnits(textOf(pageStyle))
  const size = fontSizeText(pageFontSize)
  if (size) root.style.fontSize = size
  const top = topPage()
  if (!top?.frame.page.contains(meta.host)) return
  top.rootFontSize = textOf(rootFontSize)
  applyFontSizes(top)
}

/** After the phone's font size has changed, every page that follows it is measured again. */
export function repeatPageMeta(): void {
  for (const meta of shown) {
    if (meta.host.isConnected) applyPageMeta(meta)
    else shown.delete(meta)
  }
}
