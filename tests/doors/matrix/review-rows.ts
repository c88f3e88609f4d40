import { holders, type Rows, WITHIN } from './row'
import { LEVEL, type Place, type Who, type World } from './world'

/** Somebody of the place's unit who waits to be confirmed. */
const claimed = async ({ unit }: Place, world: World) => ({
  personId: (await world.person(unit, { binding: 'claimed' }))._id,
  decisionId: world.next('d'),
})
const UNIT_ONLY = holders({ 'unit-reviewer': ['ok', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'] })

const REVIEWING = holders({ 'unit-reviewer': 'ok', 'department-reviewer': 'ok', 'bureau-reviewer': 'ok' })
const DECIDING = holders({
  'unit-reviewer': WITHIN,
  'department-reviewer': WITHIN,
  'bureau-reviewer': WITHIN,
})

export const reviewRows: Rows = {
  'review.people': { input: () => ({ binding: 'claimed' }), answers: holders({ 'unit-reviewer': 'ok' }) },
  'review.confirm': { input: claimed, answers: UNIT_ONLY },
  'review.dispute': {
    input: async (place, world) => ({ ...(await claimed(place, world)), reason: '不是本单位的人' }),
    answers: UNIT_ONLY,
  },
  'review.standing': { input: () => ({ behindOnly: false }), answers: holders({ 'unit-reviewer': 'ok' }) },
  'review.remind': { input: ({ personId }) => ({ personId }), answers: UNIT_ONLY },
  'review.unitCode': { answers: holders({ 'unit-reviewer': 'ok' }) },
  'review.queue': {
    input: ({ body }) => ({ orgId: body }),
    answers: holders({ 'unit-reviewer': WITHIN, 'department-reviewer': WITHIN, 'bureau-reviewer': WITHIN }),
  },
  'review.done': { input: () => ({}), answers: REVIEWING },
  'review.claim': {
    input: async (place, world, who) => ({ claimId: (await waiting(place, world, who))._id }),
    answers: holders({
      'unit-reviewer': WITHIN,
      'department-reviewer': WITHIN,
      'bureau-reviewer': WITHIN,
      'bureau-staff': WITHIN,
    }),
  },
  'review.decide': { input: async (...at) => ({ ...(await decision(...at)), verdict }), answers: DECIDING },
  'review.decideMany': { input: async (...at) => ({ items: [await decision(...at)] }), answers: DECIDING },
  'review.delegations': { answers: REVIEWING },
  'review.delegate': {
    input: async ({ body }, world) => ({
      ...{ personId: (await world.person(body))._id, until: '2022-08-31', actId: world.next('act') },
    }),
    answers: DECIDING,
  },
  // What somebody else handed on is not touched, and nothing is told of it.
  'review.endDelegation': {
    input: ({ personId }, world) => ({ personId, actId: world.next('act') }),
    answers: REVIEWING,
  },
}

const verdict = { kind: 'approve' }

/** A claim of somebody at the place that waits at the caller's own level. */
const waiting = (place: Place, world: World, who: Who) =>
  world.claim(place, { ownerId: place.personId, at: LEVEL[who] })

async function decision(place: Place, world: World, who: Who) {
  const { _id, revision, stepIndex } = await waiting(place, world, who)
  return { claimId: _id, decisionId: world.next('d'), revision, stepIndex }
}
