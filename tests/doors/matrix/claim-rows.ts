import { type MakeInput, type Rows, registered } from './row'
import { claimWithFile, draft, photo } from './things'

const SHA256 = '0'.repeat(64)

/** A draft of whose things the place is about: one's own, or that of somebody else. */
const kept =
  (more: object = {}): MakeInput =>
  async ({ ownerId }, world) => ({ draftId: await draft(ownerId, world), ...more })

const claimOfOwner: MakeInput = async (place, world) => ({
  claimId: (await world.claim(place, { ownerId: place.ownerId, at: 'unit' }))._id,
})
/** One's own claims and drafts, and nobody else's: whether another's exists is not told. */
const OWN = registered(['ok', 'CLAIM_UNKNOWN', 'CLAIM_UNKNOWN'])

export const claimRows: Rows = {
  'claim.kinds': { input: () => ({ year: 2022 }), answers: registered() },
  'claim.saveDraft': {
    // A correction of somebody's returned claim.
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
    // One's own, and what one reviews or oversees; of another's claim nothing is told.
    answers: registered(['ok', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE']),
  },
  'claim.preview': { input: kept(), names: ['draftId'], answers: OWN },
  'claim.submit': { input: kept(), names: ['draftId'], answers: OWN },
  'claim.withdraw': { input: claimOfOwner, names: ['claimId'], answers: OWN },
  'claim.mine': { input: () => ({}), answers: registered() },
  'claim.claim': { input: claimOfOwner, names: ['claimId'], answers: OWN },
}
