// What one caller may ask: a flood is refused before anything is read, by account and by address, and nobody else notices.
import { api } from '../../server/surface'
import { type Answer, Town } from './town'

const A_LONG_WHILE_MS = 60_000

let town: Town
beforeAll(async () => {
  town = await Town.open()
})
afterAll(() => town.close())

/** So many calls, some at a time, as a program makes them. */
async function flood<T>(calls: number, atOnce: number, call: () => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  const one = async (): Promise<void> => {
    while (answers.length < calls) answers.push(await call())
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return answers
}

/** One call, which does not wait when it is told to. */
const call = (openid: string, path: string, input?: unknown) => {
  const procedures = api._def.procedures as unknown as Record<string, { _def: { type: string } }>
  const type = procedures[path]?._def.type
  return town.sendOnce(openid, { path, type, ...(input === undefined ? {} : { input }) })
}

const isOver = ({ code }: Pick<Answer, 'code'>): boolean => code === 'TOO_OFTEN'

test.each([1, 8])(
  'an account that asks for its home 272 times, %i at once, is told when to come back',
  async (atOnce) => {
    const flooder = `o-flooder-${atOnce}`
    const answers = await flood(272, atOnce, () => call(flooder, 'home.view'))
    const over = answers.filter(isOver)
    expect(over.length).toBeGreaterThan(50)
    expect(Number(over[0]?.details.againAt)).toBeGreaterThan(town.cloud.clock.now() - A_LONG_WHILE_MS)
    expect(isOver(await call('o-neighbour', 'home.view'))).toBe(false)
    await town.cloud.clock.advanceMs(A_LONG_WHILE_MS)
    expect(isOver(await call(flooder, 'home.view'))).toBe(false)
  },
)

test('what is over is refused before anything is read, parsed or done', async () => {
  const event = { path: 'home.view', type: 'query' }
  await flood(200, 1, () => town.sendOnce('o-silent', event))
  // Who is calling cannot be read any more: a call that tries to is answered with a fault.
  town.cloud.faults.add({ kind: 'error', code: 'SYS_ERR', collection: 'bindings', times: 1_000 })
  const over = await flood(20, 1, () => town.sendOnce('o-silent', event))
  town.cloud.faults.clear()
  expect(over.every(isOver)).toBe(true)
})

test('a person who opens screen after screen, and a reviewer who decides forty claims, never meet it', async () => {
  const screen = ['home.view', 'account.me', 'inbox.list', 'hours.account', 'claim.mine', 'certificate.mine']
  for (let opened = 0; opened < 8; opened += 1) {
    const answers = await Promise.all(screen.map((path) => call('o-person', path, INPUTS[path])))
    expect(answers.some(isOver)).toBe(false)
  }
  for (let decided = 0; decided < 40; decided += 1) {
    for (const path of ['review.queue', 'review.claim', 'review.decide'])
      expect(isOver(await call('o-decider', path, INPUTS[path]))).toBe(false)
    await town.cloud.clock.advanceMs(1_000)
  }
})

const INPUTS: Readonly<Record<string, unknown>> = {
  'inbox.list': {},
  'hours.account': { year: 2022 },
  'review.queue': {},
  'review.claim': { claimId: 'nobody:1' },
  'review.decide': { claimId: 'nobody:1' },
}

describe('over HTTP', () => {
  const ask = async (path: string, address: string) => {
    const event = { path, httpMethod: 'POST', headers: {}, body: '{"payload":"A"}' }
    const { result } = await town.cloud.invoke('web', event, { source: 'http', address })
    return result as { statusCode: number; headers: Record<string, string>; body: string }
  }

  test.each(['/check', '/outside/batches'])(
    'an address that floods %s waits, and no other does',
    async (path) => {
      const address = `203.0.113.${path.length}`
      const answers = await flood(400, 4, () => ask(path, address))
      const over = answers.filter(({ statusCode }) => statusCode === 429)
      expect(over.length).toBeGreaterThan(50)
      expect(Number(over[0]?.headers['retry-after'])).toBeGreaterThan(0)
      expect(JSON.parse(over[0]?.body ?? '')).toMatchObject({ ok: false, refusal: { code: 'TOO_OFTEN' } })
      expect((await ask(path, '198.51.100.1')).statusCode).toBe(200)
    },
  )
})
