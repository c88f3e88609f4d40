import { CloudError, errors } from './errors'

/** A fault to inject: its kind, its place, and the number of times. */
export interface Fault {
  /**
   * latency: the operation waits. error, conflict, quota: it is refused without effect. lost-answer: it is
   * done, but the caller never receives the answer. kill-instance: the function instance ends; with an action
   * or a collection, after that operation is done, otherwise as soon as it is called.
   */
  kind: 'latency' | 'error' | 'conflict' | 'quota' | 'lost-answer' | 'kill-instance'
  /** `invoke`, or as the wire names it: `database.modifyDocument`, `storage.batchDeleteFile`, `openapi.wxacode.getUnlimited`. */
  action?: string
  collection?: string
  /** The function called; together with an action or a collection: the function that asks for it. */
  function?: string
  /** How many times; absent: until cleared. */
  times?: number
  latencyMs?: number
  /** Of an error; absent: `SYS_ERR`. */
  code?: string
}

/** An operation that is about to run, or has just run. */
export interface Happening {
  action: string
  collection?: string
  function?: string
}

const KINDS: readonly string[] = ['latency', 'error', 'conflict', 'quota', 'lost-answer', 'kill-instance']

/** Faults by test: the first that fits is drawn, and used up. */
export class FaultPlan {
  private faults: { fault: Fault; left: number }[] = []

  /** Adds a fault; the returned function removes it. */
  add(fault: Fault): () => void {
    if (!KINDS.includes(fault.kind)) throw new TypeError(`no fault is called ${fault.kind}`)
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
    if (failure) throw new CloudError(failure.code ?? 'SYS_ERR', 'a fault that a test asked for')
  }

  /** After the work was done: its answer never arrives. */
  answerIsLost(happening: Happening): boolean {
    return this.draw(happening, ['lost-answer']) !== null
  }

  /** For a call: as it begins. For anything that an instance asked for: after it was done. */
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

function fits(fault: Fault, happening: Happening): boolean {
  const aboutCall =
    fault.action === undefined && fault.collection === undefined && fault.function !== undefined
  const action = aboutCall ? 'invoke' : fault.action
  return (
    (action === undefined || action === happening.action) &&
    (fault.collection === undefined || fault.collection === happening.collection) &&
    (fault.function === undefined || fault.function === happening.function)
  )
}
