import type { Refusal } from '@domain/kernel/refusal'
import { TRPCClientError } from '@trpc/client'

/** The server's expected no, or null where the call itself failed (no network, time-out, a broken function). */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('refusal' in data)) return null
  const refusal: unknown = data.refusal
  const isRefusal = typeof refusal === 'object' && refusal !== null && 'code' in refusal
  return isRefusal ? (refusal as Refusal) : null
}
