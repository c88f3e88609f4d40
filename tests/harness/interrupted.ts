import type { Context } from '../../server/kernel/context'

/** The same caller, for whom something happens after they were let in and before they write. */
export function interrupted(ctx: Context, happening: () => Promise<unknown>): Context {
  let waiting: typeof happening | null = happening
  const transact: Context['store']['transact'] = async (work) => {
    const now = waiting
    waiting = null
    await now?.()
    return ctx.store.transact(work)
  }
  return { ...ctx, store: { ...ctx.store, transact } }
}
