import { type Parameters, text } from './parameters'
import { notFound } from './refused'
import type { ManagerState } from './state'

export function checkEnv({ envId }: ManagerState, given: Parameters): void {
  if (text(given, 'EnvId') !== envId) throw notFound('Env', text(given, 'EnvId'))
}
