import { instant } from '../../domain/kernel/instant'
import type { RoleGrant } from '../../domain/organisation/roles'
import { personOf } from '../../tests/harness/person-of'
import {
  chosenBodies,
  type Holder,
  namedBodies,
  overBodies,
  ownBodies,
  ownBody,
  stillHolding,
} from './holder'
import type { Page, Reads } from './store/port'

const now = instant(1_000)
const grant = (orgId: string, change: Partial<RoleGrant> = {}): RoleGrant => ({
  ...{ role: 'bureau-staff', orgId, until: null, grantedBy: '' },
  ...change,
})
const person = { ...personOf('p1', { at: now }), version: 1 }
const holder = (...orgIds: string[]): Holder => ({
  ...{ right: 'see-figures', person },
  grants: orgIds.map((orgId) => grant(orgId)),
})

describe('the holder’s own bodies', () => {
  test('are those of the grants, each once, in their order', () => {
    expect(ownBodies(holder('b', 'a', 'b'))).toEqual(['b', 'a'])
  })

  test('are all of them, or the chosen one; another’s is refused', () => {
    expect(chosenBodies(holder('b', 'a'), undefined)).toEqual(['b', 'a'])
    expect(chosenBodies(holder('b', 'a'), 'a')).toEqual(['a'])
    expect(() => chosenBodies(holder('b', 'a'), 'c')).toThrow('OUT_OF_SCOPE')
  })

  test('where one is wanted, it is the named one, else the first', () => {
    expect(ownBody(holder('b', 'a'), 'a')).toBe('a')
    expect(ownBody(holder('b', 'a'), undefined)).toBe('b')
    expect(() => ownBody(holder('b', 'a'), 'c')).toThrow('OUT_OF_SCOPE')
    expect(() => ownBody(holder(), undefined)).toThrow('OUT_OF_SCOPE')
  })

  test('are named, without those that are gone', async () => {
    const reads = {
      getMany: async (_: string, ids: readonly string[]) =>
        ids.map((id) => (id === 'gone' ? null : { _id: id, name: `名称${id}` })),
    } as unknown as Reads
    expect(await namedBodies(reads, holder('b', 'gone', 'a'))).toEqual([
      { orgId: 'b', orgName: '名称b' },
      { orgId: 'a', orgName: '名称a' },
    ])
  })
})

describe('in the very transaction', () => {
  const reading = (roles: RoleGrant[] | null) =>
    ({ get: async () => roles && { ...person, roles } }) as unknown as Reads

  test('a holder has the grants that stand now, and nothing of those that ended', async () => {
    const roles = [
      grant('a'),
      grant('ended', { until: now }),
      grant('lasts', { until: instant(now + 1) }),
      grant('other', { role: 'committee' }),
    ]
    const still = await stillHolding(reading(roles), { now }, holder('a', 'ended', 'taken'))
    expect(still.right).toBe('see-figures')
    expect(ownBodies(still)).toEqual(['a', 'lasts'])
  })

  test('a person who is gone holds nothing', async () => {
    await expect(stillHolding(reading(null), { now }, holder('a'))).rejects.toThrow('NOT_REGISTERED')
  })
})

describe('one list over several bodies', () => {
  const PAGES: Record<string, Page<string>> = {
    'a>': { items: ['a1', 'a2'], next: 'k|1' },
    'a>k|1': { items: ['a3'] },
    'empty>': { items: [] },
    'b>': { items: ['b1'] },
  }
  const list = (orgIds: string[], after?: string) =>
    overBodies(orgIds, after, async (orgId, paging) => {
      const page = PAGES[`${orgId}>${paging.after ?? ''}`]
      if (!page) throw new Error(`nothing is asked of ${orgId} after ${paging.after}`)
      return page
    })

  test.each<[string, string | undefined, string[], string | null]>([
    ['begins with the first body', undefined, ['a1', 'a2'], 'a|k|1'],
    ['goes on within a body, then with the next', 'a|k|1', ['a3'], 'empty|'],
    ['passes over a body that has nothing', 'empty|', ['b1'], null],
    ['ends with the last body', 'b|', ['b1'], null],
  ])('%s', async (_rule, after, items, next) => {
    expect(await list(['a', 'empty', 'b'], after)).toEqual({ items, next })
  })

  test('is empty at its end, and where there are no bodies', async () => {
    expect(await list(['empty'])).toEqual({ items: [], next: null })
    expect(await list([])).toEqual({ items: [], next: null })
  })

  test.each(['c|', 'a', '', '|', '|a'])('does not go on from %j', async (after) => {
    await expect(list(['a', 'b'], after)).rejects.toMatchObject({
      refusal: { code: 'INPUT_INVALID', details: { fields: ['after'] } },
    })
  })
})
