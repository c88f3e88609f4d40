// Each refusal that a use case lists, provoked once through the procedure that people call. The table's type follows from
// the lists beside the use cases: a refusal without its row does not compile, nor does a row that is listed no more.
import { TRPCError } from '@trpc/server'
import type { RefusalCode } from '../../../domain/kernel/refusal'
import { Refused } from '../../../server/kernel/refused'
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
    expect(await refusalOf(() => provocation(world))).toBe(code)
  })
}

async function refusalOf(provoking: () => Promise<unknown>): Promise<string> {
  try {
    await provoking()
    return 'nothing was refused'
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error
    if (cause instanceof Refused) return cause.refusal.code
    throw error
  }
}
