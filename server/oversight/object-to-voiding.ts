import * as z from 'zod'
import { fileObjection } from '../../domain/oversight/objection'
import type { Context } from '../kernel/context'
import { identifier, typed } from '../kernel/inputs'
import { record } from '../kernel/record'
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

showVoiding.refuses = ['ENTRY_NOT_VOID', 'ENTRY_UNKNOWN'] as const

export const filedObjection = z.object({ entryId: identifier, statement: typed(500) })

/**
 * Files the trainee's objection, once for each voiding. It goes to the body above the one that voided, and the person
 * who voided does not hear it. The same statement sent twice is one.
 */
export async function objectToVoiding(
  ctx: Context,
  person: PersonDocument,
  { entryId, statement }: z.infer<typeof filedObjection>,
): Promise<VoidingView> {
  const { _id: id, orgId } = await ownVoiding(ctx, person, entryId)
  const body = await ctx.store.get('organisations', orgId)
  const filed = await ctx.store.transact(async (tx) => {
    const voiding = await tx.get('voidings', id)
    if (!voiding) refuse('ENTRY_UNKNOWN', {})
    if (voiding.objection?.statement === statement) return voiding
    if (voiding.objection) refuse('OBJECTION_FILED', { at: voiding.objectedAt })
    const actor = { id: person._id, name: person.name, orgName: person.unitName, at: ctx.now }
    await record(tx, ctx, {
      id: `objection:${id}`,
      kind: 'objection-filed',
      subject: { of: 'voiding', id },
      by: { actorId: person._id, role: 'trainee', scope: voiding.unitId },
      before: 'void',
      after: statement,
    })
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

objectToVoiding.refuses = ['ENTRY_NOT_VOID', 'ENTRY_UNKNOWN', 'OBJECTION_FILED'] as const
