// Every procedure, as every role, with inputs at random: a refusal or an answer; nothing that is another's; a price with an
// end. `npm run fuzz` makes a hundred thousand calls, the check some thousands of them.
import { TRPCError } from '@trpc/server'
import { Refused } from '../../server/kernel/refused'
import { api } from '../../server/surface'
import { priced } from '../harness/counted-store'
import { changed, oneOf, seededDice } from './fuzz/strange'
import { plantSecrets, type Secret, toldWrongly } from './fuzz/town'
import { procedureAt } from './matrix/procedure-at'
import { ROWS } from './matrix/rows'
import { placeOf, SCOPES, WHO, type Who, World } from './matrix/world'

const CALLS = Number(process.env.XUESHI_FUZZ ?? 3_000)
const SEED = Number(process.env.XUESHI_FUZZ_SEED ?? 1)

/** No procedure needs more for one call, whatever it is given; a job is cut into steps that do not. */
const MOST_OPERATIONS = 250
const MOST_DOCUMENTS = 1_000
const MOST_ANSWER_BYTES = 200_000

const PATHS = Object.keys(ROWS)
const A_PROCEDURE = Math.max(1, Math.round(CALLS / PATHS.length / WHO.length))

let world: World
let secrets: Secret[]
let names: string[]
beforeAll(async () => {
  world = await World.open()
  secrets = await plantSecrets(world)
  names = world.everything().flatMap(([, documents]) => documents.flatMap(namesIn))
})
afterAll(() => world.close())

/** Ids and accounts that a document bears. What people are called is none of them: an answer may repeat what was asked. */
const namesIn = (document: object): string[] =>
  Object.entries(document).flatMap(([field, value]) =>
    /^_id$|Id$|openid|path/i.test(field) && typeof value === 'string' ? [value] : [],
  )

test.each(PATHS.map((path, index) => ({ path, index })))('$path', async ({ path, index }) => {
  const dice = seededDice(SEED * 1_000 + index)
  const wrong: unknown[] = []
  for (const who of WHO) {
    const twin = world.twin()
    const others: unknown[] = [{ path }]
    for (let call = 0; call < A_PROCEDURE; call += 1) {
      const input = await ROWS[path]?.input?.(placeOf(who, oneOf(dice, SCOPES)), twin, who)
      const given = changed(input ?? {}, { dice, names, others })
      others.push(input ?? {})
      const found = await faultsOf(twin, { path, who, given })
      if (found.length > 0) wrong.push({ who, given: JSON.stringify(given)?.slice(0, 2_000), found })
      await stay(twin, who)
    }
  }
  expect(wrong).toEqual([])
})

describe('what it looks for is seen where it is', () => {
  test('another’s number, read by whoever may, and said under another name', async () => {
    const { answer } = await answerOf(world.twin().as('o-unit-reviewer'), 'account.revealIdNumber', {
      ...{ personId: 'p-station', reason: '核对身份', readingId: world.next('r') },
    })
    const told = { who: 'unit-reviewer', secrets } as const
    expect(toldWrongly(answer, { ...told, path: 'account.revealIdNumber' })).toEqual([])
    expect(toldWrongly(answer, { ...told, path: 'claim.show' })).toHaveLength(1)
  })

  test('and in a sheet, which is compressed', async () => {
    const twin = world.twin()
    const path = 'outside.titleSheet'
    const input = await ROWS[path]?.input?.(placeOf('committee', 'own'), twin, 'committee')
    const idNumbers = { readingId: twin.next('r'), reason: '评审材料' }
    const { answer } = await answerOf(twin.as('o-committee'), path, {
      ...{ ...(input as object), idNumbers, orgId: 'station' },
    })
    const told = { who: 'committee', secrets } as const
    expect(toldWrongly(answer, { ...told, path })).toEqual([])
    expect(toldWrongly(answer, { ...told, path: 'claim.show' })).not.toEqual([])
  })

  test('a fault of ours, which is no refusal', async () => {
    const broken = { ...world.as('o-trainee'), packs: null } as never
    expect((await answerOf(broken, 'policy.show', { region: 'shandong', year: 2022 })).fault).not.toBeNull()
  })

  test('what is asked of the store', async () => {
    const { store, price } = priced(world.twin().store)
    const person = await store.get('persons', 'trainee')
    const equals = { unitId: 'station', binding: 'verified' }
    const { items } = await store.query('persons', 'byUnit', { equals, limit: 5 })
    await store.transact((tx) => tx.get('persons', 'trainee'))
    expect(price).toEqual({ operations: 3, documents: 2 + items.length })
    // A walk through a long index costs each of its pages.
    for (let n = 0; n < 250; n += 1)
      await store.insertIfAbsent('roster-lines', { _id: `survey:${n}`, unitId: 'survey', name: '测量队员' })
    const walked: string[] = []
    for await (const { _id } of store.each('roster-lines', 'byUnit', { equals: { unitId: 'survey' } }))
      walked.push(_id)
    expect(walked).toHaveLength(250)
    expect(price).toEqual({ operations: 256, documents: 2 + items.length + 250 + 250 })
    await store.transact((tx) => tx.upsert('persons', person, person as never))
    expect(price).toMatchObject({ operations: 257 })
  })
})

interface Call {
  path: string
  who: Who
  given: unknown
}

async function faultsOf(twin: World, { path, who, given }: Call): Promise<string[]> {
  const ctx = twin.as(who === 'nobody' ? twin.next('o-nobody') : `o-${who}`)
  const { store, price } = priced(ctx.store)
  const { answer, fault } = await answerOf({ ...ctx, store }, path, given)
  const said = JSON.stringify(answer ?? null)
  return [
    ...(fault === null ? [] : [fault]),
    ...toldWrongly(answer, { path, who, secrets }).map((secret) => `tells ${secret}`),
    ...(price.operations > MOST_OPERATIONS ? [`${price.operations} operations`] : []),
    ...(price.documents > MOST_DOCUMENTS ? [`${price.documents} documents`] : []),
    ...(said.length > MOST_ANSWER_BYTES ? [`an answer of ${said.length}`] : []),
  ]
}

async function answerOf(
  ctx: ReturnType<World['as']>,
  path: string,
  given: unknown,
): Promise<{ answer: unknown; fault: string | null }> {
  try {
    return { answer: await procedureAt(api.createCaller(ctx), path)(given), fault: null }
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error
    if (cause instanceof Refused) return { answer: cause.refusal, fault: null }
    const isOfTheInput = error instanceof TRPCError && error.code === 'BAD_REQUEST'
    return { answer: null, fault: isOfTheInput ? null : String(cause instanceof Error ? cause.stack : cause) }
  }
}

/** Whoever moved, or gained a role, by what was tried is again who they were: their sight is what the next call is held to. */
async function stay(twin: World, who: Who): Promise<void> {
  const before = who === 'nobody' ? null : await world.store.get('persons', who)
  const now = before && (await twin.store.get('persons', before._id))
  if (now)
    await twin.store.replace('persons', { ...before, _id: now._id, version: now.version } as typeof now)
}
