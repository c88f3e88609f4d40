import type { MakeInput, Rows } from './row'
import { anybody, having, registered, WITHIN } from './row'
import { nameOf } from './world'

const act = (world: { next(prefix: string): string }) => world.next('act')

/** Each role at its own level and below it; every role that reads sees its own part of the tree. */
const READERS = having('see-tree', WITHIN)
const REVIEWERS = having('verify-bodies', WITHIN)
const BUREAU = having('set-up-bodies', WITHIN)

const waiting: MakeInput = async ({ department }, world) => ({
  orgId: await world.waitingBody('unit', department),
  decisionId: act(world),
})
/** With the registrar as they were read. */
const confirming: MakeInput = async (...at) => {
  const asked = (await waiting(...at)) as { orgId: string }
  return { ...asked, registrar: await at[1].registrarOf(asked.orgId) }
}
const returning: MakeInput = async (...at) => ({ ...((await waiting(...at)) as object), reason: '请写全称' })

export const organisationRows: Rows = {
  'organisation.searchAbove': { input: () => ({ text: '演示' }), answers: anybody() },
  'organisation.register': {
    input: ({ department }, world) => ({
      ...{ name: `新单位${world.next('name')}`, kind: 'unit', parentId: department, isPrivate: false },
    }),
    answers: { ...anybody(), nobody: 'PHONE_MISSING' },
  },
  'organisation.mine': { answers: registered() },
  'organisation.tree': { input: ({ body }) => ({ parentId: body }), answers: READERS },
  'organisation.verify': { input: confirming, answers: REVIEWERS },
  'organisation.return': { input: returning, answers: REVIEWERS },
  'organisation.rename': {
    input: ({ unit }, world) => ({ orgId: unit, actId: act(world), name: `新名称${world.next('name')}` }),
    answers: having('rename-bodies', WITHIN),
  },
  'organisation.setLine': {
    input: ({ department }, world) => ({ orgId: department, actId: act(world), line: null }),
    answers: BUREAU,
  },
  'organisation.setStanding': {
    input: ({ unit }, world) => ({ orgId: unit, actId: act(world), nature: 'enterprise', county: '' }),
    answers: BUREAU,
  },
  'organisation.setSelfReviewing': {
    input: ({ unit }, world) => ({ orgId: unit, actId: act(world), selfReviewing: false }),
    answers: BUREAU,
  },
  'organisation.holders': { input: ({ body }) => ({ orgId: body }), answers: READERS },
  'organisation.candidates': {
    input: ({ body }) => ({ orgId: body }),
    answers: having('grant-roles', WITHIN),
  },
  'organisation.grant': {
    input: async ({ unit }, world) => ({
      personId: (await world.person(unit))._id,
      ...{ role: 'unit-reviewer', orgId: unit, until: null, actId: act(world) },
    }),
    answers: having('grant-roles', WITHIN, {
      // Staff of a base name colleagues of the base, but no unit's reviewer.
      'base-staff': 'OUT_OF_SCOPE',
    }),
  },
  'organisation.revoke': {
    input: ({ unit, personId }, world) => ({
      ...{ personId, role: 'unit-reviewer', orgId: unit, actId: act(world) },
    }),
    answers: having('end-roles', WITHIN, {
      // Staff and committees see who holds which role, and end only their own.
      'bureau-staff': ['GRANT_BEYOND_OWN', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
      committee: ['GRANT_BEYOND_OWN', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
      'base-staff': 'OUT_OF_SCOPE',
    }),
  },
  'organisation.requestMove': {
    input: (_, world) => ({ toUnitId: 'survey', moveId: world.next('move') }),
    answers: registered(),
  },
  'organisation.withdrawMove': { answers: registered() },
  'organisation.moves': { input: () => ({}), answers: having('confirm-moves', 'ok') },
  'organisation.confirmMove': { input: moving(), answers: having('confirm-moves', WITHIN) },
  'organisation.refuseMove': {
    input: moving({ reason: '不是本单位人员' }),
    answers: having('confirm-moves', WITHIN),
  },
}

/** A person from elsewhere who asked to belong to the place's unit. */
function moving(more: object = {}): MakeInput {
  return async function wish({ unit }, world) {
    // They are to be of the place, and are named so.
    const person = await world.person('orchard', { name: nameOf(unit) })
    const moveId = world.next('move')
    await world.store.insert('moves', {
      _id: person._id,
      moveId,
      personName: person.name,
      idNumberMasked: person.idNumberMasked,
      ...{ fromUnitId: 'orchard', fromUnitName: '演示', toUnitId: unit, toUnitName: '演示' },
      ...{ state: 'waiting', note: '', at: world.now },
    })
    return { personId: person._id, moveId, ...more }
  }
}
