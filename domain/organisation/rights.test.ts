import { type Instant, instant } from '../kernel/instant'
import { grantOver, grantsFor, may, RIGHTS, type Right, reachesBelow } from './rights'
import {
  ADMINISTERS,
  type Body,
  givable,
  grantEnding,
  grantGiving,
  grantsAt,
  grantsNotBelow,
  type OrganisationKind,
  ROLE_NAMES,
  type RoleGrant,
  type RoleName,
  standsInFor,
} from './roles'

const grant = (role: RoleName, orgId: string, until: Instant | null = null): RoleGrant => ({
  ...{ role, orgId, until, grantedBy: '' },
})
const NOON = instant(1_000)

/** The letters stand for U unit, D department, B bureau reviewer; S bureau staff; A base staff; C committee. */
const LETTERS: Record<string, RoleName> = {
  U: 'unit-reviewer',
  D: 'department-reviewer',
  B: 'bureau-reviewer',
  S: 'bureau-staff',
  A: 'base-staff',
  C: 'committee',
}
const rolesOf = (letters: string): RoleName[] => [...letters].map((letter) => LETTERS[letter] ?? 'committee')

/** Written out a second time on purpose: a right that moves to another role is to be seen here. */
const WHO: Record<Right, string> = {
  'confirm-people': 'U',
  'confirm-moves': 'U',
  'see-standing': 'U',
  'remind-people': 'U',
  'lift-lectures': 'U',
  'show-unit-code': 'U',
  'keep-archive': 'U',
  'import-roster': 'UDBS',
  'export-roster': 'UDBS',
  'review-claims': 'UDB',
  'read-claims': 'UDBS',
  'stand-aside': 'UDB',
  'decide-contests': 'UDB',
  'decide-contests-above': 'DB',
  'reveal-id-number': 'UDBS',
  'see-tree': 'UDBSAC',
  'verify-bodies': 'DB',
  'rename-bodies': 'DB',
  'set-up-bodies': 'BS',
  'grant-roles': 'UDBA',
  'end-roles': 'UDBSAC',
  'spot-check': 'BS',
  'void-hours': 'BS',
  'withdraw-certifying': 'BS',
  'hear-objections': 'BS',
  'keep-integrity-record': 'BS',
  'read-log': 'S',
  'see-figures': 'UDBS',
  'read-outside': 'S',
  'export-titles': 'C',
}

test.each(Object.entries(WHO) as [Right, string][])('%s: %s and nobody else', (right, letters) => {
  expect(ROLE_NAMES.filter((role) => may([role], right)).sort()).toEqual(rolesOf(letters).sort())
})

test('each right has a Chinese name of its own', () => {
  const names = Object.values(RIGHTS).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[\u4e00-\u9fff]+$/.test(name))).toEqual([])
})

test('nobody without a role may do anything', () => {
  expect((Object.keys(RIGHTS) as Right[]).filter((right) => may([], right))).toEqual([])
})

/** Which rights go on below the body of their grant, written out a second time on purpose as well. */
const BELOW: readonly Right[] = [
  ...(['import-roster', 'export-roster', 'reveal-id-number', 'see-tree', 'verify-bodies'] as const),
  ...(['rename-bodies', 'set-up-bodies', 'grant-roles', 'end-roles', 'spot-check', 'void-hours'] as const),
  ...(['withdraw-certifying', 'hear-objections', 'keep-integrity-record', 'read-log'] as const),
  ...(['see-figures', 'export-titles'] as const),
]

describe('a grant reaches as far as its role and its right', () => {
  const PATH = ['county', 'water', 'station']
  const reaches = (role: RoleName, right: Right, orgId: string): boolean =>
    grantOver([grant(role, orgId)], right, PATH) !== null

  test.each(Object.entries(WHO) as [Right, string][])('%s', (right, letters) => {
    for (const role of rolesOf(letters)) {
      expect(reaches(role, right, 'station')).toBe(true)
      const isBelow = BELOW.includes(right) && role !== 'unit-reviewer'
      for (const above of ['water', 'county'])
        expect([role, above, reaches(role, right, above)]).toEqual([role, above, isBelow])
      expect(reachesBelow([grant(role, 'water')], right, PATH)).toBe(isBelow)
      expect(reaches(role, right, 'survey')).toBe(false)
    }
  })

  test('nothing is reached by a path of no body', () => {
    expect(grantOver([grant('bureau-reviewer', 'county')], 'see-tree', [])).toBe(null)
    expect(grantOver([grant('unit-reviewer', 'county')], 'see-tree', [])).toBe(null)
  })

  const grants = [grant('unit-reviewer', 'station'), grant('department-reviewer', 'water')]
  test.each([
    ['import-roster', PATH, 'station'],
    ['import-roster', ['county', 'water', 'survey'], 'water'],
    ['review-claims', ['county', 'water', 'survey'], null],
    ['verify-bodies', PATH, 'water'],
    ['review-claims', ['county', 'water'], 'water'],
    ['import-roster', ['county'], null],
    ['import-roster', ['county', 'farm'], null],
    ['void-hours', PATH, null],
  ] as const)('%s over %j: by %s', (right, path, by) => {
    expect(grantOver(grants, right, path)?.orgId ?? null).toBe(by)
  })

  test('grants for a right are those alone that give it', () => {
    expect(grantsFor(grants, 'verify-bodies')).toEqual([grants[1]])
    expect(grantsFor(grants, 'read-log')).toEqual([])
  })
})

test('a stand-in’s grant has ended at its instant, and holds one millisecond before', () => {
  const standIn = grant('unit-reviewer', 'station', NOON)
  const forGood = grant('committee', 'county')
  const bearer = { roles: [standIn, forGood], binding: 'verified' } as const
  expect(grantsAt(bearer, instant(NOON - 1))).toEqual([standIn, forGood])
  expect(grantsAt(bearer, NOON)).toEqual([forGood])
  for (const binding of ['claimed', 'contested'] as const)
    expect(grantsAt({ ...bearer, binding }, instant(0))).toEqual([])
})

describe('what a role gives away', () => {
  const at = (kind: OrganisationKind, ...path: string[]): Body => ({ kind, path })
  const UNIT = at('unit', 'county', 'water', 'station')
  const DEPARTMENT = at('department', 'county', 'water')
  const BUREAU = at('bureau', 'county')
  const BASE = at('base', 'county', 'base')

  test.each([
    ['B', 'county', UNIT, 'U'],
    ['B', 'county', DEPARTMENT, 'UDC'],
    ['B', 'county', BUREAU, 'UBSC'],
    ['B', 'county', BASE, 'A'],
    ['D', 'water', UNIT, 'U'],
    ['D', 'water', DEPARTMENT, 'UD'],
    ['D', 'water', BUREAU, ''],
    ['U', 'station', UNIT, 'U'],
    ['U', 'station', DEPARTMENT, ''],
    // Who confirms the own people of a bureau gives nothing below it.
    ['U', 'county', BUREAU, 'U'],
    ['U', 'county', UNIT, ''],
    ['U', 'water', UNIT, ''],
    ['A', 'base', BASE, 'A'],
    ['A', 'base', UNIT, ''],
    ['S', 'county', UNIT, ''],
    ['C', 'county', BUREAU, ''],
  ])('%s of %s at %j: %s', (letter, orgId, body, letters) => {
    const [role = 'committee'] = rolesOf(letter)
    expect(givable([grant(role, orgId)], body).sort()).toEqual(rolesOf(letters).sort())
  })

  test.each([
    [null, null, true],
    [null, 500, true],
    [NOON, 999, true],
    [NOON, 1_000, true],
    [NOON, 1_001, false],
    [NOON, null, false],
  ])('held until %s, given until %s: %s', (held, until, given) => {
    const giving = grantGiving([grant('department-reviewer', 'water', held)], {
      ...{ role: 'unit-reviewer', until, body: UNIT },
    })
    expect(giving !== null).toBe(given)
  })

  test('a stand-in hands on no role that they stand in for, however short', () => {
    const standIn = [grant('unit-reviewer', 'station', NOON)]
    expect(grantGiving(standIn, { role: 'unit-reviewer', until: 500, body: UNIT })).toBe(null)
  })

  test.each([
    ['for good', null, false, true],
    ['for a while', NOON, false, false],
    ['for a while, of what they gave', NOON, true, true],
  ])('a role that is held %s ends another’s', (_, held, isOwnGift, ends) => {
    const ending = grantEnding([grant('department-reviewer', 'water', held)], {
      ...{ role: 'unit-reviewer', body: UNIT, isOwnGift },
    })
    expect(ending !== null).toBe(ends)
  })

  test('one stands in for who gave a role for a while, and for nobody by a role for good', () => {
    const given = { ...grant('unit-reviewer', 'station', NOON), grantedBy: 'away' }
    expect(standsInFor([given, { ...grant('unit-reviewer', 'water'), grantedBy: 'boss' }])).toEqual(['away'])
  })

  test.each([
    [undefined, ['county', 'water', 'station']],
    ['elsewhere', ['county', 'water', 'station']],
    ['county', ['county']],
    ['water', ['county', 'water']],
    ['station', ['county', 'water', 'station']],
  ])('what %s said of a station is undone by %j', (saidBy, undoing) => {
    const all = ['county', 'water', 'station'].map((orgId) => grant('bureau-staff', orgId))
    const undo = grantsNotBelow(all, ['county', 'water', 'station'], saidBy)
    expect(undo.map(({ orgId }) => orgId)).toEqual(undoing)
  })

  test('a township administers itself as a department and confirms its own people', () => {
    expect(ADMINISTERS.township).toEqual(['department-reviewer', 'unit-reviewer'])
    expect(ADMINISTERS.unit).toEqual(['unit-reviewer'])
  })
})
