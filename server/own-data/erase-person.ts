import type { Context } from '../kernel/context'
import { record } from '../kernel/record'
import type { CollectionName } from '../kernel/store/collections'
import type { Who } from '../kernel/store/personal'
import type { Transaction } from '../kernel/store/port'
import { ownAct } from './ask-erasure'
import { endOpenClaims } from './end-open-claims'
import { personalOf, personsOf } from './find-documents'
import { forgetIn, forgotten } from './forget-documents'
import { openMatters } from './open-matters'
import { keepOutlasting, partSittings } from './outlasting'

/**
 * Forgets a person's identity, once their days to take it back are over: every collection as it declares. Name, numbers
 * and the WeChat account go; records that bodies answer for stay under the person's random id. Each step may be cut off
 * and run again; the person's own document comes last, so that all documents left over are found by it. It waits while
 * something about their learning is not decided yet.
 */
export async function erasePerson(ctx: Context, personId: string): Promise<'done' | 'waits'> {
  const erasure = await ctx.store.get('erasures', personId)
  if (erasure?.state !== 'waiting' || ctx.now < erasure.dueAt) return 'done'
  const person = await ctx.store.get('persons', personId)
  if (!person) return 'done'
  // Something may have begun since it was asked for.
  if ((await openMatters(ctx, person)).length > 0) return 'waits'
  await keepOutlasting(ctx, person)
  await partSittings(ctx, personId)
  const persons = await personsOf(ctx, person)
  const [who] = persons
  await endOpenClaims(ctx, person, who.pseudonym)
  const others = (Object.keys(ctx.store.collections) as CollectionName[]).filter((name) => name !== 'persons')
  for (const name of others) await forgetIn(ctx, name, persons)
  await ctx.store.transact((tx) => forgetPerson(tx, ctx, who))
  return 'done'
}

/**
 * The person is in no unit's list and no statistics; the roster's line is free for the next account that registers with
 * it.
 */
async function forgetPerson(tx: Transaction, ctx: Context, who: Who): Promise<void> {
  const { personId } = who
  const person = await tx.get('persons', personId)
  const erasure = await tx.get('erasures', personId)
  const personal = personalOf(ctx.store, 'persons')
  if (!person || !personal || erasure?.state !== 'waiting') return
  await tx.replace('persons', forgotten(person, personal, who))
  await tx.replace('erasures', { ...erasure, state: 'done' })
  await record(tx, ctx, {
    ...ownAct(person),
    id: `erasure-done:${personId}:${erasure.askedAt}`,
    kind: 'erasure-done',
    after: 'erased',
    payload: { personId },
  })
}
