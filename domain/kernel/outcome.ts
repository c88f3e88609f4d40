import type { Refusal, RefusalCode, Refusals } from './refusal'
import { refusal } from './refusal'

/** What a rule answers: a value, or the refusal that the law or the facts ask for. Rules never throw an expected no. */
export type Outcome<T, C extends RefusalCode = RefusalCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<C> }

export const accepted = <T>(value: T): Outcome<T, never> => ({ ok: true, value })

export const refused = <C extends RefusalCode>(code: C, details: Refusals[C]): Outcome<never, C> => ({
  ok: false,
  refusal: refusal(code, details),
})
