import { type Instant, instant } from '../kernel/instant'
import { grantOver, grantsFor, may, RIGHTS, type Right } from './rights'
import {
  ADMINISTERS,
  type Body,
  givable,
  grantGiving,
  grantsAt,
  type OrganisationKind,
  ROLE_NAMES,
  type RoleGrant,
  type RoleName,
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

describe('a grant reaches its own body and what hangs below', () => {
  const grants = [grant('unit-reviewer', 'station'), grant('department-reviewer', 'water')]
  test.each([
    ['review-claims', ['county', 'water', 'station'], 'station'],
    ['review-claims', ['county', 'water', 'survey'], 'water'],
    ['verify-bodies', ['county', 'water', 'station'], 'water'],
    ['review-claims', ['county', 'water'], 'water'],
    ['review-claims', ['county'], null],
    ['review-claims', ['county', 'farm'], null],
    ['void-hours', ['county', 'water', 'station'], null],
    ['review-claims', [], null],
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
  expect(grantsAt({ roles: [standIn, forGood] }, instant(NOON - 1))).toEqual([standIn, forGood])
  expect(grantsAt({ roles: [standIn, forGood] }, NOON)).toEqual([forGood])
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
    const giving = grantGiving([grant('unit-reviewer', 'station', held)], {
      ...{ role: 'unit-reviewer', until, body: UNIT },
    })
    expect(giving !== null).toBe(given)
  })

  test('a township administers itself as a department and confirms its own people', () => {
    expect(ADMINISTERS.township).toEqual(['department-reviewer', 'unit-reviewer'])
    expect(ADMINISTERS.unit).toEqual(['unit-reviewer'])
  })
})
