import { TRPCError } from '@trpc/server'
import * as z from 'zod'
import { refusal } from '../../domain/kernel/refusal'
import type { RoleGrant } from '../../domain/organisation/roles'
import { AUGUST, type Ledger, startLedger } from '../../tests/harness/ledger'
import { caller, holding, router, trainee } from './procedure'
import { Refused, refuse } from './refused'

let ledger: Ledger
beforeAll(async () => {
  ledger = await startLedger()
  await ledger.person('p1')
  await ledger.store.insert('bindings', { _id: 'o-p1', personId: 'p1' })
  const roles: RoleGrant[] = [{ role: 'bureau-staff', orgId: 'city', until: null, grantedBy: '' }]
  await ledger.store.replace('persons', { ...(await ledger.person('p2')), roles })
  await ledger.store.insert('bindings', { _id: 'o-p2', personId: 'p2' })
  await ledger.store.insert('bindings', { _id: 'o-gone', personId: 'p-gone' })
  const registration = { consent: null, mobile: null, mobileMasked: null }
  const moved = { at: AUGUST, orgName: '演示单位' }
  await ledger.store.insert('registrations', { _id: 'o-moved', ...registration, moved })
  await ledger.store.insert('registrations', { _id: 'o-begun', ...registration })
})
afterAll(() => ledger.stop())

const surface = router({
  anybody: caller.query(() => 'ok'),
  registered: trainee.query(({ ctx }) => ctx.person._id),
  figures: holding('see-figures').query(({ ctx }) => ctx.holder.grants.map(({ orgId }) => orgId)),
})
const as = (openid: string) => surface.createCaller({ ...ledger.ctx, openid })
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => value,
    ({ cause }: TRPCError) => (cause instanceof Refused ? cause.refusal : cause),
  )

test.each([
  ['', 'CALLER_UNKNOWN', {}],
  ['o-nobody', 'NOT_REGISTERED', {}],
  ['o-gone', 'NOT_REGISTERED', {}],
  ['o-begun', 'NOT_REGISTERED', {}],
  ['o-moved', 'BINDING_MOVED', { at: AUGUST, orgName: '演示单位' }],
])('the account %j is no registered person: %s', async (openid, code, details) => {
  expect(await refusalOf(as(openid).registered())).toEqual({ code, details })
})

test('a caller is anybody whom the platform identifies', async () => {
  expect(await as('o-nobody').anybody()).toBe('ok')
  expect(await refusalOf(as('').anybody())).toEqual({ code: 'CALLER_UNKNOWN', details: {} })
  expect(await as('o-p1').registered()).toBe('p1')
})

test('a right is held by its grants alone; without one the first role that would give it is named', async () => {
  expect(await as('o-p2').figures()).toEqual(['city'])
  expect(await refusalOf(as('o-p1').figures())).toEqual({
    code: 'ROLE_MISSING',
    details: { role: 'unit-reviewer' },
  })
})

describe('the error that a client is given', () => {
  const shown = (cause: unknown) => {
    const error = new TRPCError({ code: 'BAD_REQUEST', cause })
    const data = {
      code: 'BAD_REQUEST',
      httpStatus: 400,
      stack: 'at /var/user/index.js',
      path: 'a.b',
    } as const
    return surface._def._config.errorFormatter({
      ...{ error, type: 'query', path: 'a.b', input: undefined, ctx: undefined },
      shape: { message: 'secret', code: -32600, data },
    })
  }
  const refusedBy = (work: () => unknown): unknown => {
    try {
      return work()
    } catch (error) {
      return error
    }
  }

  test('is a refusal, by its code and details', () => {
    expect(shown(refusedBy(() => refuse('ROLE_MISSING', { role: 'committee' })))).toEqual({
      ...{ message: 'ROLE_MISSING', code: -32600 },
      data: { code: 'BAD_REQUEST', refusal: refusal('ROLE_MISSING', { role: 'committee' }) },
    })
  })

  test('is the fields of an input that is none, each once', () => {
    const schema = z.object({ a: z.object({ b: z.string().min(2).regex(/^x/) }), c: z.int() })
    expect(shown(refusedBy(() => schema.parse({ a: { b: 'y' }, c: 'z' })))).toEqual({
      ...{ message: 'INPUT_INVALID', code: -32600 },
      data: { code: 'BAD_REQUEST', refusal: refusal('INPUT_INVALID', { fields: ['a.b', 'c'] }) },
    })
  })

  test('is of a fault nothing but that it was unexpected', () => {
    expect(shown(new Error('the key is 1234'))).toEqual({
      ...{ message: 'UNEXPECTED', code: -32600 },
      data: { code: 'BAD_REQUEST', refusal: null },
    })
  })
})
