import { type MakeInput, type Rows, registered } from './row'
import { claimWithFile, draft, photo } from './things'

const SHA256 = '0'.repeat(64)

/** A draft of the person the place is about: the caller, or another person. */
const kept =
  (more: object = {}): MakeInput =>
  async ({ ownerId }, world) => ({ draftId: await draft(ownerId, world), ...more })

const claimOfOwner: MakeInput = async (place, world) => ({
  claimId: (await world.claim(place, { ownerId: place.ownerId, at: 'unit' }))._id,
})
/** The caller's own claims and drafts only: whether another's exists is not told. */
const OWN = registered(['ok', 'CLAIM_UNKNOWN', 'CLAIM_UNKNOWN'])

export const claimRows: Rows = {
  'claim.kinds': { input: () => ({ year: 2022 }), answers: registered() },
  'claim.saveDraft': {
    // A correction of a returned claim.
    input: async (place, world) => {
      const claim = await world.claim(place, { ownerId: place.ownerId, at: 'unit', state: 'returned' })
      const fields = { title: '论文' }
      return { draftId: world.next('draft'), kind: 'paper', targetYear: 2022, fields, claimId: claim._id }
    },
    names: ['claimId'],
    answers: OWN,
  },
  'claim.discardDraft': { input: kept(), names: ['draftId'], answers: OWN },
  'claim.drafts': { answers: registered() },
  'claim.draft': { input: kept(), names: ['draftId'], answers: OWN },
  'claim.uploadTicket': { answers: registered() },
  'claim.attach': {
    // A draft of one's own each time: it is the file that is another's.
    input: async ({ ownerId }, world, who) => ({
      ...{ draftId: await draft(who, world), fileId: await photo(ownerId, world), name: '照片' },
    }),
    answers: registered(['ok', 'FILE_UNKNOWN', 'FILE_UNKNOWN']),
  },
  'claim.detach': { input: kept({ sha256: SHA256 }), names: ['draftId'], answers: OWN },
  'claim.attachmentUrl': {
    input: claimWithFile,
    names: ['claimId'],
    // The caller's own claim, and claims in their review or oversight; of other claims nothing is told.
    answers: registered(['ok', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE']),
  },
  'claim.preview': { input: kept(), names: ['draftId'], answers: OWN },
  'claim.submit': { input: kept(), names: ['draftId'], answers: OWN },
  'claim.withdraw': { input: claimOfOwner, names: ['claimId'], answers: OWN },
  'claim.mine': { input: () => ({}), answers: registered() },
  'claim.claim': { input: claimOfOwner, names: ['claimId'], answers: OWN },
}
