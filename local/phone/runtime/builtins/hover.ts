import { facts } from '../program'
import { type Builtin, isOn } from './builtin'

interface HoverDefaults {
  className: string
  startMs: number
  stayMs: number
}

/** Components with a pressed state, and its defaults where the template gives none. */
const DEFAULTS: Record<string, HoverDefaults> = {
  button: { className: 'button-hover', startMs: 20, stayMs: 70 },
  navigator: { className: 'navigator-hover', startMs: 50, stayMs: 600 },
  view: { className: 'none', startMs: 50, stayMs: 400 },
}

/** A class is written into the tree with the prefix of the component whose template names it. */
function scopedClasses(builtin: Builtin, names: string): string[] {
  const owner = builtin.component.ownerShadowRoot?.getHostNode() as { is?: string } | undefined
  const scope = facts.components[owner?.is ?? '']?.styleScope
  return names.split(/\s+/).flatMap((name) => (scope ? [`${scope}--${name}`, name] : [name]))
}

/** While a finger is on it, a component wears its hover class. */
export function wearHoverClass(builtin: Builtin): void {
  const defaults = DEFAULTS[builtin.tag]
  if (!defaults) return
  let worn: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const after = (given: unknown, otherwise: number, run: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(run, Number(given ?? otherwise))
  }
  const takeOff = () => {
    builtin.host.classList.remove(...worn)
    worn = []
  }
  builtin.on('touchstart', () => {
    const { hoverClass, hoverStartTime, disabled } = builtin.properties
    const names = String(hoverClass || defaults.className)
    if (names === 'none' || isOn(disabled)) return
    after(hoverStartTime, defaults.startMs, () => {
      worn = scopedClasses(builtin, names)
      builtin.host.classList.add(...worn)
    })
  })
  const release = () => after(builtin.properties.hoverStayTime, defaults.stayMs, takeOff)
  builtin.on('touchend', release)
  builtin.on('touchcancel', release)
}
