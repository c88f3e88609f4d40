import { element } from '../dom'

/** A part of WeChat itself that lies over the page: a dialog, a sheet, a toast. */
export interface Layer {
  root: HTMLElement
  close(): void
}

type Kind = 'covering' | 'passing'

/** A covering layer takes every touch; a passing one (a toast) lets them through to the page. */
export function openLayer(kind: Kind, content: HTMLElement): Layer {
  const root = element('div', { className: `phone-layer ${kind}` }, [content])
  document.getElementById('phone-layers')?.append(root)
  return { root, close: () => root.remove() }
}
