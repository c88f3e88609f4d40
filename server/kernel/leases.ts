import { instant, plusSeconds } from '../../domain/kernel/instant'
import type { Context } from './context'
import type { WorkLeaseDocument } from './leases-documents'

/**
 * Longer than a function may run at all (`deploy/declaration.ts`), so that a lease never ends while its holder works;
 * and as long as what a dead run held waits for another.
 */
const LEASE_SECONDS = 75

type Needs = Pick<Context, 'store' | 'now' | 'call'>

/**
 * Does a piece of work that one run at a time may do; null where another is at it. A run that dies holds it until its
 * lease ends. What is done under a lease is idempotent all the same: the lease saves work, and proves nothing.
 */
export async function underLease<T>(
  ctx: Needs,
  name: string,
  work: () => Promise<T>,
): Promise<{ done: T } | null> {
  const lease = await taken(ctx, name)
  if (!lease) return null
  try {
    return { done: await work() }
  } finally {
    await givenBack(ctx, lease)
  }
}

async function taken({ store, now, call }: Needs, _id: string): Promise<WorkLeaseDocument | null> {
  const mine = { holder: call.id, until: plusSeconds(now, LEASE_SECONDS) }
  const lease = await store.get('work-leases', _id)
  if (!lease) return store.insertIfAbsent('work-leases', { _id, ...mine })
  return lease.until > now ? null : store.replaceIfUnchanged('work-leases', { ...lease, ...mine })
}

/** Where it cannot be given back it ends by itself. */
async function givenBack({ store }: Needs, lease: WorkLeaseDocument): Promise<void> {
  await store.replaceIfUnchanged('work-leases', { ...lease, until: instant(0) }).catch(() => null)
}
