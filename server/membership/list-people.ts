import type { Context } from '../kernel/context'
import type { BindingState, PersonToVerify } from '../people/views'
import { personToVerify } from './person-to-verify'

const PAGE = 20
/** A count on a tab says "99+" beyond this; nobody needs it exactly, and counting must not grow with a unit. */
const COUNTED_TO = 100

export interface PeopleView {
  people: PersonToVerify[]
  next: string | null
  counts: Record<BindingState, number>
}

/** People who say that they belong to the reviewer's own unit, the longest-waiting first. */
export async function listPeople(
  ctx: Context,
  { unitId, binding, after }: { unitId: string; binding: BindingState; after?: string | undefined },
): Promise<PeopleView> {
  const { store } = ctx
  const page = await store.query('persons', 'byUnit', {
    equals: { unitId, binding },
    limit: PAGE,
    ...(after === undefined ? {} : { after }),
  })
  const [claimed, verified, contested] = await Promise.all(
    (['claimed', 'verified', 'contested'] as const).map((state) => countOf(ctx, unitId, state)),
  )
  return {
    people: await Promise.all(page.items.map((person) => personToVerify(ctx, person))),
    next: page.next ?? null,
    counts: { claimed: claimed ?? 0, verified: verified ?? 0, contested: contested ?? 0 },
  }
}

export async function countOf(
  { store }: Pick<Context, 'store'>,
  unitId: string,
  binding: BindingState,
): Promise<number> {
  const { items } = await store.query('persons', 'byUnit', { equals: { unitId, binding }, limit: COUNTED_TO })
  return items.length
}
