// Every procedure of the whole surface × every role × own, sibling and foreign scope. A procedure without a row fails.

import { may, type Right } from '../../domain/organisation/rights'
import { ROLE_NAMES } from '../../domain/organisation/roles'
import { fileLines } from '../../server/afterwards/audit-log/file-lines'
import type { Context } from '../../server/kernel/context'
import { hashOfMobile } from '../../server/people/mobile-hash'
import { api } from '../../server/surface'
import { interrupted } from '../harness/interrupted'
import { sealedMobile } from '../harness/person-of'
import { answered, namesSaid } from './matrix/answered'
import type { Answer, Row } from './matrix/row'
import { ROWS } from './matrix/rows'
import { message, rosterImport, voided } from './matrix/things'
import { namesBeyond, placeOf, rolesOf, SCOPES, WHO, type Who, World } from './matrix/world'

interface Procedure {
  _def: { type: 'query' | 'mutation'; meta?: { right?: Right } }
}
const procedures = api._def.procedures as unknown as Record<string, Procedure>

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world.close())

test('every procedure has a row, and every row is of a procedure', () => {
  expect(Object.keys(ROWS).sort()).toEqual(Object.keys(procedures).sort())
})

type Cells = Record<Who, Answer[]>

const DECLARED = Object.entries(procedures).flatMap(([path, { _def }]) =>
  _def.meta?.right === undefined ? [] : [{ path, right: _def.meta.right, type: _def.type }],
)

test.each(DECLARED)(
  '$path is refused ROLE_MISSING to the roles without “$right” alone',
  ({ path, right }) => {
    const admitted = ROLE_NAMES.filter((role) => ROWS[path]?.answers[role] !== 'ROLE_MISSING')
    expect(admitted).toEqual(ROLE_NAMES.filter((role) => may([role], right)))
  },
)

test('every row that asks for a role is of a procedure that declares its right', () => {
  expect(HELD.map(([path]) => path).sort()).toEqual(DECLARED.map(({ path }) => path).sort())
})

/**
 * A ticket for the caller's own upload, a picture of the caller's own unit, a sheet that is read or judged anew, a job
 * that goes on in the name of the person who ordered it, and many claims, of which each is refused by itself.
 */
const WITHOUT_EFFECT = [
  ...['roster.ticket', 'review.unitCode', 'roster.check'],
  ...['oversight.stepJob', 'review.decideMany'],
]
const ACTS = DECLARED.filter(({ path, type }) => type === 'mutation' && !WITHOUT_EFFECT.includes(path))

/** Refused by what the case is about wherever the world of the matrix lies. */
const NEVER_OK = ['oversight.openCase']

test.each(ACTS)('$path: a role that ends between reading and writing acts no more', async ({ path }) => {
  const row = ROWS[path]
  const who = WHO.find((one) => [row?.answers[one]].flat()[0] === 'ok')
  if (!row || !who) return expect(NEVER_OK).toContain(path)
  const input = await row.input?.(placeOf(who, 'own'), world, who)
  const ctx = interrupted(world.as(`o-${who}`), () => world.hold(who, []))
  const answer = await answerOf(path, input, who, ctx)
  await world.hold(who, rolesOf(who))
  expect(answer).toBe('OUT_OF_SCOPE')
})

test.each(Object.entries(ROWS).filter(([path]) => path in procedures))('%s', async (path, row) => {
  const found = {} as Cells
  for (const who of WHO) {
    found[who] = []
    for (const scope of SCOPES) {
      const input = await row.input?.(placeOf(who, scope), world, who)
      found[who].push(await answerOf(path, input, who))
    }
  }
  expect(found).toEqual(expectedOf(row))
})

const NAMING = Object.entries(ROWS).filter(([path, { names }]) => path in procedures && names)

test.each(NAMING)('%s: what is not there is answered as what lies abroad', async (path, row) => {
  const found = {} as Cells
  for (const who of WHO) {
    const input = await row.input?.(placeOf(who, 'foreign'), world, who)
    found[who] = [await answerOf(path, naming(input, row.names ?? []), who)]
  }
  expect(found).toEqual(
    Object.fromEntries(Object.entries(expectedOf(row)).map(([who, answers]) => [who, answers.slice(2)])),
  )
})

const HELD = Object.entries(ROWS).filter(([, { answers }]) => answers.trainee === 'ROLE_MISSING')

test('a role that has ended opens nothing, whichever it was', async () => {
  const ended = WHO.flatMap((who) => rolesOf(who).map((role) => ({ ...role, until: world.now })))
  await world.person('station', { _id: 'ended', openid: 'o-ended', roles: ended })
  for (const [path, row] of HELD) {
    const input = await row.input?.(placeOf('bureau-staff', 'own'), world, 'trainee')
    expect([path, await answerOf(path, input, 'ended')]).toEqual([path, 'ROLE_MISSING'])
  }
})

/** The same input, with other names for what it is about: names of nothing. */
function naming(input: unknown, names: readonly string[]): unknown {
  const changed = structuredClone(input)
  for (const name of names) {
    const path = name.split('.')
    const last = path.pop() ?? ''
    const holder = path.reduce((at, key) => (at as Record<string, unknown>)[key], changed)
    ;(holder as Record<string, unknown>)[last] = world.next('nothing')
  }
  return changed
}

const expectedOf = ({ answers }: Row): Cells =>
  Object.fromEntries(
    WHO.map((who) => {
      const said = answers[who]
      return [who, typeof said === 'string' ? SCOPES.map(() => said) : [...said]]
    }),
  ) as Cells

/** What that role is answered; what an answer of any kind says is looked through for names that are not theirs. */
function answerOf(path: string, input: unknown, who: Who | 'ended', ctx?: Context): Promise<Answer> {
  // The unregistered caller stays unregistered: each call comes from a WeChat account of its own.
  const openid = who === 'nobody' ? world.next('o-nobody') : `o-${who}`
  const beyond = who === 'ended' ? [] : namesBeyond(who)
  return answered(ctx ?? world.as(openid), { path, input, beyond })
}

const mentionsNobodyBeyond = (answer: unknown, who: Who): void => {
  expect(namesSaid(answer, namesBeyond(who))).toEqual([])
}

describe('what a cell cannot say', () => {
  test('many claims at once by a role that ends meanwhile: none is approved, and each is held out', async () => {
    const place = placeOf('unit-reviewer', 'own')
    const claims = [1, 2].map(() => world.claim(place, { ownerId: place.personId, at: 'unit' }))
    const items = (await Promise.all(claims)).map(({ _id }) => ({
      ...{ claimId: _id, decisionId: world.next('d'), revision: 1, stepIndex: 0 },
    }))
    const ctx = interrupted(world.as('o-unit-reviewer'), () => world.hold('unit-reviewer', []))
    const done = await api.createCaller(ctx).review.decideMany({ items })
    await world.hold('unit-reviewer', rolesOf('unit-reviewer'))
    expect(done.approved).toEqual([])
    expect(done.held).toHaveLength(2)
  })

  test('another’s message stays unread, whoever marks it', async () => {
    const theirs = await message(placeOf('trainee', 'sibling'), world)
    await world.calls('o-trainee').inbox.markRead({ ids: [theirs] })
    expect(await world.store.get('inbox-messages', theirs)).toMatchObject({ state: 'unread' })
  })

  test('a batch with another county’s claim in it approves one’s own, and says nothing of the other', async () => {
    const own = placeOf('bureau-reviewer', 'own')
    const far = placeOf('bureau-reviewer', 'sibling')
    const [mine, theirs] = await Promise.all(
      [own, far].map((place) => world.claim(place, { ownerId: place.personId, at: 'bureau' })),
    )
    const items = [mine, theirs].map((claim) => ({
      ...{ claimId: claim?._id ?? '', decisionId: world.next('d'), revision: 1, stepIndex: 2 },
    }))
    const done = await world.calls('o-bureau-reviewer').review.decideMany({ items })
    expect(done.approved).toEqual([mine?._id])
    mentionsNobodyBeyond(done, 'bureau-reviewer')
    expect(await world.store.get('claims', theirs?._id ?? '')).toEqual(theirs)
  })

  test('two rosters with one waiting person, brought in by two keepers at once: confirmed once, one line', async () => {
    const place = placeOf('unit-reviewer', 'own')
    const { ports } = world.as('')
    const _id = world.next('p')
    const person = await world.person(place.unit, {
      ...{ _id, binding: 'claimed', name: '孟名册', codeOf: place.unit },
      mobile: sealedMobile(world.as(''), _id, '13800001234'),
    })
    const mobileHash = hashOfMobile('13800001234', ports.secrets)
    const keepers = ['unit-reviewer', 'department-reviewer']
    const imports = await Promise.all(
      keepers.map(async (ownerId) => {
        const importId = await rosterImport({ ...place, ownerId }, world, 'running')
        const chunk = await world.store.get('roster-chunks', `${importId}:0`)
        if (!chunk) throw new Error('no chunk')
        const rows = chunk.rows.map((row) => ({ ...row, idNumberHash: person.idNumberHash, mobileHash }))
        await world.store.replace('roster-chunks', { ...chunk, rows })
        return { ownerId, importId }
      }),
    )
    const done = await Promise.all(
      imports.map(({ ownerId, importId }) => world.calls(`o-${ownerId}`).roster.step({ importId })),
    )
    expect(done.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(done.map(({ result }) => result.verified).sort()).toEqual([0, 1])
    expect((await world.store.get('persons', person._id))?.binding).toBe('verified')
    const equals = { subjectId: person._id }
    const { items } = await world.store.query('audit', 'bySubject', { equals, limit: 9 })
    expect(items.map(({ action }) => action)).toEqual(['binding-verified'])
  })

  test('lines of the log of another county are not found, by whom or about whom one asks', async () => {
    const far = placeOf('bureau-staff', 'sibling')
    await voided(far, world)
    await fileLines(world.as(''))
    const { audit } = world.calls('o-bureau-staff')
    for (const asked of [{ actorId: `clerk-${far.bureau}` }, { subjectId: far.personId }, {}])
      mentionsNobodyBeyond(await audit.search(asked), 'bureau-staff')
    expect((await audit.search({ actorId: `clerk-${far.bureau}` })).lines).toEqual([])
  })
})

describe('a claim in every state, at every level of its chain', () => {
  const LEVELS = ['unit', 'department', 'bureau'] as const
  const REVIEWERS = ['unit-reviewer', 'department-reviewer', 'bureau-reviewer'] as const
  const ENDED = ['returned', 'rejected', 'withdrawn', 'lapsed', 'credited', 'revoked'] as const

  const claimAt = (who: Who, claim: Pick<Parameters<World['claim']>[1], 'at' | 'state'>) => {
    const place = placeOf(who, 'own')
    return world.claim(place, { ownerId: place.personId, ...claim })
  }
  const approving = (who: Who, claimId: string, stepIndex: number): Promise<Answer> => {
    const decision = { claimId, decisionId: world.next('d'), revision: 1, stepIndex }
    return answerOf('review.decide', { ...decision, verdict: { kind: 'approve' } }, who)
  }

  test.each(REVIEWERS)('%s decides at the own level alone', async (who) => {
    const own = REVIEWERS.indexOf(who)
    for (const [waits, at] of LEVELS.entries()) {
      const { _id } = await claimAt(who, { at, state: 'submitted' })
      // In the name of the level that it waits at, and in the name of one's own.
      if (waits !== own) expect(await approving(who, _id, waits)).toBe('OUT_OF_SCOPE')
      const early = waits < own ? 'CLAIM_CHANGED' : 'ok'
      expect(await approving(who, _id, own)).toBe(waits > own ? 'STEP_ALREADY_DECIDED' : early)
      expect(await answerOf('review.claim', { claimId: _id }, who)).toBe('ok')
    }
  })

  test.each(ENDED)('%s: nobody decides, everybody who did may read', async (state) => {
    for (const [own, at] of LEVELS.entries()) {
      const who = REVIEWERS[own] ?? 'nobody'
      const { _id } = await claimAt(who, { at, state })
      expect(await approving(who, _id, own)).toBe('CLAIM_CLOSED')
      expect(await answerOf('review.claim', { claimId: _id }, who)).toBe('ok')
    }
  })

  test.each(['submitted', ...ENDED] as const)(
    '%s: what its owner and an overseer can still do',
    async (state) => {
      const isOpen = /^(submitted|returned|withdrawn)$/.test(state)
      const place = placeOf('trainee', 'own')
      const { _id: claimId } = await world.claim(place, { ownerId: 'trainee', at: 'unit', state })
      expect(await answerOf('claim.withdraw', { claimId }, 'trainee')).toBe(isOpen ? 'ok' : 'CLAIM_CLOSED')
      const again = { draftId: world.next('draft'), kind: 'paper', targetYear: 2022, fields: {}, claimId }
      // A returned one has just been taken back.
      expect(await answerOf('claim.saveDraft', again, 'trainee')).toBe('CLAIM_CLOSED')
      const { _id } = await claimAt('bureau-staff', { at: 'bureau', state })
      const voids = /^(credited|revoked)$/.test(state) ? 'ok' : 'CLAIM_CLOSED'
      const voiding = { named: { claimId: _id }, reason: '抽查发现不实' }
      expect(await answerOf('oversight.voidEntry', voiding, 'bureau-staff')).toBe(voids)
    },
  )
})
