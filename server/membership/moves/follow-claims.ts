import { grantsAt } from '../../../domain/organisation/roles'
import { isOpen } from '../../../domain/review/claim'
import { moveClaim } from '../../../domain/review/move-claim'
import { visitDates } from '../../../domain/review/visit-dates'
import { chainAbove } from '../../claims/filing/chain'
import type { ClaimDocument } from '../../claims/filing/documents'
import { queuePlace } from '../../claims/filing/queue-place'
import type { Context } from '../../kernel/context'
import { record } from '../../kernel/record'
import { accept } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import type { MoveDocument } from './documents'

type Move = Pick<MoveDocument, '_id' | 'personName' | 'toUnitId' | 'toUnitName'>

/**
 * Moves the open claims of a person onto their new unit's chain. A claim of another region stays on its old chain:
 * its hours belong to that region's year, and only its bodies can answer for it. Each claim is a transaction of its
 * own that does nothing the second time.
 */
export async function followClaims(ctx: Context, move: Move): Promise<void> {
  const unit = await ctx.store.get('organisations', move.toUnitId)
  const theirs = ctx.store.each('claims', 'byPerson', { equals: { personId: move._id } })
  for await (const claim of theirs)
    if (isOpen(claim) && claim.unitId !== move.toUnitId && claim.region === unit?.region)
      await ctx.store.transact((tx) => follow(tx, ctx, { claimId: claim._id, move }))
}

async function follow(
  tx: Transaction,
  ctx: Context,
  { claimId, move }: { claimId: string; move: Move },
): Promise<ClaimDocument | null> {
  const { packs, now } = ctx
  const claim = await tx.get('claims', claimId)
  if (!claim || claim.unitId === move.toUnitId) return claim
  const pack = accept(packs.standardOf(claim.region, claim.targetYear))
  const person = await tx.get('persons', claim.personId)
  const { steps, bureauId } = await chainAbove(tx, pack, {
    unitId: move.toUnitId,
    grants: person ? grantsAt(person, now) : [],
  })
  const actor = { id: move._id, name: move.personName, orgName: move.toUnitName, at: now }
  const moved = moveClaim(claim, { steps, dueAt: visitDates(pack, now).dueAt }, actor)
  if (!moved) return claim
  await record(tx, ctx, {
    id: `claim-moved:${claim._id}:${claim.version}`,
    kind: 'claim-moved',
    subject: { of: 'claim', id: claim._id },
    by: { actorId: move._id, role: 'trainee', scope: move.toUnitId },
    before: claim.unitName,
    after: move.toUnitName,
  })
  return tx.replace('claims', {
    ...claim,
    ...moved,
    ...queuePlace(moved),
    unitId: move.toUnitId,
    unitName: move.toUnitName,
    bureauId,
  })
}
