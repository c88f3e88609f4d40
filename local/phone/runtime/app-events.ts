/** The application-wide events behind `wx.onX` and `wx.offX`. */
export type AppListener = (...values: unknown[]) => void

const listeners = new Map<string, Set<AppListener>>()

export function addAppListener(name: string, listener: AppListener): void {
  const known = listeners.get(name) ?? new Set()
  known.add(listener)
  listeners.set(name, known)
}

export function removeAppListener(name: string, listener?: AppListener): void {
  if (listener) listeners.get(name)?.delete(listener)
  else listeners.delete(name)
}

export function emitAppEvent(name: string, ...values: unknown[]): void {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(...values)
}

export const hasAppListener = (name: string): boolean => (listeners.get(name)?.size ?? 0) > 0
