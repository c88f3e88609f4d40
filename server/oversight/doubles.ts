import * as z from 'zod'
import type { DoubleDocument, LearnedLine } from '../books/hours/documents'
import { stands } from '../books/hours/learned'
import type { Context } from '../kernel/context'
import {
  chosenBodies,
  type Holder,
  isOwnAffair,
  namedBodies,
  type OwnBody,
  overBodies,
} from '../kernel/holder'
import { hourWordOf } from '../kernel/hour-word'
import { identifier, type OfBodies, statedReason, tapId } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import { actingAs, actingOver, stillActing } from './act'
import type { DoubleCard, DoubleLine } from './views'

const PAGE = 20

/**
 * Credits that look like something the same person was credited for before, newest first. One of which a side was taken
 * back meanwhile is settled by that: it is not shown, and closed as it is met.
 */
export async function listDoubles(
  ctx: Pick<Context, 'store' | 'packs' | 'now'>,
  overseer: Holder,
  { orgId: chosen, after }: OfBodies,
): Promise<{ bodies: OwnBody[]; doubles: DoubleCard[]; next: string | null }> {
  const { store } = ctx
  const { items, next } = await overBodies(chosenBodies(overseer, chosen), after, (bureauId, paging) =>
    store.query('doubles', 'byBureau', { equals: { bureauId, state: 'open' }, limit: PAGE, ...paging }),
  )
  const cards = await Promise.all(items.map((double) => cardOf(ctx, double)))
  return {
    bodies: await namedBodies(store, overseer),
    doubles: cards.flatMap((card) => card ?? []),
    next,
  }
}

listDoubles.refuses = ['INPUT_INVALID', 'OUT_OF_SCOPE'] as const

async function cardOf(
  { store, packs, now }: Pick<Context, 'store' | 'packs' | 'now'>,
  double: DoubleDocument,
): Promise<DoubleCard | null> {
  const { _id: doubleId, personId, unitId, line, like, at } = double
  const standing = await Promise.all([line, ...like].map((one) => stands(store, one)))
  const others = like.filter((_, i) => standing[i + 1])
  if (!standing[0] || others.length === 0) {
    await store.replaceIfUnchanged('doubles', { ...double, state: 'settled' })
    return null
  }
  const [person, unit] = await Promise.all([
    store.get('persons', personId),
    store.get('organisations', unitId),
  ])
  return {
    doubleId,
    personName: person?.name ?? '',
    unitName: unit?.name ?? '',
    hourName: unit ? hourWordOf({ packs, now }, unit.region) : '',
    lines: [line, ...others].map(lineOf),
    at,
  }
}

const lineOf = ({ entryId, year, title, hours, from, to, way }: LearnedLine): DoubleLine => ({
  entryId,
  year,
  title,
  hours,
  from,
  to,
  way,
})

export const doubleKept = z.object({ doubleId: identifier, decisionId: tapId, reason: statedReason })

/**
 * Says that two credits are two: both stay, and the person is told. Where they are one, the overseer voids either by the
 * act that voids any hours. Said twice is once.
 */
export async function keepDouble(
  ctx: Context,
  overseer: Holder,
  { doubleId, decisionId, reason }: z.infer<typeof doubleKept>,
): Promise<{ doubleId: string }> {
  const found = await ctx.store.get('doubles', doubleId)
  if (!found) refuse('OUT_OF_SCOPE', {})
  const { by } = await actingOver(ctx.store, overseer, found.unitId)
  await ctx.store.transact(async (tx) => {
    const standing = await stillActing(tx, ctx, overseer, by)
    const double = await tx.get('doubles', doubleId)
    if (!double) refuse('OUT_OF_SCOPE', {})
    if (isOwnAffair(standing, double.personId)) refuse('SELF_REVIEW', {})
    if (double.state !== 'open') return
    const decided = { by: by.personId, byName: by.name, orgName: by.orgName, reason, at: ctx.now }
    await tx.replace('doubles', { ...double, state: 'different', decided })
    const { personId, line } = double
    await record(tx, ctx, {
      id: `double-kept:${decisionId}:${doubleId}`,
      kind: 'double-kept',
      subject: { of: 'person', id: personId },
      by: actingAs(by),
      after: `${line.title}：${reason}`,
      payload: { personId, title: line.title, year: line.year, entryId: line.entryId },
    })
  })
  return { doubleId }
}

keepDouble.refuses = ['OUT_OF_SCOPE', 'SELF_REVIEW'] as const
