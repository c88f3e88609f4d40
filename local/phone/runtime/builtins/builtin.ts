import type { FireOptions } from '../event-shape'
import { type GlassComponent, glassEasel } from '../glass-easel'

/** One built-in component on the screen: its element, its properties, and how it speaks to the program. */
export interface Builtin {
  tag: string
  host: HTMLElement
  component: GlassComponent
  properties: Record<string, unknown>
  fire(name: string, detail?: unknown, options?: FireOptions): void
  on(name: string, listener: (event: TapEvent) => void): void
  /** The nearest built-in around it with this tag. */
  closest(tag: string): Builtin | undefined
  /** Two-way binding (`model:value`): writes back when the template asked for it. */
  writeBack(name: string, value: unknown): void
  parts: BuiltinParts
}

export interface TapEvent {
  detail: unknown
  extraFields?: Record<string, unknown>
  fromLabel?: boolean
  domTarget?: Node
}

/** The behaviour of a kind of component beyond being an element. */
export interface BuiltinParts {
  /** Brings the element in line with the properties; `changed` is null the first time. */
  sync?(changed: string | null): void
  detach?(): void
  formValue?(): unknown
  reset?(): void
  /** For components that can be switched on and off. */
  checked?: { get(): boolean; set(on: boolean): void }
  /** A label around it was tapped. */
  activate?(): void
}

export interface BuiltinKind {
  properties?: readonly string[]
  create?(builtin: Builtin, surroundings: Surroundings): BuiltinParts
}

/** The parts of the phone that the components need. */
export interface Surroundings {
  assetUrl(source: unknown, builtin: Builtin): string
  openType(type: string, button: Builtin): void
  navigate(navigator: Builtin): void
  openPicker(picker: Builtin): void
  pageMeta(meta: Builtin): void
}

const builtins = new WeakMap<Element, Builtin>()

export const builtinOf = (element: Element | null | undefined): Builtin | undefined =>
  element ? builtins.get(element) : undefined

export function builtinsInside(host: Element, selector: string): Builtin[] {
  return [...host.querySelectorAll(selector)].flatMap((element) => builtinOf(element) ?? [])
}

/** A boolean attribute of a template: the word "false" and the empty string are false, as on the phone. */
export const isOn = (value: unknown): boolean =>
  value !== false && value !== null && value !== undefined && value !== '' && value !== 'false'

/** The same for an attribute that is on unless it is said to be off. */
export const isOnByDefault = (value: unknown): boolean => value === undefined || value === null || isOn(value)

export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

type ModelListeners = Record<string, ((value: unknown) => void) | undefined>

/** glass-easel calls a binding's listener on `setData` only; a field writes without re-rendering itself. */
function modelListeners(component: GlassComponent): ModelListeners {
  const holder = component as unknown as { _$dataGroup?: { _$modelBindingListener?: ModelListeners | null } }
  return holder._$dataGroup?._$modelBindingListener ?? {}
}

export function createBuiltin(tag: string, component: GlassComponent, host: HTMLElement): Builtin {
  const builtin: Builtin = {
    tag,
    host,
    component,
    get properties() {
      return component.data as Record<string, unknown>
    },
    fire: (name, detail = {}, options = {}) =>
      glassEasel.Event.triggerEvent(component, name, detail, options),
    on: (name, listener) => component.addListener(name, (event) => listener(event as unknown as TapEvent)),
    closest: (wanted) => builtinOf(host.parentElement?.closest(`wx-${wanted}`)),
    writeBack: (name, value) => modelListeners(component)[name]?.(value),
    parts: {},
  }
  builtins.set(host, builtin)
  return builtin
}
