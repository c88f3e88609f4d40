import { BUILTIN_TAGS } from '../../builtin-tags'
import { componentOf, componentSpace, domOf, glassEasel } from '../glass-easel'
import { type BuiltinKind, builtinOf, createBuiltin, isOn, type Surroundings, textOf } from './builtin'
import { button } from './button'
import { choiceKinds } from './choice'
import { input, textarea } from './field'
import { wearHoverClass } from './hover'
import { canvas, coverImage, image } from './media'
import { scrollView, swiper } from './scrolling'
import { smallKinds } from './small-kinds'
import { video } from './video'

const COMMON = [
  'hidden hoverClass hoverStopPropagation hoverStartTime hoverStayTime animation ariaLabel ariaRole ariaHidden',
  'ariaLabelledby ariaDescribedby ariaBusy ariaChecked ariaDisabled ariaExpanded ariaSelected ariaLive tabIndex title',
  'userSelect catchMove nativeProps disabled name value',
]
  .join(' ')
  .split(' ')

const KINDS: Record<string, BuiltinKind> = {
  ...smallKinds,
  ...choiceKinds,
  button,
  input,
  textarea,
  image,
  'cover-image': coverImage,
  canvas,
  video,
  swiper,
  'scroll-view': scrollView,
}

const ARIA: Record<string, string> = {
  ariaLabel: 'aria-label',
  ariaRole: 'role',
  ariaHidden: 'aria-hidden',
  ariaBusy: 'aria-busy',
  ariaChecked: 'aria-checked',
  ariaDisabled: 'aria-disabled',
  ariaExpanded: 'aria-expanded',
  ariaSelected: 'aria-selected',
  ariaLive: 'aria-live',
}

function reflect(host: HTMLElement, name: string, value: unknown): void {
  if (name === 'hidden') host.toggleAttribute('hidden', isOn(value))
  const attribute = ARIA[name]
  if (attribute && textOf(value) !== '') host.setAttribute(attribute, textOf(value))
}

export function registerBuiltins(surroundings: Surroundings): void {
  for (const tag of BUILTIN_TAGS) registerBuiltin(tag, KINDS[tag] ?? {}, surroundings)
}

function registerBuiltin(tag: string, kind: BuiltinKind, surroundings: Surroundings): void {
  const names = [...new Set([...COMMON, ...(kind.properties ?? [])])]
  const ready = new WeakSet<object>()
  const find = (self: unknown) => builtinOf(domOf(componentOf(self)))
  const changed = (self: unknown, name: string) => {
    const builtin = find(self)
    if (!builtin) return
    reflect(builtin.host, name, builtin.properties[name])
    if (ready.has(builtin)) builtin.parts.sync?.(name)
  }
  const definition = componentSpace.defineComponent({
    is: `wx://${tag}`,
    options: {
      virtualHost: false,
      dataDeepCopy: glassEasel.DeepCopyKind.None,
      propertyPassingDeepCopy: glassEasel.DeepCopyKind.None,
    },
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: undefined }])),
    lifetimes: {
      created() {
        const component = componentOf(this)
        const host = domOf(component)
        if (!host) return
        const builtin = createBuiltin(tag, component, host)
        builtin.parts = kind.create?.(builtin, surroundings) ?? {}
        wearHoverClass(builtin)
      },
      attached() {
        const builtin = find(this)
        if (!builtin) return
        ready.add(builtin)
        builtin.parts.sync?.(null)
      },
      detached() {
        const builtin = find(this)
        if (!builtin) return
        ready.delete(builtin)
        builtin.parts.detach?.()
      },
    },
    observers: Object.fromEntries(
      names.map((name) => [
        name,
        function (this: unknown) {
          changed(this, name)
        },
      ]),
    ),
  })
  type General = Parameters<typeof componentSpace.setGlobalUsingComponent>[1]
  componentSpace.setGlobalUsingComponent(tag, definition.general() as General)
}
