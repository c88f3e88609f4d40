import * as z from 'zod'
import { cursor, draftedId, identifier } from '../../kernel/inputs'
import { router, trainee } from '../../kernel/procedure'
import { uploadTicket } from '../evidence/kept-file'
import { attach, attachedFile, attachmentUrl, detach, draftFile, fileOfDraft } from './attachments'
import { discardDraft, listDrafts, saveDraft, showDraft, typedDraft } from './drafts'
import { kindsAsked, listKinds } from './kinds'
import { previewDraft } from './preview'
import { myClaims, showClaim } from './show-claim'
import { submitDraft, withdraw } from './submit'

const ofDraft = z.object({ draftId: draftedId })
const ofClaim = z.object({ claimId: identifier })

export const claimRouter = router({
  kinds: trainee.input(kindsAsked).query(({ ctx, input }) => listKinds(ctx, ctx.person, input)),
  saveDraft: trainee.input(typedDraft).mutation(({ ctx, input }) => saveDraft(ctx, ctx.person, input)),
  discardDraft: trainee
    .input(ofDraft)
    .mutation(({ ctx, input }) => discardDraft(ctx, ctx.person, input.draftId)),
  drafts: trainee.query(({ ctx }) => listDrafts(ctx, ctx.person)),
  draft: trainee.input(ofDraft).query(({ ctx, input }) => showDraft(ctx, ctx.person, input.draftId)),
  uploadTicket: trainee.mutation(({ ctx }) => uploadTicket(ctx, ctx.person)),
  attach: trainee.input(draftFile).mutation(({ ctx, input }) => attach(ctx, ctx.person, input)),
  detach: trainee.input(fileOfDraft).mutation(({ ctx, input }) => detach(ctx, ctx.person, input)),
  attachmentUrl: trainee.input(attachedFile).query(({ ctx, input }) => attachmentUrl(ctx, ctx.person, input)),
  preview: trainee.input(ofDraft).query(({ ctx, input }) => previewDraft(ctx, ctx.person, input.draftId)),
  submit: trainee.input(ofDraft).mutation(({ ctx, input }) => submitDraft(ctx, ctx.person, input.draftId)),
  withdraw: trainee.input(ofClaim).mutation(({ ctx, input }) => withdraw(ctx, ctx.person, input.claimId)),
  mine: trainee
    .input(z.object({ after: cursor }))
    .query(({ ctx, input }) => myClaims(ctx, ctx.person, input.after)),
  claim: trainee.input(ofClaim).query(({ ctx, input }) => showClaim(ctx, ctx.person, input.claimId)),
})
