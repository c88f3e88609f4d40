// Secrets that nobody makes or keeps: each follows from others, for a function that has none of those.
import { configFrom } from '../server/kernel/config'
import { logKeyFrom } from '../server/kernel/ports/following'
import { intakeFrom } from '../server/kernel/ports/intake'

/** Values of the variables that follow from the keys among these; throws where those are not whole. */
export function followingVariables(variables: Readonly<Record<string, string>>) {
  const { secrets } = configFrom(variables)
  return { XUESHI_INTAKE: JSON.stringify(intakeFrom(secrets)), XUESHI_LOG_KEY: logKeyFrom(secrets) }
}
