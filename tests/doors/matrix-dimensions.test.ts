// What the plain matrix cannot see: the level of the body at which a role is held, holders whom nobody verified, roles
// lent for a while, ids inside inputs, cursors of others, and both units of a moved person. All cells come from the rows
// of the matrix and from the table of rights.
import { plusSeconds } from '../../domain/kernel/instant'
import { may, RIGHTS, type Right } from '../../domain/organisation/rights'
import { REACHES, ROLE_NAMES } from '../../domain/organisation/roles'
import { api } from '../../server/surface'
import { answered } from './matrix/answered'
import { recordFor } from './matrix/archive-rows'
import type { Answer, Row } from './matrix/row'
import { ROWS } from './matrix/rows'
import { claimWithFile } from './matrix/things'
import {
  nameOf,
  namesBeyond,
  type Place,
  placeOf,
  rolesOf,
  SCOPES,
  WHO,
  type Who,
  World,
} from './matrix/world'
import { grantOf } from './refusals/situations'

interface Procedure {
  _def: { inputs: { shape?: Record<string, unknown> }[]; meta?: { right?: Right } }
}
const procedures = api._def.procedures as unknown as Record<string, Procedure>
const rightOf = (path: string): Right => procedures[path]?._def.meta?.right ?? 'see-tree'
const ALL = Object.entries(ROWS)
const HELD = ALL.filter(([path]) => procedures[path]?._def.meta?.right !== undefined)
const HOLDERS = WHO.filter((who) => rolesOf(who).length > 0)

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

const expected = ({ answers }: Row, who: Who, scope: number): Answer =>
  ([answers[who]].flat().length === 1 ? answers[who] : answers[who][scope]) as Answer
const inputOf = async (row: Row, place: Place, who: Who): Promise<unknown> => row.input?.(place, world, who)
const call = (openid: string, path: string, input: unknown, beyond: readonly string[]) =>
  answered(world.as(openid), { path, input, beyond })
const everyName = namesBeyond('nobody').concat(nameOf('station'))

describe('a role at another level than usual', () => {
  /** Who holds a role at a body, with no namesake in the country. */
  async function holderAt(role: (typeof ROLE_NAMES)[number], orgId: string): Promise<string> {
    const _id = world.next(`holder-${orgId}`)
    await world.person(orgId, { _id, openid: `o-${_id}`, name: '上级人事', roles: [grantOf(role, orgId)] })
    return `o-${_id}`
  }
  let clerks: Record<'county' | 'water', string>
  let committee = ''
  beforeAll(async () => {
    const [county, water] = await Promise.all([
      holderAt('unit-reviewer', 'county'),
      holderAt('unit-reviewer', 'water'),
    ])
    clerks = { county, water }
    committee = await holderAt('committee', 'water')
  })

  test('the role that reaches its body alone is the one that is tried here', () => {
    expect(ROLE_NAMES.filter((role) => REACHES[role] === 'body')).toEqual(['unit-reviewer'])
  })

  test.each(ALL)(
    '%s: to who confirms a bureau’s own people, a unit below is as any other',
    async (path, row) => {
      for (const orgId of ['county', 'water'] as const) {
        const input = await inputOf(row, placeOf('unit-reviewer', 'own'), 'unit-reviewer')
        const answer = await call(clerks[orgId], path, input, everyName)
        // The row's draft is its reviewer's, and another's is unknown before its file is looked at.
        const usual = path === 'claim.attach' ? 'CLAIM_UNKNOWN' : expected(row, 'unit-reviewer', 1)
        expect([orgId, answer]).toEqual([orgId, usual])
      }
    },
  )

  /** A level is read by the others of its chain, and the body right above decides a contest that the unit cannot. */
  const SEEN_FROM_ABOVE: Readonly<Record<string, Answer>> = {
    'review.claim': 'ok',
    'review.contests': 'ROLE_MISSING',
  }
  const OF_ONE_BODY = HELD.filter(
    ([path]) => RIGHTS[rightOf(path)].reach === 'body' && !/^outside|decideContest/.test(path),
  )
  test.each(OF_ONE_BODY)('%s: a right over a body alone is none over a unit below', async (path, row) => {
    for (const who of ['department-reviewer', 'bureau-reviewer', 'bureau-staff'] as const) {
      const usual = expected(row, who, 1)
      const answer = usual === 'OUT_OF_SCOPE' ? (SEEN_FROM_ABOVE[path] ?? usual) : usual
      const input = await inputOf(row, placeOf('unit-reviewer', 'own'), 'unit-reviewer')
      expect([who, await call(`o-${who}`, path, input, namesBeyond(who))]).toEqual([who, answer])
    }
  })

  const OF_COMMITTEE = HELD.filter(([path]) => may(['committee'], rightOf(path)))
  test.each(OF_COMMITTEE)('%s: a department’s committee, within its department alone', async (path, row) => {
    for (const [at, scope] of SCOPES.entries()) {
      const input = await inputOf(row, placeOf('department-reviewer', scope), 'committee')
      const answer = await call(committee, path, input, namesBeyond('department-reviewer'))
      expect([scope, answer]).toEqual([scope, expected(row, 'committee', at)])
    }
  })
})

describe.each(['claimed', 'contested'] as const)('a holder who is %s', (binding) => {
  beforeAll(async () => {
    for (const who of HOLDERS) await world.become(who, { binding })
  })
  afterAll(async () => {
    for (const who of HOLDERS) await world.become(who, { binding: 'verified' })
  })

  test.each(HELD)('%s: holds nothing, whichever role it was', async (path, row) => {
    for (const who of HOLDERS) {
      const input = await inputOf(row, placeOf(who, 'own'), 'trainee')
      expect([who, await call(`o-${who}`, path, input, [])]).toEqual([who, 'ROLE_MISSING'])
    }
  })
})

describe('a role that was lent for a while', () => {
  /** Where the borrower is answered otherwise than the owner: the role is not theirs to give, to end or to hand on. */
  const NOT_THEIRS: Readonly<Record<string, Answer>> = {
    'organisation.grant': 'GRANT_BEYOND_OWN',
    'review.delegate': 'OUT_OF_SCOPE',
  }
  beforeAll(async () => {
    const until = plusSeconds(world.now, 86_400)
    for (const who of HOLDERS)
      await world.hold(
        who,
        rolesOf(who).map((role) => ({ ...role, until, grantedBy: 'absent' })),
      )
  })
  afterAll(async () => {
    for (const who of HOLDERS) await world.hold(who, rolesOf(who))
  })

  test.each(HELD)('%s: as the role itself, and nothing that outlasts it', async (path, row) => {
    for (const who of HOLDERS)
      for (const [at, scope] of SCOPES.entries()) {
        const input = await inputOf(row, placeOf(who, scope), who)
        const usual = expected(row, who, at)
        const answer = usual === 'ok' ? (NOT_THEIRS[path] ?? usual) : usual
        expect([who, scope, await call(`o-${who}`, path, input, namesBeyond(who))]).toEqual([
          who,
          scope,
          answer,
        ])
      }
  })
})

describe('one’s own input with one id of elsewhere in it', () => {
  /** Nothing of elsewhere is changed or told: what is named there is not there to begin with, or is passed over. */
  const PASSED_OVER: Readonly<Record<string, readonly string[]>> = {
    // The row's draft is the caller's own wherever its file lies.
    'claim.attach': ['draftId'],
    'inbox.markRead': ['ids.0'],
    'organisation.revoke': ['personId'],
    'review.endDelegation': ['personId'],
  }
  const leaves = (input: unknown, at = ''): [string, unknown][] =>
    typeof input === 'object' && input !== null
      ? Object.entries(input).flatMap(([key, value]) => leaves(value, at === '' ? key : `${at}.${key}`))
      : [[at, input]]

  function withLeaf(input: unknown, name: string, value: unknown): unknown {
    const changed = structuredClone(input)
    const path = name.split('.')
    const last = path.pop() ?? ''
    const holder = path.reduce((at, key) => (at as Record<string, unknown>)[key], changed)
    ;(holder as Record<string, unknown>)[last] = value
    return changed
  }

  /** Whether a text is the id of a document, or the end of one: a phone's id of a draft follows its owner's. */
  const isAnId = (value: unknown): boolean =>
    typeof value === 'string' && world.ids().some((id) => id === value || id.endsWith(`:${value}`))

  test.each(ALL.filter(([, { input }]) => input))('%s', async (path, row) => {
    for (const who of WHO) {
      const foreign = new Map(leaves(await inputOf(row, placeOf(who, 'foreign'), who)))
      const own = leaves(await inputOf(row, placeOf(who, 'own'), who))
      for (const [name, value] of own) {
        const theirs = foreign.get(name)
        if (theirs === undefined || theirs === value || !isAnId(theirs)) continue
        // Made anew: a call must not find its own input used by the one before it.
        const mixed = withLeaf(await inputOf(row, placeOf(who, 'own'), who), name, theirs)
        const openid = who === 'nobody' ? world.next('o-nobody') : `o-${who}`
        const answer = await call(openid, path, mixed, namesBeyond(who))
        if (expected(row, who, 2) === 'ok' || PASSED_OVER[path]?.includes(name)) continue
        expect([who, name, answer]).not.toEqual([who, name, 'ok'])
      }
    }
  })
})

describe('a list that goes on from a place that is not one’s own', () => {
  const PAGED = ALL.filter(([path]) =>
    procedures[path]?._def.inputs.some(({ shape }) => shape && 'after' in shape),
  )
  const START = JSON.stringify({ value: '', id: '' })
  const ZERO = JSON.stringify({ value: 0, id: '' })
  const BODIES = ['far-unit', 'far-bureau', 'other-station', 'other-county', 'station', 'survey']
  const CURSORS = [
    START,
    ZERO,
    ...BODIES.flatMap((id) => [`${id}|`, `${id}|${START}`, `heard:${id}|${ZERO}`]),
  ]

  /** No list of anybody of the country goes on there, whatever stands in it: none passes over a cursor that is not its own. */
  const BEYOND = CURSORS.filter((after) => after.startsWith('far-'))
  /** They look at no cursor where there is nothing to go on in: no account, no body named. */
  const WITHOUT_LIST = ['hours.account', 'organisation.tree', 'stats.overview']

  test('lists are found by their inputs', () => {
    expect(PAGED.length).toBeGreaterThan(15)
  })

  test.each(PAGED)('%s', async (path, row) => {
    for (const who of WHO) {
      const input = ((await inputOf(row, placeOf(who, 'own'), who)) ?? {}) as object
      const openid = who === 'nobody' ? world.next('o-nobody') : `o-${who}`
      for (const after of CURSORS) {
        const answer = await call(openid, path, { ...input, after }, namesBeyond(who))
        const usual = expected(row, who, 0)
        const isRefused = BEYOND.includes(after) && usual === 'ok' && !WITHOUT_LIST.includes(path)
        const may = isRefused ? ['INPUT_INVALID'] : ['ok', 'INPUT_INVALID', usual]
        expect([who, after, may.includes(answer) ? may : answer]).toEqual([who, after, may])
      }
    }
  })
})

describe('a person who moved: each unit has its own part', () => {
  const PAST = 'o-unit-reviewer'
  const PRESENT = 'o-reviewer-of-orchard'
  const moved = async (): Promise<Place> => {
    const place = placeOf('unit-reviewer', 'own')
    const { _id: personId, openid } = await world.person('station')
    const moveId = world.next('move')
    await world.calls(openid).organisation.requestMove({ toUnitId: 'orchard', moveId })
    await world.calls(PRESENT).organisation.confirmMove({ personId, moveId })
    return { ...place, personId, ownerId: personId }
  }
  beforeAll(async () => {
    const roles = [grantOf('unit-reviewer', 'orchard')]
    await world.person('orchard', { _id: 'reviewer-of-orchard', openid: PRESENT, roles })
  })

  /** A person who is confirmed is not confirmed again, in whatever unit they are. */
  const CONFIRMING = ['review.confirm', 'review.dispute']
  const PERSON = ALL.filter(
    ([path, row]) =>
      row.names?.includes('personId') &&
      !CONFIRMING.includes(path) &&
      expected(row, 'unit-reviewer', 1) === 'OUT_OF_SCOPE',
  )
  test('rows about a person are found by their names', () => {
    expect(PERSON.map(([path]) => path)).toEqual(
      expect.arrayContaining(['review.remind', 'archive.person', 'archive.keep', 'account.revealIdNumber']),
    )
  })

  test.each(PERSON)('%s: of the new unit alone', async (path, row) => {
    for (const [openid, answer] of [
      [PAST, 'OUT_OF_SCOPE'],
      // The title of the row is another's: in scope, and nothing that this person said.
      [PRESENT, path === 'review.decideTitle' ? 'TITLE_CHANGED' : expected(row, 'unit-reviewer', 0)],
    ] as const) {
      const { personId } = await moved()
      const input = {
        ...((await inputOf(row, placeOf('unit-reviewer', 'own'), 'unit-reviewer')) as object),
        personId,
      }
      expect([openid, await call(openid, path, input, [])]).toEqual([openid, answer])
    }
  })

  test('evidence and archive stay with the unit that answered for them', async () => {
    const place = await moved()
    const { claimId, sha256 } = await claimWithFile(place, world)
    const record = await recordFor({ unit: 'station', personId: place.personId }, world)
    const tries = [
      ['claim.attachmentUrl', { claimId, sha256 }, 'ok'],
      ['review.claim', { claimId }, 'ok'],
      ['archive.fileUrl', { record, sha256 }, 'FILE_UNKNOWN'],
    ] as const
    for (const [path, input, answer] of tries) {
      expect([path, await call(PAST, path, input, [])]).toEqual([path, answer])
      expect([path, await call(PRESENT, path, input, [])]).toEqual([path, 'OUT_OF_SCOPE'])
    }
  })
})
