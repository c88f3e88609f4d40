import type { RoleName } from '../../../domain/organisation/roles'
import { having, type Rows, WITHIN } from './row'
import { standIn, titledAt } from './things'
import { LEVEL, type Place, type Who, type World } from './world'

/** A person of the place's unit who waits to be confirmed. */
const claimed = async ({ unit }: Place, world: World) => ({
  personId: (await world.person(unit, { binding: 'claimed' }))._id,
  decisionId: world.next('d'),
})
/** A person of the place's unit who said a title that nobody has looked at. */
const titled = async ({ unit }: Place, world: World) => ({
  personId: (await titledAt(world, unit))._id,
  ...{ titleId: 'title-1', decisionId: world.next('d'), verdict: { kind: 'confirm' } },
})
const CONFIRMING = having('confirm-people', WITHIN)

const REVIEWING = having('review-claims', 'ok')
const HANDING_ON = having('stand-aside', 'ok')
const DECIDING = having('review-claims', WITHIN)

export const reviewRows: Rows = {
  'review.people': { input: () => ({ binding: 'claimed' }), answers: having('confirm-people', 'ok') },
  'review.confirm': { input: claimed, names: ['personId'], answers: CONFIRMING },
  'review.dispute': {
    input: async (place, world) => ({ ...(await claimed(place, world)), reason: '不是本单位的人' }),
    names: ['personId'],
    answers: CONFIRMING,
  },
  'review.titles': { input: () => ({}), answers: having('confirm-people', 'ok') },
  'review.decideTitle': {
    input: titled,
    names: ['personId'],
    answers: having('confirm-people', WITHIN),
  },
  'review.standing': { input: () => ({ behindOnly: false }), answers: having('see-standing', 'ok') },
  'review.remind': {
    input: ({ personId }) => ({ personId }),
    names: ['personId'],
    answers: having('remind-people', WITHIN),
  },
  'review.unitCode': { answers: having('show-unit-code', 'ok') },
  'review.queue': {
    input: ({ body }) => ({ orgId: body }),
    names: ['orgId'],
    answers: DECIDING,
  },
  'review.done': { input: () => ({}), answers: REVIEWING },
  'review.claim': {
    input: async (place, world, who) => ({ claimId: (await waiting(place, world, who))._id }),
    names: ['claimId'],
    answers: having('read-claims', WITHIN, {
      // The nearest bureau's staff; further up it is seen in a spot check.
      'region-staff': 'OUT_OF_SCOPE',
    }),
  },
  'review.decide': {
    input: async (...at) => ({ ...(await decision(...at)), verdict }),
    names: ['claimId'],
    answers: DECIDING,
  },
  'review.decideMany': {
    input: async (...at) => ({ items: [await decision(...at)] }),
    names: ['items.0.claimId'],
    answers: DECIDING,
  },
  'review.delegations': { answers: HANDING_ON },
  'review.delegate': {
    input: async ({ body }, world) => ({
      ...{ personId: (await world.person(body))._id, until: '2022-08-31', actId: world.next('act') },
    }),
    names: ['personId'],
    answers: having('stand-aside', WITHIN),
  },
  // Another's delegation is not changed, and nothing is told of it.
  'review.endDelegation': {
    input: async (place, world, who) => ({
      personId: await standIn(place, world, { by: place.ownerId, role: roleOf(who) }),
      actId: world.next('act'),
    }),
    names: ['personId'],
    answers: HANDING_ON,
  },
}

const roleOf = (who: Who): RoleName =>
  who === 'unit-reviewer' || who === 'department-reviewer' ? who : 'bureau-reviewer'

const verdict = { kind: 'approve' }

/** A claim of a person at the place that waits at the caller's own level. */
const waiting = (place: Place, world: World, who: Who) =>
  world.claim(place, { ownerId: place.personId, at: LEVEL[who] })

async function decision(place: Place, world: World, who: Who) {
  const { _id, revision, stepIndex } = await waiting(place, world, who)
  return { claimId: _id, decisionId: world.next('d'), revision, stepIndex }
}
