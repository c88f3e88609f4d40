import { refusalOf } from '../../../tests/harness/classroom'
import { Reviewers } from '../../../tests/harness/reviewers'

let office: Reviewers
beforeAll(async () => {
  office = await Reviewers.open()
}, 60_000)
afterAll(() => office.stop())

const ask = (name: string, moveId: string, toUnitId = 'sd-unit-2') =>
  office.as(name).organisation.requestMove({ toUnitId, moveId })
const confirm = (by: string, name: string, moveId: string) =>
  office.as(by).organisation.confirmMove({ personId: `p-${name}`, moveId })

describe('a wish to move', () => {
  test('each refusal of asking', async () => {
    await office.person('sd', 'wisher')
    await office.person('sd', 'unconfirmed', { binding: 'claimed' })
    expect(await refusalOf(ask('unconfirmed', 'w0'))).toEqual({ code: 'BINDING_UNVERIFIED', details: {} })
    expect(await refusalOf(ask('wisher', 'w1', 'nowhere'))).toEqual({ code: 'UNIT_UNKNOWN', details: {} })
    expect(await refusalOf(ask('wisher', 'w1', 'sd-department'))).toEqual({
      code: 'UNIT_UNKNOWN',
      details: {},
    })
    expect(await refusalOf(ask('wisher', 'w1', 'sd-unit'))).toEqual({
      code: 'INPUT_INVALID',
      details: { fields: ['toUnitId'] },
    })
    expect(await office.store.get('moves', 'p-wisher')).toBeNull()
  })

  test.each(['registered', 'returned'] as const)(
    'to a unit that is %s, which nobody verified, it is refused',
    async (state) => {
      await office.person('sd', `early-${state}`)
      const unit = await office.store.get('organisations', 'sd-unit-2')
      await office.change('sd-unit-2', { state })
      const refusal = await refusalOf(ask(`early-${state}`, 'w2'))
      await office.change('sd-unit-2', { state: 'verified' })
      expect(refusal).toEqual({ code: 'ORG_NOT_VERIFIED', details: { orgName: unit?.name } })
      expect(await office.store.get('moves', `p-early-${state}`)).toBeNull()
    },
  )

  test('a township is a unit to move to', async () => {
    await office.person('sd', 'rural')
    await office.change('sd-unit-2', { kind: 'township' })
    const move = await ask('rural', 'w3')
    await office.change('sd-unit-2', { kind: 'unit' })
    expect(move).toMatchObject({ state: 'waiting', toUnitId: 'sd-unit-2' })
  })

  test('the same wish again is one; another one takes its place', async () => {
    await office.person('sd', 'wishes')
    await ask('wishes', 'w4')
    expect(await ask('wishes', 'w4')).toMatchObject({ moveId: 'w4' })
    expect(await office.store.get('moves', 'p-wishes')).toMatchObject({ version: 1 })
    await ask('wishes', 'w5')
    expect(await office.store.get('moves', 'p-wishes')).toMatchObject({ moveId: 'w5', version: 2 })
    expect((await office.as('sd-unit-2').organisation.moves({})).moves).toContainEqual(
      expect.objectContaining({ personId: 'p-wishes', moveId: 'w5', fromUnitName: 'sd推广站it' }),
    )
  })
})

describe('the new unit decides', () => {
  test('a reviewer who wishes to move to the unit they review does not confirm it themselves', async () => {
    await office.person('sd', 'own', {
      roles: [{ role: 'unit-reviewer', orgId: 'sd-unit-2', until: null, grantedBy: '' }],
    })
    await ask('own', 'o1')
    expect(await refusalOf(confirm('own', 'own', 'o1'))).toEqual({ code: 'SELF_REVIEW', details: {} })
    expect(await office.store.get('persons', 'p-own')).toMatchObject({ unitId: 'sd-unit' })
    expect(await confirm('sd-unit-2', 'own', 'o1')).toMatchObject({ state: 'confirmed' })
  })

  test('only the unit asked for decides, and only of a move there is', async () => {
    await office.person('sd', 'scoped')
    await ask('scoped', 's1')
    expect(await refusalOf(confirm('sd-unit', 'scoped', 's1'))).toEqual({ code: 'OUT_OF_SCOPE', details: {} })
    expect(await refusalOf(confirm('sd-unit-2', 'nobody', 's1'))).toEqual({
      code: 'OUT_OF_SCOPE',
      details: {},
    })
    expect(await office.store.get('moves', 'p-scoped')).toMatchObject({ state: 'waiting', version: 1 })
  })

  test('an ID number that is taken tells nothing of who holds it, before and after they moved', async () => {
    const holder = await office.person('sd', 'holder')
    const key = { _id: holder.idNumberHash, personId: holder._id, unitName: holder.unitName }
    await office.store.insert('identity-keys', key)
    await office.person('sd', 'impostor', { binding: 'claimed', idNumberHash: holder.idNumberHash })
    const confirmImpostor = () =>
      office.as('sd-unit').review.confirm({ personId: 'p-impostor', decisionId: 'i1' })
    const taken = { code: 'ID_NUMBER_TAKEN', details: {} }
    expect(await refusalOf(confirmImpostor())).toEqual(taken)
    await ask('holder', 'h1')
    await confirm('sd-unit-2', 'holder', 'h1')
    expect(await refusalOf(confirmImpostor())).toEqual(taken)
  })

  test('a move that is closed is refused with how it stands; the same decision again is one', async () => {
    await office.person('sd', 'closed')
    const refused = (by: string, moveId: string) =>
      office.as(by).organisation.refuseMove({ personId: 'p-closed', moveId, reason: '不是本单位人员' })
    const closed = (state: string) => ({ code: 'MOVE_CLOSED', details: { state } })

    await ask('closed', 'c1')
    await office.as('closed').organisation.withdrawMove()
    expect(await refusalOf(confirm('sd-unit-2', 'closed', 'c1'))).toEqual(closed('withdrawn'))
    expect(await refusalOf(refused('sd-unit-2', 'c1'))).toEqual(closed('withdrawn'))

    await ask('closed', 'c2')
    expect(await refusalOf(confirm('sd-unit-2', 'closed', 'c1'))).toEqual(closed('waiting'))
    expect(await refused('sd-unit-2', 'c2')).toMatchObject({ state: 'refused', note: '不是本单位人员' })
    expect(await refused('sd-unit-2', 'c2')).toMatchObject({ state: 'refused' })
    expect(await refusalOf(confirm('sd-unit-2', 'closed', 'c2'))).toEqual(closed('refused'))

    await ask('closed', 'c3')
    await confirm('sd-unit-2', 'closed', 'c3')
    expect(await confirm('sd-unit-2', 'closed', 'c3')).toMatchObject({ state: 'confirmed' })
    expect(await refusalOf(refused('sd-unit-2', 'c3'))).toEqual(closed('confirmed'))
    expect(await office.as('closed').organisation.withdrawMove()).toMatchObject({ state: 'confirmed' })
  })
})
