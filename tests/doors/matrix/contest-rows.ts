import { having, type Rows, registered, WITHIN } from './row'
import type { Place, World } from './world'

/** A person of the place's unit whose number another account contests. */
async function contested({ unit, department }: Place, world: World): Promise<string> {
  const holder = await world.person(unit)
  const _id = world.next('contest')
  await world.store.insert('contests', {
    ...{ _id, openid: world.next('o-contester'), name: holder.name, idNumberMasked: holder.idNumberMasked },
    ...{ statement: '换了微信号', holderId: holder._id, unitId: unit, aboveOrgId: department, state: 'open' },
    ...{ idNumberHash: holder.idNumberHash, words: [], movesAt: null, objection: null },
    ...{ reason: '', decisionId: '', decidedByName: '', decidedForName: '', decidedAt: null, at: world.now },
  })
  return _id
}

export const contestRows: Rows = {
  'review.contests': {
    input: ({ body }, _, who) => ({ level: who === 'unit-reviewer' ? 'unit' : 'above', orgId: body }),
    names: ['orgId'],
    answers: having('decide-contests', WITHIN),
  },
  // The units here have no reviewer in the list of roles, so the body right above them decides too; a higher one does
  // not.
  'review.decideContest': {
    input: async (place, world) => ({
      contestId: await contested(place, world),
      decisionId: world.next('d'),
      verdict: { kind: 'keep', reason: '本人到场核对' },
    }),
    names: ['contestId'],
    answers: having('decide-contests', WITHIN, { 'bureau-reviewer': 'OUT_OF_SCOPE' }),
  },
  'account.comingRebinds': { answers: registered() },
  // One's own account alone: the account of the place's person is somebody else's to everybody.
  'account.objectToRebind': {
    input: async (place, world) => ({ contestId: await contested(place, world), statement: '是我本人在用' }),
    names: ['contestId'],
    answers: registered('REBIND_CLOSED'),
  },
}
