import type { Refusal } from '@domain/kernel/refusal'
import { TRPCClientError } from '@trpc/client'

/** The call's number, which the log knows too; null where the call never came to a door. */
export function callIdOf(error: unknown): string | null {
  const data: unknown = error instanceof TRPCClientError ? error.data : null
  if (typeof data !== 'object' || data === null || !('callId' in data)) return null
  return typeof data.callId === 'string' ? data.callId : null
}

/** The server's expected no, or null where the call itself failed (no network, time-out, a broken function). */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('refusal' in data)) return null
  const refusal: unknown = data.refusal
  const isRefusal = typeof refusal === 'object' && refusal !== null && 'code' in refusal
  return isRefusal ? (refusal as Refusal) : null
}
