// Written against the real SDK alone. The facts about transactions that a driver relies on: snapshot, first writer
// wins, no retry.
import { type Environment, openEnvironment } from './environment'
import { type Database, failureOf, sdkOn, type Transaction } from './sdk'

let environment: Environment
let db: Database
const run = Date.now().toString(36)
const id = (name: string): string => `${run}-${name}`
const item = (name: string) => db.collection('contract-items').doc(id(name))
const within = (transaction: Transaction, name: string) =>
  transaction.collection('contract-items').doc(id(name))
const numberOf = async (name: string) => (await item(name).get()).data?.n
const begin = (name: string) => item(name).set({ data: { n: 1 } })

beforeAll(async () => {
  environment = await openEnvironment()
  db = (await sdkOn(environment)).db
})
afterAll(() => environment.stop())

test('all writes land together, and the answer is the callback’s', async () => {
  await begin('a')
  const result = await db.runTransaction(async (transaction) => {
    const { data } = await within(transaction, 'a').get()
    await within(transaction, 'a').update({ data: { n: Number(data?.n) + 1 } })
    await transaction.collection('contract-items').add({ data: { _id: id('b'), n: 7 } })
    return data?.n
  })
  expect([result, await numberOf('a'), await numberOf('b')]).toEqual([1, 2, 7])
})

test('or none of them, whether it throws or rolls back', async () => {
  await begin('r')
  const throwing = db.runTransaction(async (transaction) => {
    await within(transaction, 'r').update({ data: { n: 99 } })
    throw new Error('stop')
  })
  const rollingBack = db.runTransaction(async (transaction) => {
    await within(transaction, 'r').update({ data: { n: 99 } })
    await transaction.rollback('stop')
  })
  await expect(throwing).rejects.toBeDefined()
  await rollingBack.catch(() => undefined)
  expect(await numberOf('r')).toBe(1)
})

test('reads its own writes, and what others have committed since only after it', async () => {
  await begin('s')
  await begin('own')
  const seen = await db.runTransaction(async (transaction) => {
    const before = (await within(transaction, 's').get()).data?.n
    await item('s').update({ data: { n: 2 } })
    await within(transaction, 'own').update({ data: { n: 5 } })
    const own = (await within(transaction, 'own').get()).data?.n
    return {
      before,
      after: (await within(transaction, 's').get()).data?.n,
      own,
      outside: await numberOf('own'),
    }
  })
  expect(seen).toEqual({ before: 1, after: 1, own: 5, outside: 1 })
  expect(await numberOf('s')).toBe(2)
})

test('whoever writes second conflicts, with the shape that a retry looks for; nothing is retried by itself', async () => {
  await begin('c')
  let calls = 0
  const { errCode, message } = await failureOf(
    db.runTransaction(async (transaction) => {
      calls += 1
      await within(transaction, 'c').get()
      await item('c').update({ data: { n: 2 } })
      await within(transaction, 'c').update({ data: { n: 3 } })
    }),
  )
  expect([calls, errCode]).toEqual([1, -501001])
  expect(message).toMatch(/TransactionConflict|TRANSACTION_CONFLICT/)
  expect(await numberOf('c')).toBe(2)
})

test('of two that overlap in one document, the first to write it commits', async () => {
  await begin('o')
  let firstHasWritten: () => void = () => undefined
  let secondIsDone: () => void = () => undefined
  const written = new Promise<void>((resolve) => {
    firstHasWritten = resolve
  })
  const done = new Promise<void>((resolve) => {
    secondIsDone = resolve
  })
  const first = db.runTransaction(async (transaction) => {
    await within(transaction, 'o').update({ data: { n: 10 } })
    firstHasWritten()
    await done
  })
  await written
  const second = db.runTransaction((transaction) => within(transaction, 'o').update({ data: { n: 20 } }))
  expect((await failureOf(second)).message).toMatch(/TransactionConflict|TRANSACTION_CONFLICT/)
  secondIsDone()
  await first
  expect(await numberOf('o')).toBe(10)
})

test('a write outside waits for the transaction that holds its document', async () => {
  await begin('w')
  const holding = db.runTransaction(async (transaction) => {
    await within(transaction, 'w').update({ data: { n: 5 } })
    const plain = item('w').update({ data: { n: db.command.inc(1) } })
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { plain }
  })
  await (await holding).plain
  expect(await numberOf('w')).toBe(6)
})

test('a duplicate key inside rolls everything back', async () => {
  await begin('d')
  const { message } = await failureOf(
    db.runTransaction(async (transaction) => {
      await within(transaction, 'd').update({ data: { n: 2 } })
      await transaction.collection('contract-items').add({ data: { _id: id('d'), n: 3 } })
    }),
  )
  expect(message).toMatch(/E11000|DATABASE_DUPLICATE_WRITE/)
  expect(await numberOf('d')).toBe(1)
})
