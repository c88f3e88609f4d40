import * as z from 'zod'
import { plainText } from '../../../domain/kernel/plain-text'
import { identifier, router, trainee } from '../../kernel/procedure'
import { uploadTicket } from '../evidence/kept-file'
import { attach, attachmentUrl, detach } from './attachments'
import { discardDraft, listDrafts, saveDraft, showDraft } from './drafts'
import { listKinds } from './kinds'
import { previewDraft } from './preview'
import { myClaims, showClaim } from './show-claim'
import { submitDraft, withdraw } from './submit'

const MOST_FIELDS = 40
const year = z.int().min(2000).max(2100)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Made on the phone; it becomes part of an id, so it holds nothing that an id gives a meaning. */
const draftId = z.string().regex(/^[A-Za-z0-9-]{6,64}$/)
/** Named as the forms name them: what is kept under a name is kept by a name that means nothing to the store. */
const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9:-]{0,59}$/)
const fields = z
  .record(fieldName, z.string().max(500).overwrite(plainText))
  .refine((given) => Object.keys(given).length <= MOST_FIELDS)

export const claimRouter = router({
  kinds: trainee
    .input(z.object({ year: year.optional() }))
    .query(({ ctx, input }) => listKinds(ctx, ctx.person, input)),
  saveDraft: trainee
    .input(z.object({ draftId, kind: identifier, targetYear: year, fields, claimId: identifier.optional() }))
    .mutation(({ ctx, input }) => saveDraft(ctx, ctx.person, input)),
  discardDraft: trainee
    .input(z.object({ draftId }))
    .mutation(({ ctx, input }) => discardDraft(ctx, ctx.person, input.draftId)),
  drafts: trainee.query(({ ctx }) => listDrafts(ctx, ctx.person)),
  draft: trainee
    .input(z.object({ draftId }))
    .query(({ ctx, input }) => showDraft(ctx, ctx.person, input.draftId)),
  uploadTicket: trainee.mutation(({ ctx }) => uploadTicket(ctx, ctx.person)),
  attach: trainee
    .input(z.object({ draftId, fileId: z.string().max(400), name: z.string().trim().min(1).max(100) }))
    .mutation(({ ctx, input }) => attach(ctx, ctx.person, input)),
  detach: trainee
    .input(z.object({ draftId, sha256 }))
    .mutation(({ ctx, input }) => detach(ctx, ctx.person, input)),
  attachmentUrl: trainee
    .input(z.union([z.object({ draftId, sha256 }), z.object({ claimId: identifier, sha256 })]))
    .query(({ ctx, input }) => attachmentUrl(ctx, ctx.person, input)),
  preview: trainee
    .input(z.object({ draftId }))
    .query(({ ctx, input }) => previewDraft(ctx, ctx.person, input.draftId)),
  submit: trainee
    .input(z.object({ draftId }))
    .mutation(({ ctx, input }) => submitDraft(ctx, ctx.person, input.draftId)),
  withdraw: trainee
    .input(z.object({ claimId: identifier }))
    .mutation(({ ctx, input }) => withdraw(ctx, ctx.person, input.claimId)),
  mine: trainee
    .input(z.object({ after: z.string().max(400).optional() }))
    .query(({ ctx, input }) => myClaims(ctx, ctx.person, input.after)),
  claim: trainee
    .input(z.object({ claimId: identifier }))
    .query(({ ctx, input }) => showClaim(ctx, ctx.person, input.claimId)),
})
