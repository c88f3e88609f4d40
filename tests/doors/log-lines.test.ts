// One line for each call through a door, whoever makes it: of one shape, and without a word about a person.
import * as z from 'zod'
import { apiParts } from '../../server/api-door'
import { answering } from '../../server/door'
import { newCall } from '../../server/kernel/log'
import { Meter } from '../../server/kernel/meter'
import { tallied } from '../../server/kernel/store/tallied'
import { officeParts } from '../../server/office-door'
import { studyParts } from '../../server/study-door'
import { api } from '../../server/surface'
import { memoryStore } from '../simulation/memory-store'
import { changed, oneOf, seededDice } from './fuzz/strange'
import { plantSecrets, type Secret } from './fuzz/town'
import { ROWS } from './matrix/rows'
import { placeOf, SCOPES, WHO, type Who, World } from './matrix/world'

const parts = { ...apiParts, ...studyParts, ...officeParts }

const line = z.strictObject({
  t: z.iso.datetime(),
  level: z.enum(['info', 'error']),
  callId: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  door: z.literal('api'),
  path: z.enum([...Object.keys(ROWS), 'unknown']),
  version: z.string(),
  caller: z.string().regex(/^[0-9a-f]{8}$/),
  code: z
    .string()
    .regex(/^[A-Z_]+$/)
    .optional(),
  fault: z.strictObject({ message: z.string(), at: z.array(z.string()) }).optional(),
  about: z.string().optional(),
  ms: z.int().min(0),
  db: z.strictObject({
    ...{ reads: z.int().min(0), writes: z.int().min(0) },
    ...{ conflicts: z.int().min(0), transactions: z.int().min(0) },
  }),
})

let world: World
let secrets: Secret[]
beforeAll(async () => {
  world = await World.open()
  secrets = await plantSecrets(world)
})
afterAll(() => world.close())

/** A door of a country, as one WeChat account comes through it. */
function doorOf(twin: World, openid: string) {
  const meter = new Meter('one', () => memoryStore())
  return answering(parts, meter, (path) => {
    const ctx = twin.as(openid)
    const call = newCall('api', path, ctx.dice, Buffer.from(openid).toString('hex').padEnd(8, '0').slice(-8))
    return { ...ctx, call, store: tallied(ctx.store, call.tally) }
  })
}

/** All lines that some work writes. */
async function linesOf(work: () => Promise<unknown>): Promise<string[]> {
  const written: string[] = []
  const spies = (['log', 'error', 'warn', 'info'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void written.push(String(said[0]))),
  )
  try {
    await work()
    return written
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const typeOf = (path: string): string =>
  (api._def.procedures as unknown as Record<string, { _def: { type: string } }>)[path]?._def.type ?? 'query'

/** A call as a phone makes it; half of them with something strange in their input. */
async function callOf(who: Who, path: string, at: number): Promise<{ text: string; lines: string[] }> {
  const twin = world.twin()
  const dice = seededDice(at)
  const openid = who === 'nobody' ? 'o6zAJs3oh4QJhHqzYrJHs8WmvGxQ' : `o-${who}`
  const input = await ROWS[path]?.input?.(placeOf(who, oneOf(dice, SCOPES)), twin, who)
  const given = at % 2 === 0 ? input : changed(input ?? {}, { dice, names: [], others: [] })
  const event = { path, type: typeOf(path), ...(given === undefined ? {} : { input: given }) }
  const answers: unknown[] = []
  const lines = await linesOf(async () => answers.push(await doorOf(twin, openid)(event)))
  return { text: JSON.stringify(answers[0]), lines }
}

const PATHS = Object.keys(ROWS)

test.each(WHO.map((who, index) => ({ who, index })))('of $who', async ({ who, index }) => {
  const seen: string[] = []
  for (const [at, path] of PATHS.entries()) {
    if (at % 3 !== index % 3) continue
    const { text, lines } = await callOf(who, path, at)
    const ends = lines.map((one) => line.parse(JSON.parse(one))).filter(({ about }) => about === undefined)
    expect(ends).toHaveLength(1)
    expect(ends[0]?.path).toBe(path)
    expect(text).toContain(`"callId":"${ends[0]?.callId}"`)
    seen.push(...lines)
  }
  expect(seen.length).toBeGreaterThanOrEqual(Math.floor(PATHS.length / 3))
  const personal = secrets.flatMap(({ idNumber, mobile }) => [idNumber, mobile, idNumber.slice(-8)])
  const names = world
    .everything()
    .flatMap(([, documents]) => documents)
    .flatMap((document) => ('name' in document ? [String(document.name)] : []))
    .filter((name) => /[^\x20-\x7e]/.test(name))
  expect(names.length).toBeGreaterThan(10)
  const log = seen.join('\n')
  for (const word of [...personal, ...names, 'o6zAJs3oh4QJhHqzYrJHs8WmvGxQ', `"o-${who}"`])
    expect(log).not.toContain(word)
})

test('what is asked of the store stands in the line', async () => {
  const { lines } = await callOf('trainee', 'account.me', 0)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ path: 'account.me', db: { writes: 0, conflicts: 0 } })
  expect(JSON.parse(lines[0] ?? '').db.reads).toBeGreaterThan(1)
})
