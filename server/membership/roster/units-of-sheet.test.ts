import { instant } from '../../../domain/kernel/instant'
import type { RoleGrant, RoleName } from '../../../domain/organisation/roles'
import { memoryStore } from '../../../tests/simulation/memory-store'
import { newOrganisation } from '../../bodies/new-organisation'
import { keepTerms } from '../../bodies/search-terms'
import { unitsOfSheet } from './units-of-sheet'

const AT = instant(Date.parse('2022-08-15T10:00:00+08:00'))
const UNITS = { one: '长宁市第一中学', two: '长宁市第二中学（分校）', three: '长宁市第三中学' }

const grant = (orgId: string, role: RoleName = 'unit-reviewer'): RoleGrant => ({
  ...{ role, orgId, until: null, grantedBy: '' },
})

/** The unit that each name of a sheet is taken for, or why it is none. */
async function taken(grants: readonly RoleGrant[], names: readonly string[]): Promise<string[]> {
  const store = memoryStore()
  for (const [id, name] of Object.entries(UNITS)) {
    const founding = { kind: 'unit', region: 'shaanxi', areaCode: '990101', parent: null } as const
    const unit = newOrganisation({ id, name, ...founding }, { state: 'verified', at: AT })
    await keepTerms(store, await store.insert('organisations', unit))
  }
  const unitOf = await unitsOfSheet({ store }, grants, new Set(names))
  return names.map((name) => {
    const unit = unitOf(name)
    return 'code' in unit ? unit.code : unit.id
  })
}

test('a unit is found by its name however it is typed', async () => {
  expect(await taken([grant('two')], ['长宁市第二中学（分校）', ' 长宁市 第二中学(分校)', '', ' '])).toEqual(
    Array(4).fill('two'),
  )
})

test('who brings in for one unit alone is not asked for its name; another unit’s name keeps a row out', async () => {
  expect(await taken([grant('one')], ['设计一室', UNITS.three])).toEqual(['one', 'UNIT_OUT_OF_SCOPE'])
})

test('who brings in for two units has to say which of them is meant', async () => {
  expect(await taken([grant('one'), grant('two')], ['设计一室', UNITS.one, UNITS.two])).toEqual([
    ...['UNIT_UNKNOWN', 'one', 'two'],
  ])
})

test('who brings in for the units below has to name one', async () => {
  expect(await taken([grant('dept', 'department-reviewer')], ['', '设计一室', UNITS.one])).toEqual([
    ...['UNIT_MISSING', 'UNIT_UNKNOWN', 'UNIT_OUT_OF_SCOPE'],
  ])
})
