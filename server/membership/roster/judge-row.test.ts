import { instant } from '../../../domain/kernel/instant'
import { anyKeys } from '../../../scripts/any-keys'
import { personOf } from '../../../tests/harness/person-of'
import { memoryStore } from '../../../tests/simulation/memory-store'
import { configFrom } from '../../kernel/config'
import type { Context } from '../../kernel/context'
import type { PersonDocument } from '../../people/documents'
import type { RosterRow } from './documents'
import { judgeRow } from './judge-row'

const AT = instant(Date.parse('2022-08-15T10:00:00+08:00'))
const { secrets } = configFrom(anyKeys())
const row: RosterRow = {
  ...{ row: 2, name: '孟甲', idNumberHash: 'hash', idNumberMasked: '', mobileMasked: '', mobileHash: '' },
  ...{
    position: '',
    remark: '',
    unitId: 'own',
    unitName: '本单位',
    verdict: null,
    reason: null,
    oddities: [],
  },
}

/** What becomes of the row where these people claim its number, the first to register first. */
async function judged(...people: readonly Partial<PersonDocument>[]) {
  const store = memoryStore()
  for (const [place, person] of people.entries())
    await store.insert(
      'persons',
      personOf(`p${place}`, {
        ...{ at: instant(AT + place), idNumberHash: 'hash', name: row.name, binding: 'claimed' },
        ...person,
      }),
    )
  const ctx = { store, ports: { secrets } } as unknown as Context
  const { verdict, reason } = await judgeRow(ctx, { row, hashes: ['hash'] }, 'keeper')
  return { verdict, reason }
}

const OTHER = { unitId: 'other', unitName: '别的单位' }
const THIRD = { unitId: 'third', unitName: '第三个单位' }
const OWN = { unitId: 'own', unitName: '本单位' }
const elsewhere = { verdict: 'moved', reason: { code: 'REGISTERED_ELSEWHERE', unitName: '别的单位' } }

test.each<[string, Partial<PersonDocument>[], object]>([
  ['alone', [OTHER], elsewhere],
  ['after somebody of another name at the row’s own unit', [{ ...OWN, name: '李红' }, OTHER], elsewhere],
  ['after somebody of another name at a third unit', [{ ...THIRD, name: '李红' }, OTHER], elsewhere],
  ['before a namesake at a third unit', [OTHER, THIRD], elsewhere],
  [
    'verified, after somebody who only claims the number',
    [THIRD, { ...OTHER, binding: 'verified' }],
    elsewhere,
  ],
])('who is registered with another unit, %s: that unit is named', async (_, people, said) => {
  expect(await judged(...people)).toEqual(said)
})

test('who is registered with the row’s own unit as well is not said to be elsewhere', async () => {
  expect(await judged(OTHER, OWN)).toEqual({ verdict: 'created', reason: { code: 'WAITS_FOR_REVIEW' } })
})
