import * as z from 'zod'
import type { Context } from '../../kernel/context'
import { identifier, typed } from '../../kernel/inputs'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import { decidersOf } from '../../people/contest-decider'
import type { ContestDocument, PersonDocument } from '../../people/documents'
import { tellDeciders } from '../../people/place-contest'
import type { ComingRebind } from './views'

/** More than one at a time is rare; a number can be contested by so many accounts. */
const MOST = 20

/** The moves of the caller's own account that were agreed to and are not carried out yet. */
export async function comingRebinds(
  ctx: Context,
  { _id: holderId }: PersonDocument,
): Promise<{ rebinds: ComingRebind[] }> {
  const rebinds: ComingRebind[] = []
  for await (const contest of ctx.store.each('contests', 'byHolder', { equals: { holderId } })) {
    if (contest.state !== 'moving' || contest.movesAt === null) continue
    const registration = await ctx.store.get('registrations', contest.openid)
    const { _id: contestId, movesAt, at: filedAt } = contest
    const orgName = contest.words.at(-1)?.orgName ?? ''
    rebinds.push({ contestId, movesAt, filedAt, orgName, mobileMasked: registration?.mobileMasked ?? '' })
    if (rebinds.length === MOST) break
  }
  return { rebinds }
}

export const rebindObjection = z.object({ contestId: identifier, statement: typed(500) })

/**
 * The holder says from the old account that it is theirs: the move stops, and the body above decides. The same again is
 * one.
 */
export async function objectToRebind(
  ctx: Context,
  person: PersonDocument,
  input: z.infer<typeof rebindObjection>,
): Promise<{ objected: true }> {
  const above = await aboveOf(ctx, person, input.contestId)
  await ctx.store.transact((tx) => commit(tx, ctx, { person, input, above }))
  return { objected: true }
}

objectToRebind.refuses = ['REBIND_CLOSED'] as const

type Above = Awaited<ReturnType<typeof decidersOf>>

async function aboveOf(ctx: Context, person: PersonDocument, contestId: string): Promise<Above> {
  const found = await ctx.store.get('contests', contestId)
  if (found?.holderId !== person._id) refuse('REBIND_CLOSED', {})
  // Whoever reviews for the unit has decided: the body above is told alone.
  const place = { ...found, unitId: '' }
  return decidersOf(ctx, { place, holder: person })
}

interface Objecting {
  person: PersonDocument
  input: z.infer<typeof rebindObjection>
  above: Above
}

async function commit(
  tx: Transaction,
  ctx: Context,
  { person, input, above }: Objecting,
): Promise<ContestDocument> {
  const contest = await tx.get('contests', input.contestId)
  if (contest?.holderId !== person._id) refuse('REBIND_CLOSED', {})
  if (contest.state === 'open' && contest.objection !== null) return contest
  if (contest.state !== 'moving' || contest.objection !== null) refuse('REBIND_CLOSED', {})
  const objection = { text: input.statement, at: ctx.now }
  const stopped = await tx.replace('contests', {
    ...contest,
    state: 'open',
    words: [],
    movesAt: null,
    objection,
  })
  const id = `rebind-objected:${contest._id}:${stopped.version}`
  await record(tx, ctx, {
    id,
    kind: 'rebind-objected',
    subject: { of: 'person', id: person._id },
    by: { actorId: person._id, role: 'trainee', scope: contest.unitId },
    after: input.statement,
  })
  await tellDeciders(tx, ctx, { contest: stopped, id, waitsFor: above })
  return stopped
}
