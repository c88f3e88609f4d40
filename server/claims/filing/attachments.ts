import { createHash } from 'node:crypto'
import { plainFileName } from '../../../domain/kernel/plain-text'
import { grantOver } from '../../../domain/organisation/rights'
import { grantsAt } from '../../../domain/organisation/roles'
import type { Context } from '../../kernel/context'
import { refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { Attachment, ClaimDocument } from './documents'
import { draftView, ownDraft } from './drafts'
import { extensionOf, fileTypeOf } from './file-type'
import type { DraftView } from './views'

/** Where a phone may put files, and functions alone read them; see `uploads` in server/collections.ts. */
const INCOMING = 'incoming'
const MOST_BYTES = 20 * 1024 * 1024
export const MOST_FILES = 9
const TICKET_BYTES = 12

/** A path of their own for one file. It is no permission yet: only what is attached is looked at. */
export function uploadTicket({ dice }: Pick<Context, 'dice'>, { _id }: PersonDocument): { path: string } {
  return { path: `${INCOMING}/${_id}/${Buffer.from(dice.bytes(TICKET_BYTES)).toString('hex')}` }
}

/**
 * Takes an uploaded file into a draft. Its bytes decide what it is, and are copied to where only functions write: what
 * was looked at cannot be exchanged afterwards. The same file twice is once.
 */
export async function attach(
  ctx: Context,
  person: PersonDocument,
  { draftId, fileId, name }: { draftId: string; fileId: string; name: string },
): Promise<DraftView> {
  await ownDraft(ctx.store, person, draftId)
  const attachment = await keptFile(ctx, person, { fileId, name })
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

/** An uploaded file as its bytes show it, copied to where only functions write. */
export async function keptFile(
  { ports }: Pick<Context, 'ports'>,
  { _id }: PersonDocument,
  { fileId, name: given }: { fileId: string; name: string },
): Promise<Attachment> {
  const name = plainFileName(given)
  // Of the id, only its path is believed, and only where this person was told to put it.
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? ''
  if (!path.startsWith(`${INCOMING}/${_id}/`) || path.includes('..')) refuse('FILE_UNKNOWN', {})
  const bytes = await ports.files.read(fileId, MOST_BYTES + 1)
  if (bytes === null) refuse('FILE_UNKNOWN', {})
  if (bytes.length === 0) refuse('FILE_EMPTY', { name })
  if (bytes.length > MOST_BYTES) refuse('FILE_TOO_LARGE', { name, limitBytes: MOST_BYTES })
  const type = fileTypeOf(bytes)
  if (type === null) refuse('FILE_TYPE', { name })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = await ports.files.keep(`evidence/${_id}/${sha256}.${extensionOf(type)}`, bytes)
  return { fileId: kept, name, type, bytes: bytes.length, sha256 }
}

export async function detach(
  ctx: Context,
  person: PersonDocument,
  { draftId, sha256 }: { draftId: string; sha256: string },
): Promise<DraftView> {
  const saved = await ctx.store.transact(async (tx) => {
    const draft = await ownDraft(tx, person, draftId)
    if (draft.state === 'submitted') return draft
    const attachments = draft.attachments.filter((one) => one.sha256 !== sha256)
    return tx.replace('claim-drafts', { ...draft, attachments, savedAt: ctx.now })
  })
  return draftView(ctx, person, saved)
}

export type FileOf = { sha256: string } & ({ draftId: string } | { claimId: string })

/** An address that opens one file for a while: for whoever claims, and for those who review it or oversee its unit. */
export async function attachmentUrl(
  ctx: Context,
  person: PersonDocument,
  of: FileOf,
): Promise<{ url: string; expiresAt: number }> {
  const { store, ports } = ctx
  const attachments =
    'draftId' in of
      ? (await ownDraft(store, person, of.draftId)).attachments
      : await attachmentsInSight(ctx, person, of.claimId)
  const found = attachments.find(({ sha256 }) => sha256 === of.sha256)
  if (!found) refuse('FILE_UNKNOWN', {})
  return ports.files.temporaryUrl(found.fileId)
}

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
  const path = claim.steps.map(({ orgId }) => orgId).filter((orgId) => orgId !== '')
  if (grantOver(grants, 'review-claims', path)) return true
  const unit = await reads.get('organisations', claim.unitId)
  return unit !== null && grantOver(grants, 'spot-check', unit.path) !== null
}
