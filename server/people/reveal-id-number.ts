import { auditLine, outboxEvent } from '../kernel/acts'
import type { Context } from '../kernel/context'
import { grantIn, type Holder, stillHolding } from '../kernel/holder'
import { unseal } from '../kernel/ports/sealing'
import { refuse } from '../kernel/refused'

interface Asked {
  personId: string
  reason: string
  /** Made on the phone for one tap: the same tap sent twice is one reading. */
  readingId: string
}

/** An ID number in full: audited before it is given, with the reason, and told to its owner. */
export async function revealIdNumber(
  ctx: Context,
  holder: Holder,
  { personId, reason, readingId }: Asked,
): Promise<{ idNumber: string }> {
  const sealed = await ctx.store.transact(async (tx) => {
    const standing = await stillHolding(tx, ctx, holder)
    const { person: reader } = standing
    const person = await tx.get('persons', personId)
    const unit = person ? await tx.get('organisations', person.unitId) : null
    const grant = unit ? grantIn(standing, unit.path) : null
    if (!person || !unit || !grant) refuse('OUT_OF_SCOPE', {})
    const id = `id-number-revealed:${reader._id}:${readingId}`
    const said = await tx.get('audit', id)
    if (said && said.subjectId !== personId) refuse('INPUT_INVALID', { fields: ['readingId'] })
    if (said) return person.idNumber
    const line = { id, actorId: reader._id, role: grant.role, scope: unit._id, subjectId: personId }
    await tx.insert(
      'audit',
      auditLine({ ...line, action: 'id-number-revealed', before: '', after: reason }, ctx),
    )
    const org = await tx.get('organisations', grant.orgId)
    const payload = { personId, byName: reader.name, orgName: org?.name ?? '', reason }
    await tx.insert('outbox', outboxEvent({ id, kind: 'id-number-revealed', payload }, ctx))
    return person.idNumber
  })
  return { idNumber: unseal(sealed, ctx.ports.secrets) }
}
