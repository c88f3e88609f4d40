import { fileObjection } from '../../domain/oversight/objection'
import { auditLine, outboxEvent } from '../kernel/acts'
import type { Context } from '../kernel/context'
import { refuse } from '../kernel/refused'
import type { PersonDocument } from '../people/documents'
import type { VoidingDocument } from './documents'
import type { VoidingView } from './views'
import { voidingView } from './voiding-view'

/** A person's own line that was taken back, by the line or by the claim of a fact that credited none. */
async function ownVoiding(
  { store }: Context,
  person: PersonDocument,
  subject: string,
): Promise<VoidingDocument> {
  const voiding = await store.get('voidings', subject)
  if (voiding?.personId === person._id) return voiding
  const entry = await store.get('entries', subject)
  const account = entry ? await store.get('accounts', entry.accountId) : null
  // Whose line it is is not told: another's is as unknown as none.
  if (account?.personId !== person._id) refuse('ENTRY_UNKNOWN', {})
  const own = await store.get('voidings', `void:${subject}`)
  return own ?? refuse('ENTRY_NOT_VOID', {})
}

/** Why one's line was taken back, by whom and by which rule, and how one's objection goes. */
export const showVoiding = async (
  ctx: Context,
  person: PersonDocument,
  entryId: string,
): Promise<VoidingView> => voidingView(ctx, await ownVoiding(ctx, person, entryId))

/**
 * Files the trainee's objection, once for each voiding. It goes to the body above the one that voided, and the person
 * who voided does not hear it. The same statement sent twice is one.
 */
export async function objectToVoiding(
  ctx: Context,
  person: PersonDocument,
  { entryId, statement }: { entryId: string; statement: string },
): Promise<VoidingView> {
  const { _id: id, orgId } = await ownVoiding(ctx, person, entryId)
  const body = await ctx.store.get('organisations', orgId)
  const filed = await ctx.store.transact(async (tx) => {
    const voiding = await tx.get('voidings', id)
    if (!voiding) refuse('ENTRY_UNKNOWN', {})
    if (voiding.objection?.statement === statement) return voiding
    if (voiding.objection) refuse('OBJECTION_FILED', { at: voiding.objectedAt })
    const actor = { id: person._id, name: person.name, orgName: person.unitName, at: ctx.now }
    const actId = `objection:${id}`
    const after = statement
    const line = {
      actorId: person._id,
      role: 'trainee',
      scope: voiding.unitId,
      subjectId: id,
      before: 'void',
    }
    await tx.insert('audit', auditLine({ id: actId, action: 'objection-filed', ...line, after }, ctx))
    const payload = { orgId: body?.parentId ?? orgId, voidingId: id, personName: person.name }
    await tx.insert('outbox', outboxEvent({ id: actId, kind: 'objection-filed', payload }, ctx))
    return tx.replace('voidings', {
      ...voiding,
      objection: fileObjection(statement, actor),
      objectionState: 'open',
      objectedAt: ctx.now,
      hearingOrgId: body?.parentId ?? orgId,
    })
  })
  return voidingView(ctx, filed)
}
