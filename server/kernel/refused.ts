import { accepted, type Outcome } from '../../domain/kernel/outcome'
import { type Refusal, type RefusalCode, type Refusals, refusal } from '../../domain/kernel/refusal'

/** A refusal on its way out of a use case. Thrown inside a transaction it rolls back: nothing was written. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
    this.name = 'Refused'
  }
}

export function refuse<C extends RefusalCode>(code: C, details: Refusals[C]): never {
  throw new Refused(refusal(code, details))
}

/** The value of a rule's outcome, or its refusal thrown. */
export function accept<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Refused(outcome.refusal)
}

/** The outcome of work that may be refused for one of these codes; any other refusal or fault is thrown on. */
export async function caught<T, C extends RefusalCode>(
  work: Promise<T>,
  codes: readonly C[],
): Promise<Outcome<T, C>> {
  try {
    return accepted(await work)
  } catch (error) {
    if (error instanceof Refused && isOneOf(error.refusal, codes))
      return { ok: false, refusal: error.refusal }
    throw error
  }
}

const isOneOf = <C extends RefusalCode>(
  refusal: Refusal,
  codes: readonly C[],
): refusal is Refusal<C> & Refusal => codes.some((code) => code === refusal.code)
