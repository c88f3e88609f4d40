// Many workers on one store in memory, in an order that a seed draws: each of their operations waits for its turn. A
// transaction is one turn, as the platform lets it appear; a worker may be killed before any of its turns.
import { dice } from '../../bench/policy/people'
import { idiomsOf } from '../../server/kernel/store/idioms'
import type { Store } from '../../server/kernel/store/port'

/** A worker that was killed never goes on. */
const NEVER = new Promise<never>(() => undefined)

export class ManyWorkers {
  private readonly waiting: (() => void)[] = []
  private readonly killed = new Set<number>()
  private readonly roll: (below: number) => number
  private running = 0

  constructor(
    private readonly store: Store,
    seed: number,
  ) {
    this.roll = dice(seed)
  }

  /** The store as one worker sees it, until it is killed after so many of its operations. */
  storeOf(worker: number, killedAfter = Number.POSITIVE_INFINITY): Store {
    const { store } = this
    let turns = 0
    const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
      turns += 1
      if (turns > killedAfter) this.kill(worker)
      await new Promise<void>((go) => this.waiting.push(go))
      return this.killed.has(worker) ? NEVER : work()
    }
    const operations: Pick<Store, 'get' | 'getMany' | 'query' | 'insert' | 'replace' | 'remove' | 'upsert'> =
      {
        get: (collection, id) => inTurn(() => store.get(collection, id)),
        query: (collection, index, query) => inTurn(() => store.query(collection, index, query)),
        getMany: (collection, ids) => inTurn(() => store.getMany(collection, ids)),
        insert: (collection, document) => inTurn(() => store.insert(collection, document)),
        replace: (collection, document) => inTurn(() => store.replace(collection, document)),
        remove: (collection, document) => inTurn(() => store.remove(collection, document)),
        upsert: (collection, before, document) => inTurn(() => store.upsert(collection, before, document)),
      }
    return {
      ...operations,
      ...idiomsOf(operations),
      collections: store.collections,
      count: (...asked) => inTurn(() => store.count(...asked)),
      transact: (work) => inTurn(() => store.transact(work)),
    }
  }

  private kill(worker: number): void {
    if (this.killed.has(worker)) return
    this.killed.add(worker)
    this.running -= 1
  }

  /** Runs all of them until each has ended or was killed. */
  async run(workers: readonly (() => Promise<unknown>)[]): Promise<void> {
    this.running = workers.length
    const ended = workers.map((work) =>
      work().finally(() => {
        this.running -= 1
      }),
    )
    let failure: unknown
    for (const one of ended) one.catch((error: unknown) => (failure ??= error ?? new Error('failed')))
    while (this.running > 0) {
      if (failure !== undefined) throw failure
      // Whoever can go on by itself has come to its next operation then.
      await new Promise((resolve) => setImmediate(resolve))
      const next = this.waiting.splice(this.roll(this.waiting.length || 1), 1)[0]
      next?.()
    }
    if (failure !== undefined) throw failure
  }
}
