// The whole answer of each procedure, and the documents that it leaves in the store, notices included: kept beside this
// file, so that a change of any word, figure, order or document is seen where it is reviewed. A change that is meant is
// written anew by `npx jest tests/doors/answers.test.ts -u`, and its lines are read in the diff.
import { plusSeconds } from '../../domain/kernel/instant'
import { deliverOutbox } from '../../server/afterwards/clock/deliver-outbox'
import { keepHouse } from '../../server/afterwards/clock/keep-house'
import type { Context } from '../../server/kernel/context'
import { Refused } from '../../server/kernel/refused'
import { api } from '../../server/surface'
import { CASES } from './answers/cases'
import { evenDice } from './answers/dice'
import { furnish } from './answers/scene'
import { changesOf, written } from './answers/written'
import { procedureAt } from './matrix/procedure-at'
import { ROWS } from './matrix/rows'
import { placeOf, SCOPES, WHO, type Who, World } from './matrix/world'

expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String })

const procedures = api._def.procedures as unknown as Record<string, { _def: { type: string } }>

let scene: World
beforeAll(async () => {
  scene = await World.open()
  scene.still = { now: scene.now, dice: evenDice() }
  await furnish(scene)
  await afterwards(scene.as(''), 4)
})
afterAll(() => scene.close())

/** The consequences of an act, as the clock's runs bring them about. */
async function afterwards(ctx: Context, runs = 1): Promise<void> {
  for (let run = 0; run < runs; run += 1) {
    await deliverOutbox(ctx)
    await keepHouse(ctx)
  }
}

async function called(world: World, path: string, who: string, input: unknown): Promise<string> {
  try {
    return written(await procedureAt(world.calls(`o-${who}`), path)(input))
  } catch (error) {
    const cause = (error as { cause?: unknown }).cause
    if (cause instanceof Refused) return `refused ${written(cause.refusal)}`
    throw error
  }
}

/** Those with a role that lets them look, each in their own place; of what all may call or what changes, the first. */
function callersOf(path: string): Who[] {
  const answers = ROWS[path]?.answers
  const admitted = WHO.filter((who) => [answers?.[who]].flat()[0] === 'ok')
  const looks = procedures[path]?._def.type === 'query' && !admitted.includes('trainee')
  return looks ? admitted : admitted.slice(0, 1)
}

/** The scene once more, an hour later. */
function later(): World {
  const world = scene.twin()
  world.still = { now: plusSeconds(scene.now, 3600), dice: evenDice() }
  return world
}

test.each(Object.keys(ROWS))('%s', async (path) => {
  const texts = new Map<string, string>()
  for (const who of callersOf(path)) {
    const world = later()
    const input = await ROWS[path]?.input?.(placeOf(who, SCOPES[0]), world, who)
    const text = await story(world, path, who, input)
    texts.set(text, `${texts.get(text) ?? ''}${who} `)
  }
  expect([...texts].map(([text, who]) => `${who}\n${text}`).join('\n')).toMatchSnapshot()
})

test.each(CASES)('$path: $about', async ({ path, who, input }) => {
  const world = later()
  expect(await story(world, path, who, await input(placeOf('bureau-staff', 'own'), world))).toMatchSnapshot()
})

const changing = Object.keys(ROWS).flatMap((path) =>
  procedures[path]?._def.type === 'mutation' ? callersOf(path).map((who) => ({ path, who })) : [],
)

// The same call is sent twice where its first answer was lost on the way.
test.each(changing)('$path again', async ({ path, who }) => {
  const world = later()
  const input = await ROWS[path]?.input?.(placeOf(who, SCOPES[0]), world, who)
  await called(world, path, who, input)
  await afterwards(world.as(''))
  expect(await story(world, path, who, input)).toMatchSnapshot()
})

async function story(world: World, path: string, who: string, input: unknown): Promise<string> {
  const before = world.everything()
  const answer = await called(world, path, who, input)
  if (procedures[path]?._def.type === 'mutation') await afterwards(world.as(''))
  return [answer, ...changesOf(before, world.everything())].join('\n')
}
