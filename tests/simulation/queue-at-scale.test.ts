// A queue page costs the same at a hundred claims and at a million: counted, not timed.
import { instant, plusMs } from '../../domain/kernel/instant'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { listQueue } from '../../server/claims/review/list-queue'
import type { Context } from '../../server/kernel/context'
import { packs } from '../../server/kernel/packs'
import type { Store } from '../../server/kernel/store/port'
import type { PersonDocument } from '../../server/people/documents'
import { waitingClaim } from '../harness/waiting-claim'
import { histories } from './histories'
import { memoryStore } from './memory-store'

const NOW = instant(Date.parse('2022-08-15T10:00:00+08:00'))
const BUREAU = 'bureau'

/** A store with so many claims in one queue, and how often it was asked. */
async function queueOf(claims: number): Promise<{ store: Store; asked: { queries: number; reads: number } }> {
  const memory = memoryStore()
  const founding = { id: BUREAU, name: '人社局', kind: 'bureau', region: 'shaanxi' } as const
  await memory.insert(
    'organisations',
    newOrganisation({ ...founding, areaCode: '990101', parent: null }, { state: 'verified', at: NOW }),
  )
  const claim = waitingClaim({ id: 'claim', personId: 'person', orgId: BUREAU, at: NOW, level: 'bureau' })
  for (let n = 0; n < claims; n += 1)
    await memory.insert('claims', { ...claim, _id: `claim-${n}`, queueDueAt: plusMs(NOW, n) })
  const asked = { queries: 0, reads: 0 }
  const store: Store = {
    ...memory,
    get: (collection, id) => {
      asked.reads += 1
      return memory.get(collection, id)
    },
    query: (collection, index, query) => {
      asked.queries += 1
      return memory.query(collection, index, query)
    },
  }
  return { store, asked }
}

const MANY = histories(1_000_000)

test(`a queue page is at most two queries, and as many reads, at 100 and at ${MANY} claims`, async () => {
  const person = { _id: 'reviewer' } as PersonDocument
  const grants = [{ role: 'bureau-reviewer', orgId: BUREAU, until: null, grantedBy: '' } as const]
  const counted = []
  for (const claims of [100, MANY]) {
    const { store, asked } = await queueOf(claims)
    const { lines, next } = await listQueue(
      { store, packs, now: plusMs(NOW, 1) } as Context,
      { right: 'review-claims', person, grants },
      {},
    )
    expect(lines.map(({ claimId }) => claimId)).toEqual(Array.from({ length: 20 }, (_, n) => `claim-${n}`))
    expect(next).not.toBeNull()
    counted.push(asked)
  }
  expect(counted[0]?.queries).toBeLessThanOrEqual(2)
  expect(counted[1]).toEqual(counted[0])
})
