// Browser features that @trpc/client and TanStack Query expect, and the mini-program's logic layer lacks.
type Listener = () => void

class AbortSignalShim {
  aborted = false
  reason: unknown
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  fire(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) listener()
  }
}

export class AbortControllerShim {
  readonly signal = new AbortSignalShim()

  abort(reason?: unknown): void {
    this.signal.fire(reason ?? new Error('aborted'))
  }
}
