// A person of two bodies sees what waits at both; a stand-in whose time is over sees no menu of theirs.
import { type Instant, plusMs } from '../../domain/kernel/instant'
import type { RoleGrant, RoleName } from '../../domain/organisation/roles'
import { refusalOf } from '../harness/classroom'
import { Reviewers } from '../harness/reviewers'

let office: Reviewers
const grant = (role: RoleName, orgId: string, until: Instant | null = null): RoleGrant => ({
  ...{ role, orgId, until, grantedBy: '' },
})
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal = await refusalOf(work)
  return refusal === 'accepted' ? refusal : refusal.code
}

beforeAll(async () => {
  office = await Reviewers.open()
  const roles = [grant('unit-reviewer', 'sd-unit'), grant('unit-reviewer', 'sd-unit-2')]
  await office.person('sd', 'both', { roles })
})
afterAll(() => office.stop())

/** All pages of a list, one after the other. */
async function allOf<T>(
  page: (after?: string) => Promise<{ lines: T[]; next: string | null }>,
): Promise<T[]> {
  const found: T[] = []
  let after: string | undefined
  for (;;) {
    const { lines, next } = await page(after)
    found.push(...lines)
    if (next === null) return found
    after = next
  }
}

describe('a reviewer of two units', () => {
  const people = (binding: 'claimed' | 'verified', orgId?: string) =>
    allOf(async (after) => {
      const { people: lines, next } = await office.as('both').review.people({
        binding,
        ...(orgId === undefined ? {} : { orgId }),
        ...(after === undefined ? {} : { after }),
      })
      return { lines: lines.map(({ personId }) => personId), next }
    })

  beforeAll(async () => {
    for (let n = 0; n < 21; n += 1) await office.person('sd', `first-${n}`, { binding: 'claimed' })
    await office.person('sd', 'second', { unitId: 'sd-unit-2', binding: 'claimed' })
  })

  test('sees who waits at both, page by page, each once, and how many they are', async () => {
    const found = await people('claimed')
    expect(found).toHaveLength(22)
    expect(new Set(found).size).toBe(22)
    expect(found.at(-1)).toBe('p-second')
    const { bodies, counts } = await office.as('both').review.people({ binding: 'claimed' })
    expect(bodies.map(({ orgId }) => orgId)).toEqual(['sd-unit', 'sd-unit-2'])
    expect(counts.claimed).toBe(22)
  })

  test('chooses one of them, and no third', async () => {
    expect(await people('claimed', 'sd-unit-2')).toEqual(['p-second'])
    const other = office.as('both').review.people({ binding: 'claimed', orgId: 'sd-department' })
    expect(await codeOf(other)).toBe('OUT_OF_SCOPE')
  })

  test('a page of a body that is not theirs is no page', async () => {
    const asked = office.as('both').review.people({ binding: 'claimed', after: 'qh-unit|x' })
    expect(await codeOf(asked)).toBe('INPUT_INVALID')
  })

  test('confirms a person of the second unit, and nobody of a third', async () => {
    const decision = { personId: 'p-second', decisionId: 'd-second' }
    expect(await codeOf(office.as('both').review.confirm(decision))).toBe('accepted')
    await office.person('qh', 'elsewhere', { binding: 'claimed' })
    const far = office.as('both').review.confirm({ personId: 'p-elsewhere', decisionId: 'd-far' })
    expect(await codeOf(far)).toBe('OUT_OF_SCOPE')
  })

  test('keeps the archive of either, and shows the code of no third', async () => {
    const people = (orgId?: string) => office.as('both').archive.people(orgId === undefined ? {} : { orgId })
    const first = await people()
    expect(first.bodies.map(({ orgId }) => orgId)).toEqual(['sd-unit', 'sd-unit-2'])
    expect(first.people.map(({ personId }) => personId)).toContain('p-sd-unit')
    const second = await people('sd-unit-2')
    expect(second.unitName).not.toBe(first.unitName)
    expect(second.people.map(({ personId }) => personId)).toContain('p-sd-unit-2')
    expect(await codeOf(people('sd-department'))).toBe('OUT_OF_SCOPE')
    expect(await codeOf(office.as('both').review.unitCode({ orgId: 'sd-department' }))).toBe('OUT_OF_SCOPE')
  })

  test('sees how the people of both stand', async () => {
    const standing = await allOf(async (after) => {
      const page = await office.as('both').review.standing({
        ...{ behindOnly: false },
        ...(after === undefined ? {} : { after }),
      })
      return { lines: page.people.map(({ personId }) => personId), next: page.next }
    })
    expect(standing).toEqual(expect.arrayContaining(['p-sd-unit', 'p-sd-unit-2']))
  })
})

test('an overseer of two bureaus sees the checks, cases, jobs and objections of both', async () => {
  const roles = [grant('bureau-staff', 'qh-bureau'), grant('bureau-staff', 'sd-bureau')]
  await office.person('sd', 'overseer', { roles })
  const { oversight } = office.as('overseer')
  const until = office.now
  const job = { jobId: 'job-1', unitId: 'sd-unit', from: plusMs(until, -1000), until, reason: '抽查发现不实' }
  await oversight.voidAllOf(job)
  const { jobs, bodies } = await oversight.jobs({})
  expect(jobs.map(({ unitName }) => unitName)).toHaveLength(1)
  expect(bodies.map(({ orgId }) => orgId)).toEqual(['qh-bureau', 'sd-bureau'])
  expect((await oversight.jobs({ orgId: 'qh-bureau' })).jobs).toEqual([])
  for (const list of [oversight.checks({}), oversight.cases({}), oversight.objections({ state: 'open' })])
    expect((await list).bodies).toEqual(bodies)
})

test('a stand-in’s menu ends with their grant', async () => {
  const until = plusMs(office.now, 1000)
  await office.person('sd', 'stand-in', { roles: [grant('unit-reviewer', 'sd-unit', until)] })
  const { now } = office
  expect((await office.as('stand-in').account.me()).person.roles).toEqual(['unit-reviewer'])
  office.now = until
  expect((await office.as('stand-in').account.me()).person.roles).toEqual([])
  office.now = now
})
