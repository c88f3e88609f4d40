import type { Mend } from '../mend'

export const COUNTING: readonly Mend[] = [
  {
    test: {
      file: 'server/claims/review/once.test.ts',
      name: 'NY22-16: what a platform sent is not declared again, in the preview and at submission',
    },
    without: [
      {
        file: 'server/claims/filing/same-learning.ts',
        find: "matches.find(({ likeness, line }) => likeness === 'same' && line.way !== 'claim')",
        instead: 'matches.find(() => false)',
      },
    ],
  },
  {
    test: {
      file: 'server/claims/review/once.test.ts',
      name: 'the line that comes after the hours were credited is found, and waits for the bureau',
    },
    without: [
      {
        file: 'server/books/hours/find-doubles.ts',
        find: 'const matches = await likeIt(tx, before, line)',
        instead: 'const matches = await likeIt(tx, [], line)',
      },
    ],
  },
  {
    test: {
      file: 'server/claims/review/once.test.ts',
      name: 'one certificate of two people: the reviewer of either claim sees it, whatever signs stand around its number',
    },
    without: [
      { file: 'server/claims/filing/duplicates.ts', find: '    ...numberKeysOf(fields),\n', instead: '' },
    ],
  },
  {
    test: {
      file: 'server/claims/review/claims.test.ts',
      name: 'evidence exchanged after the unit approved it comes before the unit again, with no field changed',
    },
    without: [
      {
        file: 'domain/review/submit-claim.ts',
        find: 'claim.digest === submission.digest && ',
        instead: '',
      },
    ],
  },
  {
    test: {
      file: 'server/learning/exam/guessing.test.ts',
      name: 'stops at the fourth wrong answer, is told to the unit, and goes on where it was once a reviewer lifts it',
    },
    without: [{ file: 'domain/watch/challenge.ts', find: 'wrongLeft(quiz) === 0', instead: 'false' }],
  },
  {
    test: {
      file: 'tests/simulation/bank-rebuilding.test.ts',
      name: 'with what is told now they know less than half, and accounts that nobody verified a third',
    },
    without: [
      {
        file: 'domain/exam/grading/grade.ts',
        find: 'passed ? { topics, weakTopics: [] } : { topics: [], weakTopics: weakTopics(topics, passScorePercent) }',
        instead: '({ topics, weakTopics: passed ? [] : weakTopics(topics, passScorePercent) })',
      },
    ],
  },
  {
    test: {
      file: 'server/learning/exam/guessing.test.ts',
      name: 'who has not passed learns the weakest topics by name, and no numbers; who passes sees them all',
    },
    without: [
      {
        file: 'domain/exam/grading/grade.ts',
        find: '{ topics: [], weakTopics',
        instead: '{ topics, weakTopics',
      },
    ],
  },
]
