// Each refusal that a use case lists, provoked once through the procedure that people call. The table's type follows from
// the lists beside the use cases: a refusal without its row does not compile, nor does a row that is listed no more.
// What it says besides its code, with which a phone words it, is kept beside the tables, as whole answers are.
import { TRPCError } from '@trpc/server'
import type { RefusalCode } from '../../../domain/kernel/refusal'
import { Refused } from '../../../server/kernel/refused'
import { written } from '../answers/written'
import { World } from '../matrix/world'

interface Refusing {
  readonly refuses: readonly RefusalCode[]
}

/** Does what must be refused; everything before that goes well. */
export type Provocation = (world: World) => Promise<unknown>

export type Provocations<UseCases extends Record<string, Refusing>> = {
  readonly [name in keyof UseCases]: Readonly<Record<UseCases[name]['refuses'][number], Provocation>>
}

/** A test for each row, all in one world; the second parameter holds the use cases by name, as `import * as` gives them. */
export function provokesEach<UseCases extends Record<string, Refusing>>(
  provocations: Provocations<UseCases>,
  _useCases: UseCases,
): void {
  let world: World
  beforeAll(async () => {
    world = await World.open()
  })
  afterAll(() => world.close())
  const rows = Object.entries<Readonly<Record<string, Provocation>>>(provocations).flatMap(([name, codes]) =>
    Object.entries(codes).map(([code, provocation]) => ({ name, code, provocation })),
  )
  test.each(rows)('$name refuses $code', async ({ code, provocation }) => {
    const refusal = await refusalOf(() => provocation(world))
    expect(refusal.code).toBe(code)
    expect(told(refusal.details)).toMatchSnapshot()
  })
}

/** The clock goes on while a world is used: a moment is told by its hour. */
const MOMENT = /\b16[56]\d{10}\b/g
/** Things of a world are counted, whoever asks for one first. */
const COUNT = /(?<=[a-z])-\d+/g

const told = (details: object): string =>
  written(details)
    .replace(MOMENT, (moment) => new Date(Number(moment)).toISOString().slice(0, 13))
    .replace(COUNT, '')

async function refusalOf(provoking: () => Promise<unknown>): Promise<{ code: string; details: object }> {
  try {
    await provoking()
    return { code: 'nothing was refused', details: {} }
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error
    if (cause instanceof Refused) return cause.refusal
    throw error
  }
}
