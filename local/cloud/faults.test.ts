import { type Fault, FaultPlan } from './faults'

const WRITE = { action: 'database.modifyDocument', collection: 'items', function: 'api' }
const READ = { action: 'database.getDocument', collection: 'items', function: 'api' }
const CALL = { action: 'invoke', function: 'api' }
let plan: FaultPlan

beforeEach(() => {
  plan = new FaultPlan()
})

const strikes = async (fault: Omit<Fault, 'kind'>, happening: typeof CALL): Promise<boolean> => {
  plan.clear()
  plan.add({ kind: 'error', ...fault })
  return plan.before(happening).then(
    () => false,
    () => true,
  )
}

test('strike where they say: the action, the collection, the function, and all that is said together', async () => {
  expect(await strikes({ action: WRITE.action }, WRITE)).toBe(true)
  expect(await strikes({ action: WRITE.action }, READ)).toBe(false)
  expect(await strikes({ collection: 'items' }, READ)).toBe(true)
  expect(await strikes({ collection: 'others' }, READ)).toBe(false)
  expect(await strikes({ action: READ.action, function: 'api' }, READ)).toBe(true)
  expect(await strikes({ action: READ.action, function: 'web' }, READ)).toBe(false)
  expect(await strikes({}, READ)).toBe(true)
})

test('a function alone means the call of it, not what it asks for', async () => {
  expect(await strikes({ function: 'api' }, CALL)).toBe(true)
  expect(await strikes({ function: 'api' }, READ)).toBe(false)
})

test('as often as they say, each in its turn', async () => {
  plan.add({ kind: 'conflict', times: 1 })
  plan.add({ kind: 'quota', times: 2 })
  await expect(plan.before(WRITE)).rejects.toThrow('TransactionConflict')
  await expect(plan.before(WRITE)).rejects.toThrow('LimitExceeded')
  await expect(plan.before(WRITE)).rejects.toThrow('LimitExceeded')
  await expect(plan.before(WRITE)).resolves.toBeUndefined()
})

test('until they are taken away, or all are', async () => {
  const takeAway = plan.add({ kind: 'error', code: 'SOME_CODE' })
  await expect(plan.before(WRITE)).rejects.toMatchObject({ code: 'SOME_CODE' })
  takeAway()
  await expect(plan.before(WRITE)).resolves.toBeUndefined()
  plan.add({ kind: 'lost-answer' })
  plan.clear()
  expect(plan.answerIsLost(WRITE)).toBe(false)
})

test('latency waits, and then the work goes on', async () => {
  plan.add({ kind: 'latency', latencyMs: 50, times: 1 })
  const started = performance.now()
  await plan.before(WRITE)
  expect(performance.now() - started).toBeGreaterThanOrEqual(45)
})

test('what is no kind of fault is refused', () => {
  expect(() => plan.add({ kind: 'flood' } as unknown as Fault)).toThrow('flood')
})
