// Every procedure, every field, with what no phone of ours sends: a refusal or an answer, never a fault of ours.
import { TRPCError } from '@trpc/server'
import { Refused } from '../../server/kernel/refused'
import { api } from '../../server/surface'
import { NASTY } from './fuzz/strange'
import { procedureAt } from './matrix/procedure-at'
import { ROWS } from './matrix/rows'
import { placeOf, WHO, type Who, World } from './matrix/world'

const DRIVERS = ['in-memory', 'on-the-wire'] as const
type Driver = (typeof DRIVERS)[number]

const worlds = {} as Record<Driver, World>
beforeAll(async () => {
  for (const driver of DRIVERS) worlds[driver] = await World.open(driver)
})
afterAll(async () => {
  for (const driver of DRIVERS) await worlds[driver].close()
})

/** A caller whom the procedure lets in. */
const letIn = (path: string): Who =>
  WHO.find((who) => {
    const said = ROWS[path]?.answers[who]
    return !/^(ROLE_MISSING|NOT_REGISTERED)$/.test(String(typeof said === 'string' ? said : said?.[0]))
  }) ?? 'trainee'

/** The procedures that would end the caller: each is asked by a caller of its own. */
const ENDS = /^account\.(erase|contest|register)$/

/** How many of the inputs go over the wire: what becomes of a value on its way does not hang on the field that holds it. */
const EVERY_ON_THE_WIRE = 4

const PATHS = Object.keys(ROWS).filter((path) => !ENDS.test(path))

test.each(PATHS.flatMap((path) => DRIVERS.map((driver) => ({ path, driver }))))(
  '$path, $driver',
  async ({ path, driver }) => {
    const world = worlds[driver]
    const who = letIn(path)
    const input = await ROWS[path]?.input?.(placeOf(who, 'own'), world, who)
    const openid = who === 'nobody' ? world.next('o-nobody') : `o-${who}`
    const faults: unknown[] = []
    const all = [...NASTY, ...variants(input)]
    // An input that the schema refuses comes no further than the door: one of those stands for them.
    const refused = all.filter((given) => !isTaken(path, given))
    const taken = all.filter((given) => isTaken(path, given))
    const first = PATHS.indexOf(path) % EVERY_ON_THE_WIRE
    const sent = driver === 'in-memory' ? taken : taken.filter((_, i) => i % EVERY_ON_THE_WIRE === first)
    for (const given of [...refused.slice(0, 1), ...sent]) {
      const fault = await faultOf(world, { path, openid, input: given })
      if (fault !== null) faults.push([given, fault])
    }
    expect(faults).toEqual([])
  },
)

interface Parser {
  safeParse(input: unknown): { success: boolean }
}
const procedures = api._def.procedures as unknown as Record<string, { _def: { inputs: Parser[] } }>

/** Whether the procedure's own schema lets an input pass; it never throws, with any input. */
const isTaken = (path: string, given: unknown): boolean =>
  procedures[path]?._def.inputs.every((parser) => parser.safeParse(given).success) ?? true

/** The input with one field exchanged, each in turn, for each of these. */
function variants(input: unknown): object[] {
  if (typeof input !== 'object' || input === null) return []
  return Object.keys(input).flatMap((field) =>
    NASTY.map((value) => ({ ...input, [field]: value, toString: 'x' })),
  )
}

/** Null for an answer or a refusal; else what went wrong. */
async function faultOf(
  world: World,
  { path, openid, input }: { path: string; openid: string; input: unknown },
): Promise<string | null> {
  try {
    await procedureAt(world.calls(openid), path)(input)
    return null
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return null
    const cause = error instanceof TRPCError ? error.cause : error
    return cause instanceof Refused ? null : String(cause)
  }
}

test('every procedure is among them', () => {
  expect(Object.keys(ROWS).sort()).toEqual(Object.keys(api._def.procedures).sort())
})
