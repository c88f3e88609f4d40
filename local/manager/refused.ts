/** A refusal as the platform's wire carries it: HTTP 200 with a code and a message. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'Refused'
  }
}

export const notFound = (kind: string, name: string): Refused =>
  new Refused(`ResourceNotFound.${kind}`, `${kind} ${name} does not exist`)

export const inUse = (kind: string, name: string): Refused =>
  new Refused(`ResourceInUse.${kind}`, `${kind} ${name} exists already`)

export const invalid = (name: string, why: string): Refused =>
  new Refused(`InvalidParameterValue.${name}`, `${name}: ${why}`)

export const overLimit = (kind: string, most: number): Refused =>
  new Refused(`LimitExceeded.${kind}`, `at most ${most}`)
