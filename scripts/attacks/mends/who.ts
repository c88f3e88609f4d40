import type { Mend } from '../mend'

export const WHO: readonly Mend[] = [
  {
    test: {
      file: 'tests/doors/account.test.ts',
      name: 'C1: the answer about a number that is held is that about a free one',
    },
    without: [
      {
        file: 'server/people/register.ts',
        find: '  if (!isProven) return claimed\n',
        instead:
          '  if (isAnothers) return { ...claimed, bindingNote: HELD_NOTE }\n  if (!isProven) return claimed\n',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/account.test.ts',
      name: 'C1: the work is the same for a number that is held, on a roster, or unknown',
    },
    without: [
      {
        file: 'server/people/register.ts',
        find: "const line = await foundUnder(tx, 'roster-lines', lines)",
        instead: "const line = taken ? null : await foundUnder(tx, 'roster-lines', lines)",
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/account.test.ts',
      name: 'C1: an account tries some numbers a day, and not one after another',
    },
    without: [{ file: 'server/kernel/our-limits.ts', find: 'most: 6,\n', instead: 'most: 6_000,\n' }],
  },
  {
    test: {
      file: 'tests/doors/contest.test.ts',
      name: 'C1: filing takes the same work for a number that is held and for one that is free',
    },
    without: [
      {
        file: 'server/people/contest.ts',
        find: '  await keepFiled(tx, ctx, filing)\n',
        instead:
          "  await keepFiled(tx, ctx, filing)\n  if (!(await tx.get('identity-keys', filing.idNumberHash))) return\n",
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/account.test.ts',
      name: 'C2: name, number and unit can be guessed or bought, and verify nobody without code and mobile number',
    },
    without: [
      {
        file: 'server/people/proof.ts',
        find: 'const cameByCode = person.codeOf === person.unitId',
        instead: 'const cameByCode = true',
      },
      { file: 'server/people/proof.ts', find: " && answer.mobile === 'same'", instead: '' },
    ],
  },
  {
    test: {
      file: 'tests/doors/account.test.ts',
      name: 'is never counted for another, even where roster, code and mobile number prove that one',
    },
    without: [
      {
        file: 'server/people/register.ts',
        find: 'found.some(({ items }) => items.length > 0)',
        instead: 'found.some(() => false)',
      },
    ],
  },
  // Each name is compared with the one before it, and not with the first.
  {
    test: {
      file: 'tests/doors/account.test.ts',
      name: 'does not drift to another by one slip after the other',
    },
    without: [
      {
        file: 'server/people/register.ts',
        find: 'const first = existing.learnedAs ?? existing',
        instead: 'const first = existing',
      },
      {
        file: 'server/people/register.ts',
        find: 'existing.learnedAs ? kept : own',
        instead: 'own',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/contest.test.ts',
      name: 'a reviewer’s second account, with the reviewer’s own mobile number, is the reviewer',
    },
    without: [
      {
        file: 'server/membership/contests/own-contest.ts',
        find: "mobile !== '' && [mobileOf(person, secrets), verifiedMobileOf(own, secrets)].includes(mobile)",
        instead: 'false',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/contest.test.ts',
      name: 'the old account is told while it is theirs, objects in its days, and the body above decides',
    },
    without: [
      {
        file: 'server/membership/contests/decide-contest.ts',
        find: 'contest.objection === null ? OUR_PERIODS.rebindDays : 0',
        instead: '0',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/leaving.test.ts',
      name: 'an integrity record is found under the same number again, by name',
    },
    without: [
      {
        file: 'server/own-data/outlasting.ts',
        find: "    if (state === 'open' || state === 'recorded') return true\n",
        instead: "    if (state === 'open') return true\n",
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/leaving.test.ts',
      name: 'evidence of a claim that was revoked as false stays used',
    },
    without: [
      {
        file: 'server/claims/filing/duplicates.ts',
        find: "    if (claim?.state === 'revoked') return true\n",
        instead: '',
      },
    ],
  },
  {
    test: {
      file: 'server/learning/exam/guessing.test.ts',
      name: 'sittings belong to the number: another account of it goes on counting, and has other papers',
    },
    without: [
      {
        file: 'server/learning/exam/tries.ts',
        find: 'const [own, ...others] = saidHashesOf(person)',
        instead: 'const [own, ...others] = [person._id]',
      },
    ],
  },
  {
    test: { file: 'tests/doors/attacks/limits.test.ts', name: '%s is not registered at by its id' },
    without: [
      {
        file: 'server/people/register.ts',
        find: "  if (!byCode && !FOUND_BY_SEARCH.includes(unit.kind)) refuse('UNIT_UNKNOWN', {})\n",
        instead: '',
      },
    ],
  },
]
