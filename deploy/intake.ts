// The one secret that nobody makes or keeps: it follows from others, for the function that has none of those.
import { configFrom } from '../server/kernel/config'
import { intakeFrom } from '../server/kernel/ports/intake'

/** The value of `XUESHI_INTAKE` that belongs to the keys among these variables; throws where they are not whole. */
export const intakeVariable = (variables: Readonly<Record<string, string>>): string =>
  JSON.stringify(intakeFrom(configFrom(variables).secrets))
