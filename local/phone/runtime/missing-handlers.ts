import { glassEasel } from './glass-easel'
import { problem } from './record'
import { isLibrary } from './set-data'

type GetMethod = (component: { is: string }, name: string) => unknown

/** A handler that a template names and its component lacks is silence on a phone; here it is said. */
export function watchMissingHandlers(): void {
  const holder = glassEasel.Component as unknown as { getMethod: GetMethod }
  const getMethod = holder.getMethod
  holder.getMethod = function (this: unknown, component, name) {
    const method = getMethod.call(this, component, name)
    if (method === undefined && !isLibrary(component.is)) {
      problem(`${component.is} has no method "${name}" to handle an event`)
    }
    return method
  }
}
