import type { Fault } from '../../../tests/simulation/memory-store'
import { memoryStore } from '../../../tests/simulation/memory-store'
import { newTally, tallied } from './tallied'

const body = (id: string) => ({ _id: id, personId: `person-of-${id}` })

const counts = ({ inserted, ...numbers }: ReturnType<typeof newTally>) => ({
  ...numbers,
  inserted: Object.fromEntries(inserted),
})

function world(faults: Fault[] = []) {
  const tally = newTally()
  return {
    tally,
    store: tallied(
      memoryStore(() => faults.shift() ?? 'none'),
      tally,
    ),
  }
}

test('reads by id and pages are reads; what is written is a write, and what is new is known by its collection', async () => {
  const { store, tally } = world()
  const made = await store.insert('bindings', body('o-1'))
  await store.replace('bindings', { ...made, personId: 'another' })
  await store.upsert('bindings', null, body('o-2'))
  await store.get('bindings', 'o-1')
  const audited = { equals: { isFiled: false }, limit: 10 }
  await store.query('audit', 'byFiled', audited)
  for await (const _ of store.each('audit', 'byFiled', { equals: { isFiled: false } }));
  const standing = await store.get('bindings', 'o-2')
  if (standing) await store.remove('bindings', standing)
  expect(counts(tally)).toEqual({
    ...{ reads: 4, writes: 4, conflicts: 0, transactions: 0 },
    inserted: { bindings: 2 },
  })
})

test('a write that comes second is a conflict, and inserts nothing', async () => {
  const { store, tally } = world()
  const made = await store.insert('bindings', body('o-1'))
  await store.replace('bindings', made)
  expect(await store.replaceIfUnchanged('bindings', made)).toBeNull()
  expect(await store.insertIfAbsent('bindings', body('o-1'))).toBeNull()
  await expect(store.upsert('bindings', null, body('o-1'))).rejects.toThrow('changed meanwhile')
  expect(counts(tally)).toMatchObject({ writes: 5, conflicts: 2, inserted: { bindings: 1 } })
})

test('a transaction that runs again is a conflict, and what it inserted counts once', async () => {
  const { store, tally } = world(['conflict', 'conflict'])
  await store.transact(async (tx) => {
    await tx.get('bindings', 'o-1')
    await tx.insert('bindings', body('o-1'))
  })
  expect(counts(tally)).toEqual({
    ...{ reads: 3, writes: 3, conflicts: 2, transactions: 1 },
    inserted: { bindings: 1 },
  })
})

test('what a transaction inserted and then gave up was never kept', async () => {
  const { store, tally } = world()
  const given = store.transact(async (tx) => {
    await tx.insert('bindings', body('o-1'))
    throw new Error('given up')
  })
  await expect(given).rejects.toThrow('given up')
  expect(counts(tally)).toMatchObject({ transactions: 1, inserted: {} })
})
