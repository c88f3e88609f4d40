// The weight of a procedure is no guess: it is held against what its usual call asks of the store.
import { CALL_WEIGHTS } from '../../server/call-weights'
import { OUR_ALLOWANCES } from '../../server/kernel/our-limits'
import { api } from '../../server/surface'
import { counted } from './fuzz/town'
import { ROWS } from './matrix/rows'
import { placeOf, WHO, type Who, World } from './matrix/world'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

test('every procedure has its weight, and the heaviest is within a purse', () => {
  expect(Object.keys(CALL_WEIGHTS).sort()).toEqual(Object.keys(ROWS).sort())
  expect(Math.max(...Object.values(CALL_WEIGHTS))).toBeLessThan(OUR_ALLOWANCES.caller.points / 4)
})

test.each(Object.entries(CALL_WEIGHTS))('%s asks for no more than it weighs (%i)', async (path, weight) => {
  for (const who of WHO) {
    const operations = await operationsOf(path, who)
    if (operations !== null)
      expect({ who, operations: Math.max(operations, weight) }).toEqual({ who, operations: weight })
  }
})

/** Of a call that is answered; null where it is refused. */
async function operationsOf(path: string, who: Who): Promise<number | null> {
  const twin = world.twin()
  const input = await ROWS[path]?.input?.(placeOf(who, 'own'), twin, who)
  const ctx = twin.as(who === 'nobody' ? twin.next('o-nobody') : `o-${who}`)
  const { store, price } = counted(ctx.store)
  const procedure: unknown = path
    .split('.')
    .reduce(
      (at, name) => (at as Record<string, unknown>)[name],
      api.createCaller({ ...ctx, store }) as unknown,
    )
  return (procedure as (given: unknown) => Promise<unknown>)(input).then(
    () => price.operations,
    () => null,
  )
}
