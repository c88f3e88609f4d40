/** The phone's record: the calls made, the data sent to the screen, and every problem. */

export interface RecordedCall {
  name: string
  data?: unknown
}

export interface SetDataStats {
  count: number
  bytes: number
  /** The largest single one, in bytes. */
  max: number
}

export const calls: RecordedCall[] = []
export const problems: string[] = []
export const setDataStats: SetDataStats = { count: 0, bytes: 0, max: 0 }

type ProblemListener = (text: string) => void
const listeners = new Set<ProblemListener>()

export function onProblem(listener: ProblemListener): void {
  listeners.add(listener)
  for (const problem of problems) listener(problem)
}

export function problem(text: string): void {
  problems.push(text)
  console.error(`[phone] ${text}`)
  for (const listener of listeners) listener(text)
}

export function describeError(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg)
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))
}

/** A copy as it would arrive on the other side of the bridge; functions do not cross it. */
export function plainCopy(value: unknown): unknown {
  if (value === undefined) return undefined
  try {
    const json = JSON.stringify(value, (_, item: unknown) => (typeof item === 'function' ? undefined : item))
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
