import * as z from 'zod'
import { spendIn } from '../kernel/budget'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, stillHolding } from '../kernel/holder'
import { identifier, typed } from '../kernel/inputs'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import { readingActId } from './reading-act-id'
import { idNumberOf } from './sealed-numbers'

export const numberReading = z.object({
  personId: identifier,
  reason: typed(100),
  /** Made on the phone for one tap: the same tap sent again within minutes is one reading, because its answer was lost. */
  readingId: identifier,
})

/**
 * An ID number in full: audited before it is given, with the reason, and told to its owner, each time that it is read. The
 * phone's id of a reading opens nothing later on: it makes one of a call and its repetition alone.
 */
export async function revealIdNumber(
  ctx: Context,
  holder: Holder,
  { personId, reason, readingId }: z.infer<typeof numberReading>,
): Promise<{ idNumber: string }> {
  const revealed = await ctx.store.transact(async (tx) => {
    const standing = await stillHolding(tx, ctx, holder)
    const { person: reader } = standing
    const person = await tx.get('persons', personId)
    const unit = person ? await tx.get('organisations', person.unitId) : null
    const grant = unit ? grantIn(standing, unit.path) : null
    if (!person || !unit || !grant) refuse('OUT_OF_SCOPE', {})
    const org = await tx.get('organisations', grant.orgId)
    const isNew = await record(tx, ctx, {
      id: readingActId(ctx, { readerId: reader._id, readingId, personId }),
      kind: 'id-number-revealed',
      subject: { of: 'person', id: personId },
      by: { actorId: reader._id, role: grant.role, scope: unit._id },
      after: reason,
      payload: { personId, byName: reader.name, orgName: org?.name ?? '', reason },
    })
    if (isNew) await spendIn(tx, ctx, { limit: 'read-number', key: reader._id })
    return person
  })
  return { idNumber: idNumberOf(revealed, ctx.ports.secrets) }
}

revealIdNumber.refuses = ['OUT_OF_SCOPE', 'TOO_OFTEN'] as const
