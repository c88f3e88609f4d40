import * as adapter from 'glass-easel-miniprogram-adapter'
import { Backend } from './backend'

export const glassEasel = adapter.glassEasel
export type GlassElement = InstanceType<typeof glassEasel.Element>
export type GlassComponent = ReturnType<InstanceType<typeof adapter.Root>['getComponent']>
export type ComponentCaller = ReturnType<InstanceType<typeof adapter.Root>['get']>
export type PageRoot = InstanceType<typeof adapter.Root>

// Spaces copy the options when they are made, so this comes first. Without it `id` attributes never reach
// the DOM, and neither labels nor tests could find an element by its id.
glassEasel.globalOptions.writeIdToDOM = true

const environment = new adapter.MiniProgramEnv()
export const codeSpace = environment.createCodeSpace('', true)
export const componentSpace = codeSpace.getComponentSpace()
export const backend = new Backend()
export const associatedBackend = environment.associateBackend(backend)

/** A component's caller is the `this` of its own methods; the component itself is one step behind. */
export function componentOf(caller: unknown): GlassComponent {
  const holder = caller as { _$?: GlassComponent }
  return holder._$ ?? (caller as GlassComponent)
}

/** The DOM element that stands for an element of the tree; a component with `virtualHost` has none. */
export function domOf(element: GlassElement): HTMLElement | null {
  const dom = element.$$ as unknown
  return dom instanceof HTMLElement ? dom : null
}

/** The element of the tree that a DOM node stands for, or the nearest one around it. */
export function elementAround(node: EventTarget | null): GlassElement | null {
  let current = node as (Node & { __wxElement?: GlassElement }) | null
  while (current && !current.__wxElement) current = current.parentNode
  return current?.__wxElement ?? null
}
