import { idiomsOf } from './idioms'
import { DocumentExists, type Query, type Store, VersionChanged } from './port'
import { ATTEMPTS, retried } from './retry'

const never = async (): Promise<never> => {
  throw new Error('not asked for')
}

describe('each document of a query', () => {
  /** So many documents; answers with what was asked of the store, page by page. */
  function many(count: number) {
    const asked: Query[] = []
    const query = (async (_collection: string, _index: string, page: Query) => {
      asked.push(page)
      const from = Number(page.after ?? 0)
      const to = Math.min(count, from + page.limit)
      const items = Array.from({ length: to - from }, (_, n) => ({ _id: String(from + n) }))
      return to < count ? { items, next: String(to) } : { items }
    }) as unknown as Store['query']
    const operations = { query, insert: never, replace: never, remove: never } as unknown as Store
    return { asked, each: idiomsOf(operations).each }
  }
  const read = async (count: number, most?: number) => {
    const { asked, each } = many(count)
    const range = { equals: { region: 'shaanxi' }, ...(most === undefined ? {} : { most }) }
    let found = 0
    for await (const _ of each('persons', 'byRegion', range)) found += 1
    return { found, pages: asked.map(({ limit, after }) => [limit, after]) }
  }

  test.each<[count: number, most: number | undefined, found: number, pages: unknown[][]]>([
    [0, undefined, 0, [[100, undefined]]],
    [100, undefined, 100, [[100, undefined]]],
    [
      101,
      undefined,
      101,
      [
        [100, undefined],
        [100, '100'],
      ],
    ],
    [300, 50, 50, [[50, undefined]]],
    [300, 100, 100, [[100, undefined]]],
    [
      300,
      130,
      130,
      [
        [100, undefined],
        [30, '100'],
      ],
    ],
    [300, 0, 0, []],
  ])('of %d with at most %p are %d, read page by page', async (count, most, found, pages) =>
    expect(await read(count, most)).toEqual({ found, pages }),
  )
})

describe('where another was faster', () => {
  const failing = (error: Error) => {
    const fails = async () => {
      throw error
    }
    return idiomsOf({ query: never, insert: fails, replace: fails, remove: fails } as unknown as Store)
  }
  const document = { _id: 'x', personId: 'p' }
  const read = { ...document, version: 1 }

  test('an insert, a replacement and a removal say so, and are no error', async () => {
    const exists = failing(new DocumentExists('bindings', 'x'))
    const changed = failing(new VersionChanged('bindings', 'x'))
    expect(await exists.insertIfAbsent('bindings', document)).toBeNull()
    expect(await changed.replaceIfUnchanged('bindings', read)).toBeNull()
    expect(await changed.removeIfUnchanged('bindings', read)).toBe(false)
  })

  test('any other error goes through', async () => {
    const broken = failing(new Error('broken'))
    await expect(broken.insertIfAbsent('bindings', document)).rejects.toThrow('broken')
    await expect(broken.replaceIfUnchanged('bindings', read)).rejects.toThrow('broken')
    await expect(broken.removeIfUnchanged('bindings', read)).rejects.toThrow('broken')
  })
})

describe('after a conflict', () => {
  const CONFLICT = new Error('conflict')
  const retrying = (conflicts: number, otherwise: () => string) => {
    let attempts = 0
    const work = retried({
      attempt: async () => {
        attempts += 1
        if (attempts <= conflicts) throw CONFLICT
        return otherwise()
      },
      isConflict: (error) => error === CONFLICT,
      exhausted: () => {
        throw new Error(`given up after ${attempts}`)
      },
    })
    return work.then((value) => [value, attempts])
  }
  beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0))
  afterEach(() => jest.restoreAllMocks())

  test.each([0, 1, ATTEMPTS - 1])('%d of them are run again, and then it is done', async (conflicts) => {
    expect(await retrying(conflicts, () => 'done')).toEqual(['done', conflicts + 1])
  })

  test('one too many is given up, and any other error at once', async () => {
    await expect(retrying(ATTEMPTS, () => 'done')).rejects.toThrow('given up after 8')
    const broken = () => {
      throw new Error('broken')
    }
    await expect(retrying(1, broken)).rejects.toThrow('broken')
  })

  describe('waits, at the most,', () => {
    const waitsWhere = async (attemptMs: number, conflicts: number): Promise<unknown[]> => {
      jest.spyOn(Math, 'random').mockReturnValue(1)
      // The clock is read before and after an attempt.
      let reads = 0
      jest.spyOn(performance, 'now').mockImplementation(() => Math.ceil(reads++ / 2) * attemptMs)
      const waits: unknown[] = []
      jest.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, ms: number) => {
        waits.push(ms)
        done()
      }) as unknown as typeof setTimeout)
      await retrying(conflicts, () => 'done')
      return waits
    }

    test('twice as long as the time before', async () => {
      expect(await waitsWhere(0, 4)).toEqual([12, 24, 48, 96])
    })

    test('as long as an attempt takes, and longer: two that are slow do not meet at each attempt', async () => {
      expect(await waitsWhere(100, 3)).toEqual([100, 200, 400])
    })

    test('a second', async () => {
      expect(await waitsWhere(100, 7)).toEqual([100, 200, 400, 800, 1000, 1000, 1000])
    })
  })
})
