import * as z from 'zod'
import { grantOver } from '../../../domain/organisation/rights'
import { grantsAt } from '../../../domain/organisation/roles'
import type { Context } from '../../kernel/context'
import { draftedId, identifier, sha256Hex } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { Attachment } from '../evidence/attachment'
import { EVIDENCE_OPENS_SECONDS, KEPT_FILE_REFUSES, keptFile, MOST_FILES } from '../evidence/kept-file'
import type { ClaimDocument } from './documents'
import { draftView, ownDraft } from './drafts'
import { maySeeClaim } from './reviewing'
import type { DraftView } from './views'

export const draftFile = z.object({
  draftId: draftedId,
  fileId: z.string().max(400),
  name: z.string().trim().min(1).max(100),
})
export const fileOfDraft = z.object({ draftId: draftedId, sha256: sha256Hex })

/**
 * Takes an uploaded file into a draft. Its bytes decide what it is, and are copied to where only functions write: what
 * was looked at cannot be exchanged afterwards. The same file twice is once.
 */
export async function attach(
  ctx: Context,
  person: PersonDocument,
  { draftId, fileId, name }: z.infer<typeof draftFile>,
): Promise<DraftView> {
  await ownDraft(ctx.store, person, draftId)
  const attachment = await keptFile(ctx, person, { fileId, name, personId: person._id })
  const saved = await ctx.store.transact(async (tx) => {
    const draft = await ownDraft(tx, person, draftId)
    if (draft.state === 'submitted') return draft
    if (draft.attachments.some(({ sha256 }) => sha256 === attachment.sha256)) return draft
    if (draft.attachments.length >= MOST_FILES) refuse('INPUT_INVALID', { fields: ['photo'] })
    const attachments = [...draft.attachments, attachment]
    return tx.replace('claim-drafts', { ...draft, attachments, savedAt: ctx.now })
  })
  return draftView(ctx, person, saved)
}

attach.refuses = [...KEPT_FILE_REFUSES, 'CLAIM_UNKNOWN', 'INPUT_INVALID'] as const

export async function detach(
  ctx: Context,
  person: PersonDocument,
  { draftId, sha256 }: z.infer<typeof fileOfDraft>,
): Promise<DraftView> {
  const saved = await ctx.store.transact(async (tx) => {
    const draft = await ownDraft(tx, person, draftId)
    if (draft.state === 'submitted') return draft
    const attachments = draft.attachments.filter((one) => one.sha256 !== sha256)
    return tx.replace('claim-drafts', { ...draft, attachments, savedAt: ctx.now })
  })
  return draftView(ctx, person, saved)
}

detach.refuses = ['CLAIM_UNKNOWN'] as const

export const attachedFile = z.union([fileOfDraft, z.object({ claimId: identifier, sha256: sha256Hex })])

/**
 * An address that opens one file for a while: for the claimant, and for those who review the claim or oversee its unit.
 */
export async function attachmentUrl(
  ctx: Context,
  person: PersonDocument,
  of: z.infer<typeof attachedFile>,
): Promise<{ url: string; expiresAt: number }> {
  const { store, ports } = ctx
  const attachments =
    'draftId' in of
      ? (await ownDraft(store, person, of.draftId)).attachments
      : await attachmentsInSight(ctx, person, of.claimId)
  const found = attachments.find(({ sha256 }) => sha256 === of.sha256)
  if (!found) refuse('FILE_UNKNOWN', {})
  return ports.files.temporaryUrl(found.fileId, EVIDENCE_OPENS_SECONDS)
}

attachmentUrl.refuses = ['CLAIM_UNKNOWN', 'FILE_UNKNOWN', 'OUT_OF_SCOPE'] as const

async function attachmentsInSight(
  ctx: Context,
  person: PersonDocument,
  claimId: string,
): Promise<Attachment[]> {
  const claim = await ctx.store.get('claims', claimId)
  if (!claim || !(await mayRead(ctx.store, { person, claim, ctx }))) refuse('OUT_OF_SCOPE', {})
  return [...claim.attachments, ...(claim.before?.attachments ?? [])]
}

async function mayRead(
  reads: Reads,
  { person, claim, ctx }: { person: PersonDocument; claim: ClaimDocument; ctx: Pick<Context, 'now'> },
): Promise<boolean> {
  if (claim.personId === person._id) return true
  const grants = grantsAt(person, ctx.now)
  if (maySeeClaim(grants, claim)) return true
  const unit = await reads.get('organisations', claim.unitId)
  return unit !== null && grantOver(grants, 'spot-check', unit.path) !== null
}
