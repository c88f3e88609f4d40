import { holders, type Rows } from './row'
import type { Place, World } from './world'

/** Somebody of the place's unit who waits to be confirmed. */
const claimed = async ({ unit }: Place, world: World) => ({
  personId: (await world.person(unit, { binding: 'claimed' }))._id,
  decisionId: world.next('d'),
})
const UNIT_ONLY = holders({ 'unit-reviewer': ['ok', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'] })

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
}
