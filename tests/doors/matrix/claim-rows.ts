import { type MakeInput, type Rows, registered } from './row'

const SHA256 = '0'.repeat(64)
const fields = { draftId: 'draft-of-nobody', kind: 'none', targetYear: 2022, fields: {} }

/** A draft is found by who asks: naming another's finds none. */
const draft =
  (more: object = {}): MakeInput =>
  () => ({ draftId: 'draft-of-nobody', ...more })

const claimOfOwner: MakeInput = async (place, world) => ({
  claimId: (await world.claim(place, { ownerId: place.ownerId, at: 'unit' }))._id,
})
/** One's own claims, and nobody else's: whether another's exists is not told. */
const OWN = registered(['ok', 'CLAIM_UNKNOWN', 'CLAIM_UNKNOWN'])

export const claimRows: Rows = {
  'claim.kinds': { input: () => ({ year: 2022 }), answers: registered() },
  'claim.saveDraft': { input: () => fields, answers: registered('CLAIM_KIND_UNKNOWN') },
  'claim.discardDraft': { input: draft(), answers: registered('CLAIM_UNKNOWN') },
  'claim.drafts': { answers: registered() },
  'claim.draft': { input: draft(), answers: registered('CLAIM_UNKNOWN') },
  'claim.uploadTicket': { answers: registered() },
  'claim.attach': { input: draft({ fileId: 'none', name: '照片' }), answers: registered('CLAIM_UNKNOWN') },
  'claim.detach': { input: draft({ sha256: SHA256 }), answers: registered('CLAIM_UNKNOWN') },
  'claim.attachmentUrl': {
    input: async (place, world, who) => ({
      ...((await claimOfOwner(place, world, who)) as object),
      sha256: SHA256,
    }),
    // One's own claim, whose file is not there; of another's claim nothing is told.
    answers: registered(['FILE_UNKNOWN', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE']),
  },
  'claim.preview': { input: draft(), answers: registered('CLAIM_UNKNOWN') },
  'claim.submit': { input: draft(), answers: registered('CLAIM_UNKNOWN') },
  'claim.withdraw': { input: claimOfOwner, answers: OWN },
  'claim.mine': { input: () => ({}), answers: registered() },
  'claim.claim': { input: claimOfOwner, answers: OWN },
}
