import type { Refusal, RefusalCode, Refusals } from './refusal'
import { refusal } from './refusal'

/**
 * The answer of a rule: a value, or the refusal that the law or the facts ask for. A rule never throws an
 * expected refusal.
 */
export type Outcome<T, C extends RefusalCode = RefusalCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<C> }

export const accepted = <T>(value: T): Outcome<T, never> => ({ ok: true, value })

export const refused = <C extends RefusalCode>(code: C, details: Refusals[C]): Outcome<never, C> => ({
  ok: false,
  refusal: refusal(code, details),
})
