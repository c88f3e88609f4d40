import type { Mend } from '../mend'

const FOUNDING = 'server/bodies/found-region.test.ts'
const ATTACKS = 'tests/doors/attacks/rights.test.ts'
const LIMITS = 'tests/doors/attacks/limits.test.ts'
const DIMENSIONS = 'tests/doors/matrix-dimensions.test.ts'

export const RIGHTS: readonly Mend[] = [
  {
    test: { file: ATTACKS, name: 'a holder who is %s holds nothing' },
    without: [
      {
        file: 'domain/organisation/roles.ts',
        find: "binding === 'verified' ? roles.filter(({ until }) => until === null || at < until) : []",
        instead: 'roles.filter(({ until }) => until === null || at < until)',
      },
    ],
  },
  {
    test: {
      file: ATTACKS,
      name: 'the founder becomes another between reading and confirming: refused, and read again',
    },
    without: [
      {
        file: 'server/bodies/review-organisation.ts',
        find: 'registrar._id !== personId || registrar.version !== version',
        instead: 'registrar._id !== personId',
      },
    ],
  },
  {
    test: {
      file: ATTACKS,
      name: '%s: numbers, rosters, figures, evidence and roles of a unit below',
    },
    without: [
      {
        file: 'domain/organisation/roles.ts',
        find: "'unit-reviewer': 'body'",
        instead: "'unit-reviewer': 'subtree'",
      },
    ],
  },
  // Who reviews for a body decides at the levels below it too.
  {
    test: { file: DIMENSIONS, name: '%s: a right over a body alone is none over a unit below' },
    without: [
      {
        file: 'server/claims/filing/reviewing.ts',
        find: 'grant.role === ROLE_OF[step] && grant.orgId === orgId',
        instead: "grant.role !== 'unit-reviewer' || grant.orgId === orgId",
      },
    ],
  },
  {
    test: {
      file: ATTACKS,
      name: 'the county neither hears the objection to what the province voided, nor to what it voided itself',
    },
    without: [
      {
        file: 'server/oversight/hear-objection.ts',
        find: 'const grant = overseer.grants.find(({ orgId }) => orgId === hearingOrgId)',
        instead: 'const [grant] = overseer.grants',
      },
    ],
  },
  {
    test: {
      file: ATTACKS,
      name: 'certification that the province withdrew comes back from the province alone',
    },
    without: [
      {
        file: 'server/oversight/certifying.ts',
        find: "sayingOver(standing, { ...body, path: pathAbove(body) }, 'certifies')",
        instead: "sayingOver(standing, { path: pathAbove(body), saidBy: {} }, 'certifies')",
      },
    ],
  },
  // With one id for all who register a name, a returned body goes to who registers it next.
  {
    test: {
      file: ATTACKS,
      name: 'a stranger who registers the name stands beside it, and both are shown',
    },
    without: [
      {
        file: 'server/bodies/register-organisation.ts',
        find: '[parentId, name, openid]',
        instead: '[parentId, name]',
      },
    ],
  },
  // Who registers a name first has it, verified or not: the real one is refused ORG_NAME_TAKEN.
  {
    test: {
      file: ATTACKS,
      name: 'a name that is only registered is nobody’s: the real one registers it too',
    },
    without: [
      {
        file: 'server/bodies/register-organisation.ts',
        find: "if (await verifiedCalled(tx, { parentId, name })) refuse('ORG_NAME_TAKEN', { orgName: name })",
        instead: `const called = { equals: { parentId, name }, limit: 1 }
    const { items } = await ctx.store.query('organisations', 'byParent', called)
    if (items.length > 0) refuse('ORG_NAME_TAKEN', { orgName: name })`,
      },
    ],
  },
  {
    test: { file: ATTACKS, name: 'ends, shortens and hands on no role that they stand in for' },
    without: [
      {
        file: 'domain/organisation/roles.ts',
        find: '.find(({ until }) => until === null || isOwnGift)',
        instead: '.at(0)',
      },
    ],
  },
  {
    test: { file: ATTACKS, name: 'what was lent ends with the role that it was lent of' },
    without: [
      {
        file: 'server/bodies/grant-role.ts',
        find: 'if (has.until === null) await endLent(tx, { personId, role, orgId }, lent)',
        instead: '',
      },
    ],
  },
  // An act that is kept already would still be refused for its other reason.
  {
    test: {
      file: ATTACKS,
      name: 'the same reading hours later, with another reason: a second line, a second message',
    },
    without: [
      {
        file: 'server/people/reading-act-id.ts',
        find: 'Math.floor(now / (OUR_PERIODS.readingRetryMinutes * MINUTE_MS))',
        instead: '0',
      },
      {
        file: 'server/kernel/record.ts',
        find: "line.after === (act.after ?? '')",
        instead: 'true',
      },
    ],
  },
  {
    test: {
      file: LIMITS,
      name: 'one after the other, and a lost answer asked for again is none of them',
    },
    without: [
      {
        file: 'server/people/reveal-id-number.ts',
        find: "if (isNew) await spendIn(tx, ctx, { limit: 'read-number', key: reader._id })",
        instead: '',
      },
    ],
  },
  // A person of elsewhere is given a role at one's own body.
  {
    test: { file: DIMENSIONS, name: 'one’s own input with one id of elsewhere in it' },
    without: [
      {
        file: 'server/bodies/grant-role.ts',
        find: 'if (!person || !(await reaches(tx, holder, person)))',
        instead: 'if (!person)',
      },
    ],
  },
  // The list goes on at the body that the cursor names.
  {
    test: { file: DIMENSIONS, name: 'a list that goes on from a place that is not one’s own' },
    without: [
      {
        file: 'server/kernel/holder.ts',
        find: 'const [from, key] = placeIn(orgIds, after)',
        instead: `if (after !== undefined) orgIds = [after.slice(0, after.indexOf('|'))]
  const [from, key] = placeIn(orgIds, after)`,
      },
    ],
  },
  // The unit that was left reads the number of who left it.
  {
    test: { file: DIMENSIONS, name: 'a person who moved: each unit has its own part' },
    without: [
      {
        file: 'server/people/reveal-id-number.ts',
        find: 'const grant = unit ? grantIn(standing, unit.path) : null',
        instead: 'const [grant] = standing.grants',
      },
    ],
  },
  // The phone’s own id of the check is as good as a seed that it chooses.
  {
    test: {
      file: ATTACKS,
      name: 'the checker who tries again, with a seed of their own too, draws the same',
    },
    without: [
      {
        file: 'server/oversight/start-check.ts',
        find: 'const seed = seedOf(ctx, by, order.year)',
        instead: 'const seed = order.checkId',
      },
    ],
  },
  {
    test: { file: ATTACKS, name: 'that was withdrawn is set no more, for that partner or another' },
    without: [
      {
        file: 'server/outside/set-key.ts',
        find: "if (isWithdrawn || used?.isWithdrawn) refuse('PUBLIC_KEY_USED', { isWithdrawn: true })",
        instead: '',
      },
    ],
  },
  {
    test: {
      file: FOUNDING,
      name: 'at the same moment as another: one of them is the first reviewer, the other is nobody',
    },
    without: [{ file: 'server/people/founder.ts', find: '  refuseUnusable(founding, ctx)\n', instead: '' }],
  },
  {
    test: { file: FOUNDING, name: 'its code is in no document, before it is used and after' },
    without: [
      {
        file: 'server/people/founding-code.ts',
        find: 'keyedHash(PURPOSE, code, secrets)',
        instead: 'code + secrets.indexKeys.current',
      },
    ],
  },
]
