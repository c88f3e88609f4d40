import type { Context } from '../../kernel/context'

const PAGE = 100

/**
 * Numbers of revoked certificates, oldest first, for verifiers that will be without a network. Numbers alone tell a
 * reader nothing without the certificate itself.
 */
export async function revoked(
  { store, now }: Pick<Context, 'store' | 'now'>,
  after: string | undefined,
): Promise<{ asOf: number; numbers: string[]; next: string | null }> {
  const page = await store.query('certificates', 'byState', {
    equals: { state: 'revoked' },
    limit: PAGE,
    after,
  })
  return { asOf: now, numbers: page.items.map(({ _id }) => _id), next: page.next ?? null }
}
