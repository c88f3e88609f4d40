import * as z from 'zod'
import type { Context } from '../kernel/context'
import { chosenBodies, type Holder, namedBodies, type OwnBody, overBodies } from '../kernel/holder'
import { ofBodies } from '../kernel/inputs'
import type { BindingState } from '../people/views'
import { type PersonToVerify, personToVerify } from './person-to-verify'

const PAGE = 20
/** A count on a tab says "99+" beyond this: no reviewer needs it exactly. */
const COUNTED_TO = 100

export const peopleAsked = ofBodies.extend({ binding: z.enum(['claimed', 'verified', 'contested']) })

export interface PeopleView {
  bodies: OwnBody[]
  people: PersonToVerify[]
  next: string | null
  counts: Record<BindingState, number>
}

/** People who say that they belong to the reviewer's own bodies, a body after the other, the longest-waiting first. */
export async function listPeople(
  ctx: Context,
  holder: Holder,
  { orgId, binding, after }: z.infer<typeof peopleAsked>,
): Promise<PeopleView> {
  const { store } = ctx
  const chosen = chosenBodies(holder, orgId)
  const page = await overBodies(chosen, after, (unitId, paging) =>
    store.query('persons', 'byUnit', { equals: { unitId, binding }, limit: PAGE, ...paging }),
  )
  const [claimed, verified, contested] = await Promise.all(
    (['claimed', 'verified', 'contested'] as const).map(async (state) => {
      const counts = await Promise.all(chosen.map((unitId) => countOf(ctx, unitId, state)))
      return Math.min(
        COUNTED_TO,
        counts.reduce((sum, count) => sum + count, 0),
      )
    }),
  )
  return {
    bodies: await namedBodies(store, holder),
    people: await Promise.all(page.items.map((person) => personToVerify(ctx, person))),
    next: page.next,
    counts: { claimed: claimed ?? 0, verified: verified ?? 0, contested: contested ?? 0 },
  }
}

listPeople.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

export const countOf = (
  { store }: Pick<Context, 'store'>,
  unitId: string,
  binding: BindingState,
): Promise<number> => store.count('persons', 'byUnit', { equals: { unitId, binding } }, COUNTED_TO)
