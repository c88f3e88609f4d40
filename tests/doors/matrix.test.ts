// Every procedure of the whole surface × every role × own, sibling and foreign scope. A procedure without a row fails.
import { TRPCError } from '@trpc/server'
import { api } from '../../server/api'
import { Refused } from '../../server/refused'
import { accountRows } from './matrix/account-rows'
import { claimRows } from './matrix/claim-rows'
import { archiveRows } from './matrix/archive-rows'
import { learningRows } from './matrix/learning-rows'
import { organisationRows } from './matrix/organisation-rows'
import { oversightRows } from './matrix/oversight-rows'
import { reviewRows } from './matrix/review-rows'
import type { Answer, Row, Rows } from './matrix/row'
import { rosterRows, staffRows } from './matrix/staff-rows'
import { placeOf, SCOPES, type Scope, WHO, type Who, World } from './matrix/world'

const ROWS: Rows = {
  ...accountRows,
  ...learningRows,
  ...claimRows,
  ...reviewRows,
  ...organisationRows,
  ...archiveRows,
  ...rosterRows,
  ...staffRows,
  ...oversightRows,
}

const procedures = api._def.procedures as unknown as Record<string, unknown>

/** 24 calls and what they need made fresh, on a machine that does other things meanwhile. */
jest.setTimeout(60_000)

let world: World
beforeAll(async () => {
  world = await World.open()
}, 60_000)
afterAll(() => world.close())

test('every procedure has a row, and every row is of a procedure', () => {
  expect(Object.keys(ROWS).sort()).toEqual(Object.keys(procedures).sort())
})

type Cells = Record<Who, Answer[]>

test.each(Object.entries(ROWS).filter(([path]) => path in procedures))('%s', async (path, row) => {
  const found = {} as Cells
  for (const who of WHO) {
    found[who] = []
    for (const scope of SCOPES) found[who].push(await answerOf(path, row, { who, scope }))
  }
  expect(found).toEqual(expectedOf(row))
})

const expectedOf = ({ answers }: Row): Cells =>
  Object.fromEntries(
    WHO.map((who) => {
      const said = answers[who]
      return [who, typeof said === 'string' ? SCOPES.map(() => said) : [...said]]
    }),
  ) as Cells

async function answerOf(path: string, row: Row, { who, scope }: { who: Who; scope: Scope }): Promise<Answer> {
  const input = await row.input?.(placeOf(who, scope), world, who)
  // Somebody who is nobody stays so: each call comes from a WeChat account of its own.
  const openid = who === 'nobody' ? world.next('o-nobody') : `o-${who}`
  const caller: unknown = path
    .split('.')
    .reduce(
      (at, name) => (at as Record<string, unknown>)[name],
      api.createCaller(world.as(openid)) as unknown,
    )
  try {
    await (caller as (input: unknown) => Promise<unknown>)(input)
    return 'ok'
  } catch (error) {
    return codeOf(error)
  }
}

/** A refusal's code; a fault of ours is none, and fails. */
function codeOf(error: unknown): Answer {
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof Refused) return cause.refusal.code
  if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return 'INPUT_INVALID'
  throw error
}
