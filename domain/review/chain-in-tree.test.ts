import type { ReviewStep } from '../policy/pack'
import { chainInTree, passOwnLevels, type TreeNode } from './chain-in-tree'
import type { ClaimStep } from './claim'

const node = (id: string, kind: TreeNode['kind'], line: TreeNode['line'] = null): TreeNode => ({
  id,
  name: `名${id}`,
  kind,
  line,
})
const UNIT = node('unit', 'unit')
const TOWN = node('town', 'township')
const OFFICE = node('office', 'department')
const HEALTH = node('health', 'department', 'health')
const BUREAU = node('bureau', 'bureau')

const ALL: readonly ReviewStep[] = ['unit', 'township', 'department', 'line-department', 'bureau']

/** A chain as it is read: level, body, and whether it waits there. */
const read = (steps: readonly ClaimStep[]): string[] =>
  steps.map(({ step, orgId, outcome }) => `${step} ${orgId} ${outcome}`)

const UNDECIDED = { decidedBy: null, decidedByName: '', decidedAt: null, hours: null }

describe('the notice’s chain, placed in the tree of bodies', () => {
  test('each level is the nearest body of its kind above the unit', () => {
    const far = [node('town-2', 'township'), node('office-2', 'department'), node('bureau-2', 'bureau')]
    expect(read(chainInTree(ALL, UNIT, [TOWN, OFFICE, HEALTH, BUREAU, ...far]))).toEqual([
      'unit unit waiting',
      'township town waiting',
      'department town waiting',
      'line-department health waiting',
      'bureau bureau waiting',
    ])
  })

  test('a department before a township is the department, and a township may be the unit itself', () => {
    expect(read(chainInTree(['department', 'township'], UNIT, [OFFICE, TOWN]))).toEqual([
      'department office waiting',
      'township town waiting',
    ])
    expect(read(chainInTree(['unit', 'township', 'bureau'], TOWN, [BUREAU]))).toEqual([
      'unit  skipped',
      'township town waiting',
      'bureau bureau waiting',
    ])
  })

  test('a level that the tree lacks is skipped with its reason, and never reads as approved', () => {
    expect(
      chainInTree(ALL, node('base', 'base'), []).map(({ orgName, outcome, note }) => [
        orgName,
        outcome,
        note,
      ]),
    ).toEqual(
      ['用人单位', '乡镇（街道）', '主管部门', '行业主管部门', '人社部门'].map((name) => [
        name,
        'skipped',
        `上级没有${name}，不经过这一级`,
      ]),
    )
  })

  test('nobody has decided a new chain', () => {
    expect(chainInTree(['unit', 'bureau'], UNIT, [])).toEqual([
      { ...UNDECIDED, step: 'unit', orgId: 'unit', orgName: '名unit', outcome: 'waiting', note: '' },
      {
        ...UNDECIDED,
        step: 'bureau',
        orgId: '',
        orgName: '人社部门',
        outcome: 'skipped',
        note: '上级没有人社部门，不经过这一级',
      },
    ])
  })
})

describe('no one reviews a claim of their own', () => {
  const chain = chainInTree(['unit', 'department', 'bureau'], UNIT, [OFFICE, BUREAU])
  const above = [OFFICE, BUREAU]

  const ownAt =
    (...orgIds: string[]) =>
    ({ orgId }: { orgId: string }): boolean =>
      orgIds.includes(orgId)

  test('a level at one’s own body that another role decides is passed on', () => {
    const isOwn = ({ step, orgId }: { step: string; orgId: string }): boolean =>
      step === 'unit' && orgId === 'bureau'
    expect(passOwnLevels(chain, isOwn, above)).toEqual(chain)
  })

  test('a chain without the claimant stays as it is', () => {
    expect(passOwnLevels(chain, ownAt('elsewhere'), above)).toEqual(chain)
  })

  test('the claimant’s own level is passed over, and says why', () => {
    const passed = passOwnLevels(chain, ownAt('unit'), above)
    expect(read(passed)).toEqual(['unit unit skipped', 'department office waiting', 'bureau bureau waiting'])
    expect(passed.map(({ note }) => note)).toEqual(['申报人自己是这一级的审核人，由上级审核', '', ''])
  })

  test('a level that was skipped for another reason keeps that reason', () => {
    const short = chainInTree(['unit', 'township'], UNIT, [])
    expect(passOwnLevels(short, ownAt(''), []).map(({ note }) => note)).toEqual([
      '',
      '上级没有乡镇（街道），不经过这一级',
    ])
  })

  test('SX22-9: where the unit is the only level, its department answers for it', () => {
    const only = chainInTree(['unit'], UNIT, above)
    expect(passOwnLevels(only, ownAt('unit'), above)).toEqual([
      { ...only[0], outcome: 'skipped', note: '申报人自己是这一级的审核人，由上级审核' },
      {
        ...UNDECIDED,
        step: 'department',
        orgId: 'office',
        orgName: '名office',
        outcome: 'waiting',
        note: '',
      },
    ])
  })

  test.each<[string, string[], TreeNode[], string | null]>([
    ['a township', ['unit'], [TOWN, BUREAU], 'township town waiting'],
    ['a bureau', ['unit'], [BUREAU], 'bureau bureau waiting'],
    ['the next body, where the nearest is their own too', ['unit', 'office'], above, 'bureau bureau waiting'],
    [
      'neither a unit nor a base',
      ['unit'],
      [node('u2', 'unit'), node('b', 'base'), BUREAU],
      'bureau bureau waiting',
    ],
    ['nobody, where all above is their own: the chain stays', ['unit', 'bureau'], [BUREAU], null],
    ['nobody, where nothing is above: the chain stays', ['unit'], [], null],
  ])('then decides %s', (_, own, ancestors, last) => {
    const only = chainInTree(['unit'], UNIT, ancestors)
    const passed = passOwnLevels(only, ownAt(...own), ancestors)
    expect(read(passed)).toEqual(last === null ? ['unit unit waiting'] : ['unit unit skipped', last])
  })

  test('a chain of no levels stays one', () => {
    expect(passOwnLevels([], ownAt('unit'), above)).toEqual([])
  })
})
