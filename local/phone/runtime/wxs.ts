import { cssUnits } from '../css-units'
import { rawCurrentTarget } from './event-shape'
import { componentOf, domOf, type GlassComponent, type GlassElement } from './glass-easel'
import { PhoneDate } from './phone-clock'
import { describeError, problem } from './record'

// glass-easel keeps four style segments per element; this one overrides the template's.
const TEMPORARY_STYLE = 3

type WxsListener = (...parameters: unknown[]) => unknown
type ClassListHolder = {
  classList?: { toggle(name: string, on: boolean): void; contains(name: string): boolean }
}

const states = new WeakMap<object, Record<string, unknown>>()

function stateOf(element: object): Record<string, unknown> {
  const known = states.get(element) ?? {}
  states.set(element, known)
  return known
}

function styleText(style: unknown): string {
  if (typeof style === 'string') return style
  return Object.entries(style as Record<string, string>)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

/** The handle that WXS gets for an element: it may style and measure it, without the logic layer. */
function descriptorOf(element: GlassElement | null | undefined): Record<string, unknown> | null {
  if (!element) return null
  const component = element as unknown as GlassComponent
  const shadowRoot = () => component.getShadowRoot?.()
  const classes = () => (element as unknown as ClassListHolder).classList
  return {
    selectComponent: (selector: string) => descriptorOf(shadowRoot()?.querySelector(selector)),
    selectAllComponents: (selector: string) =>
      (shadowRoot()?.querySelectorAll(selector) ?? []).map(descriptorOf),
    setStyle: (style: unknown) => element.setNodeStyle(cssUnits(styleText(style)), TEMPORARY_STYLE),
    addClass: (name: string) => classes()?.toggle(name, true),
    removeClass: (name: string) => classes()?.toggle(name, false),
    hasClass: (name: string) => classes()?.contains(name) ?? false,
    getDataset: () => element.dataset,
    getState: () => stateOf(element),
    callMethod: (name: string, value: unknown) => methodsOf(component)[name]?.(value),
    triggerEvent: (name: string, detail: unknown) => element.triggerEvent(name, detail),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    getBoundingClientRect: () => domOf(element)?.getBoundingClientRect(),
    setTimeout: (callback: () => void, delayMs: number) => setTimeout(callback, delayMs),
    clearTimeout: (id: number) => clearTimeout(id),
  }
}

const methodsOf = (component: GlassComponent) =>
  component.getMethodCaller() as unknown as Record<string, ((value: unknown) => unknown) | undefined>

const methodSets = new WeakMap<object, Set<unknown>>()

/** A handler named in a template that is none of the component's methods is a WXS function. */
function isMethod(component: GlassComponent, listener: unknown): boolean {
  const { behavior } = component.getComponentDefinition()
  const methods = methodSets.get(behavior) ?? new Set<unknown>(Object.values(behavior.getMethods()))
  methodSets.set(behavior, methods)
  return methods.has(listener)
}

function plainEvent(event: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const key in event) {
    const value = (event as Record<string, unknown>)[key]
    if (typeof value !== 'function') copy[key] = value
  }
  return copy
}

/** The functions that compiled templates call; named in the packer's runtime hooks. */
const templateHooks = {
  // WeChat calls a change:prop listener once the tree exists; glass-easel would while it is being built.
  changeProperty:
    (listener: WxsListener) =>
    (next: unknown, before: unknown, host: GlassElement, element: GlassElement) => {
      queueMicrotask(() => {
        try {
          listener(next, before, descriptorOf(host), descriptorOf(element))
        } catch (error) {
          problem(`wxs change listener: ${describeError(error)}`)
        }
      })
    },
  callLvalue: (value: unknown) => value,
  eventListener: (caller: unknown, event: object, listener: WxsListener) => {
    const component = componentOf(caller)
    if (isMethod(component, listener)) return listener.call(caller, event)
    const raw = (event as { [rawCurrentTarget]?: GlassElement })[rawCurrentTarget]
    const wxsEvent = { ...plainEvent(event), instance: descriptorOf(raw) }
    return listener.call(caller, wxsEvent, descriptorOf(component as unknown as GlassElement))
  },
}

/** The globals that WXS expects; they must exist before the compiled templates run. */
export function installWxsGlobals(): void {
  Object.assign(window, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...parts: unknown[]) => Reflect.construct(PhoneDate, parts),
    __wxsConstructor: (value: unknown) =>
      value === null || value === undefined ? undefined : Object.prototype.toString.call(value).slice(8, -1),
    __wxsRuntime: templateHooks,
  })
}
