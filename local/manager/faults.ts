import { Refused } from './refused'

/** A fault that a test asks for. */
export interface Fault {
  /**
   * refuse: nothing is done, and the code is answered. lost-answer: it is done, and the connection ends. fails-to-create: a
   * function is created and stays CreateFailed.
   */
  kind: 'refuse' | 'lost-answer' | 'fails-to-create'
  /** Absent: any action. */
  action?: string
  /** Of a refusal; absent: too many requests. */
  code?: string
  times: number
}

/** Faults by test: the first that fits is drawn, and used up. */
export class Faults {
  private faults: Fault[] = []

  add(fault: Fault): void {
    this.faults.push({ ...fault })
  }

  /** Throws where the action is to be refused without effect. */
  before(action: string): void {
    const fault = this.draw('refuse', action)
    if (fault) throw new Refused(fault.code ?? 'RequestLimitExceeded', 'a fault that a test asked for')
  }

  answerIsLost = (action: string): boolean => this.draw('lost-answer', action) !== undefined

  creationFails = (): boolean => this.draw('fails-to-create', 'CreateFunction') !== undefined

  private draw(kind: Fault['kind'], action: string): Fault | undefined {
    const found = this.faults.find(
      (fault) =>
        fault.times > 0 && fault.kind === kind && (fault.action === undefined || fault.action === action),
    )
    if (found) found.times -= 1
    return found
  }
}
