// By what a function and its versions are known again: the platform gives back a description, and no hash.
import { createHash } from 'node:crypto'
import type { WantedFunction } from './wanted'

/** `xueshi <git> <code> [<settings>]`: of the signs that hashes need, a description takes letters, digits and spaces. */
const DESCRIPTION = /^xueshi (\S+) ([0-9a-f]{64})(?: ([0-9a-f]{16}))?$/

/** With the commit from which the code was built; the same code of another commit is the same. */
export const codeDescription = (git: string, { bundle }: WantedFunction): string =>
  `xueshi ${git} ${bundle.hash}`

/** A version freezes settings too. */
export const versionDescription = (git: string, wanted: WantedFunction): string =>
  `${codeDescription(git, wanted)} ${settingsHash(wanted)}`

export const isCode = (description: string, { bundle }: WantedFunction): boolean =>
  DESCRIPTION.exec(description)?.[2] === bundle.hash

export function isVersion(description: string, wanted: WantedFunction): boolean {
  const [, , code, settings] = DESCRIPTION.exec(description) ?? []
  return code === wanted.bundle.hash && settings === settingsHash(wanted)
}

/** The commit that a description names; null where somebody else wrote it. */
export const gitIn = (description: string): string | null => DESCRIPTION.exec(description)?.[1] ?? null

const SETTINGS_DIGITS = 16

/** Says whether settings are the same, and nothing of the secrets among them: each is a key of 16 bytes or more. */
export function settingsHash({
  timeoutSeconds,
  memoryMegabytes,
  variables,
}: Pick<WantedFunction, 'timeoutSeconds' | 'memoryMegabytes' | 'variables'>): string {
  const told = [timeoutSeconds, memoryMegabytes, Object.entries(variables).sort()]
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, SETTINGS_DIGITS)
}
