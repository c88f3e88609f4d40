import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { BUILTIN_TAGS } from '../builtin-tags'
import { cssUnits } from '../css-units'
import { canvasNodeOf } from './canvas-node'

type BackendElement = ReturnType<InstanceType<typeof glassEasel.CurrentWindowBackendContext>['getRootNode']>

/** A built-in component is `wx-<name>`; a custom one keeps its name, or gets one the browser accepts. */
function domTag(tag: string): string {
  if (BUILTIN_TAGS.has(tag) || tag === 'page') return `wx-${tag}`
  return tag.includes('-') ? tag : `wx-x-${tag}`
}

/** Where the page's own coordinates begin: below the bars that belong to the phone. */
function pageOrigin(element: HTMLElement): { left: number; top: number } {
  const body = element.closest('.phone-body')
  if (!body) return { left: 0, top: 0 }
  const { left, top } = Element.prototype.getBoundingClientRect.call(body)
  return { left, top }
}

function createElement(tag: string): HTMLElement {
  const element = document.createElement(domTag(tag))
  const setAttribute = element.setAttribute
  element.setAttribute = (name, value) =>
    setAttribute.call(element, name, name === 'style' ? cssUnits(String(value)) : value)
  element.getBoundingClientRect = () => {
    const rect = Element.prototype.getBoundingClientRect.call(element)
    const origin = pageOrigin(element)
    return new DOMRect(rect.x - origin.left, rect.y - origin.top, rect.width, rect.height)
  }
  // glass-easel writes ids as `scope--id`; on the phone an id is exactly the template's.
  Object.defineProperty(element, 'id', {
    get: () => element.getAttribute('id') ?? '',
    set: (id: string) => setAttribute.call(element, 'id', String(id).replace(/^[^-]*--/, '')),
  })
  return element
}

/** glass-easel on this page's DOM, with WeChat's tags and units. */
export class Backend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super()
    const asBackend = (node: Node) => node as unknown as BackendElement
    this.document = {
      createTextNode: (text) => asBackend(document.createTextNode(text)),
      createDocumentFragment: () => asBackend(document.createDocumentFragment()),
      createElement: (tag) => asBackend(createElement(tag)),
    }
  }

  /**
   * The stock backend prevents the default of every touchmove once any `catchtouchmove` exists, which
   * stops all scrolling. DOM events come from `touch.ts` alone.
   */
  override setListenerStats(): void {}

  override getContext(element: BackendElement, callback: (context: unknown) => void): void {
    const dom = element as unknown as HTMLElement
    const canvas = dom.querySelector('canvas')
    callback(canvas ? canvasNodeOf(canvas) : dom)
  }
}
