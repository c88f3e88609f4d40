import { CloudError, errors } from './errors'

/** What should go wrong, where, and how often. */
export interface Fault {
  kind: 'latency' | 'error' | 'conflict' | 'quota' | 'lost-answer' | 'kill-instance'
  /** `database.modifyDocument`, `storage.…`; absent: any. */
  action?: string
  collection?: string
  /** Name of the function called; for kill-instance, and for latency or error of a call. */
  function?: string
  /** How many times; absent: until cleared. */
  times?: number
  latencyMs?: number
  code?: string
}

export interface Happening {
  action?: string
  collection?: string
  function?: string
}

/** Faults by test: each is drawn in order, and used up. */
export class FaultPlan {
  private faults: { fault: Fault; left: number }[] = []

  add(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY }
    this.faults.push(entry)
    return () => {
      this.faults = this.faults.filter((other) => other !== entry)
    }
  }

  clear(): void {
    this.faults = []
  }

  /** Before the work: waits, or fails it. */
  async before(happening: Happening): Promise<void> {
    const latency = this.draw(happening, ['latency'])
    if (latency) await new Promise((resolve) => setTimeout(resolve, latency.latencyMs ?? 0))
    const failure = this.draw(happening, ['error', 'conflict', 'quota'])
    if (failure?.kind === 'conflict') throw errors.conflict()
    if (failure?.kind === 'quota') throw errors.quotaExceeded()
    if (failure) throw new CloudError(failure.code ?? 'SYS_ERR', 'injected by a test')
  }

  /** After the work was committed: its answer never arrives. */
  answerIsLost(happening: Happening): boolean {
    return this.draw(happening, ['lost-answer']) !== null
  }

  killsInstance(happening: Happening): boolean {
    return this.draw(happening, ['kill-instance']) !== null
  }

  private draw(happening: Happening, kinds: readonly Fault['kind'][]): Fault | null {
    const found = this.faults.find(
      ({ fault, left }) => left > 0 && kinds.includes(fault.kind) && fits(fault, happening),
    )
    if (!found) return null
    found.left -= 1
    return found.fault
  }
}

const fits = (fault: Fault, happening: Happening): boolean =>
  (fault.action === undefined || fault.action === happening.action) &&
  (fault.collection === undefined || fault.collection === happening.collection) &&
  (fault.function === undefined || fault.function === happening.function)
