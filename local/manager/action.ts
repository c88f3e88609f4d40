import { check, type Parameters, type Shape } from './parameters'
import type { ManagerState } from './state'

export interface Action {
  readonly shape: Shape
  /** Reads or changes what stands there, and gives back the answer. */
  run(state: ManagerState, given: Parameters): object
  /** Whether it changes anything: what is kept in a file is written after it. */
  readonly writes?: boolean
}

export type Actions = Readonly<Record<string, Action>>

export function perform(action: Action, state: ManagerState, given: Parameters): object {
  check(given, action.shape)
  return action.run(state, given)
}
