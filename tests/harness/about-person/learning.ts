// The documents of a person's learning: lectures, exams, hours, claims and their files.

import { hoursOf, ZERO_HOURS } from '../../../domain/kernel/hours'
import { day, type Instant } from '../../../domain/kernel/instant'
import { emptyAccount, GENESIS_HASH } from '../../../domain/ledger/account'
import type { LearningItem } from '../../../domain/policy/facts'
import { EMPTY_COVERAGE } from '../../../domain/watch/coverage'
import { NEW_QUIZ } from '../../../domain/watch/session'
import type { LearnedLine } from '../../../server/books/hours/documents'
import type { ClaimDocument } from '../../../server/claims/filing/documents'
import type { Documents } from '../../../server/kernel/store/collections'
import type { New } from '../../../server/kernel/store/port'
import type { AttemptDocument } from '../../../server/learning/exam/documents'
import { inTries } from '../../../server/learning/exam/tries'
import type { OpenLecture } from '../../../server/learning/study/documents'
import { type Fixtures, fileOf, type Given, LEAVER, officer, UNIT, WORDS } from './leaver'

const { personId, name, idNumberMasked, openid } = LEAVER

const item = (at: Instant): LearningItem => ({
  id: 'item',
  kind: 'paper',
  earnedAt: at,
  subjectId: 'subject',
  base: { name: '演示继续教育基地', level: 'province', audience: 'province' },
})

function claim(given: Given, differs: Partial<New<ClaimDocument>>): New<ClaimDocument> {
  const { at } = given
  const acted = { at, orgName: UNIT.unitName, note: WORDS, hours: null }
  return {
    ...{ _id: 'claim-1', personId, personName: name, ...UNIT, region: 'shaanxi', targetYear: 2022 },
    ...{ kind: 'paper', kindLabel: '论文', title: WORDS, fields: { title: WORDS, doi: '10.1/x' } },
    attachments: [fileOf(given, 'claim')],
    before: { fields: { title: WORDS }, attachments: [fileOf(given, 'claim-before')] },
    ...{
      queueOrgId: '',
      bureauId: 'bureau',
      queueDueAt: 0,
      policyVersion: 'v',
      entryId: null,
      submittedAt: at,
    },
    oddities: [{ code: 'OVERLAPPING_DAYS', text: WORDS, claimId: 'claim-2' }],
    ...{
      state: 'credited',
      subject: { type: 'hours', item: item(at) },
      stepIndex: 1,
      revision: 1,
      digest: '',
    },
    ...{ claimedHours: hoursOf(8), recognisedHours: hoursOf(8), dueAt: null, closesAt: null, decisionId: '' },
    asks: [{ field: 'title', text: WORDS }],
    steps: [
      {
        ...{ step: 'unit', orgId: 'unit-1', orgName: UNIT.unitName, outcome: 'approved', hours: hoursOf(8) },
        ...{ decidedBy: officer.personId, decidedByName: officer.name, decidedAt: at, note: WORDS },
      },
    ],
    events: [
      { kind: 'submitted', by: personId, byName: name, ...acted },
      { kind: 'approved', by: officer.personId, byName: officer.name, ...acted },
    ],
    ...differs,
  }
}

const openLecture = (at: Instant): OpenLecture => ({
  ...{ sessionId: 's', deviceId: 'd', deviceName: `${name}的手机`, courseId: 'course', lectureId: 'lecture' },
  ...{ lectureTitle: '第一讲', packVersion: 'v', region: 'shaanxi', year: 2022, othersDone: false },
  replacedAt: null,
  session: {
    ...{ durationSeconds: 60, questions: [], accruesSince: at, leaseEndsAt: at, frozenAt: null },
    ...{ grantedSeconds: 0, verified: EMPTY_COVERAGE, pending: EMPTY_COVERAGE, handedOn: EMPTY_COVERAGE },
    ...{ challengeAtSeconds: 60, challenge: null, lastAnswer: null, challengesIssued: 0, acknowledged: 0 },
    quiz: NEW_QUIZ,
  },
})

const attempt = (at: Instant): New<AttemptDocument> => ({
  ...{ _id: `${personId}:course:1`, personId, courseId: 'course', courseTitle: '课程', number: 1 },
  attempt: { asked: [], startedAt: at, deadlineAt: at, graceSeconds: 0, steps: [], submitted: null },
  ...{ paper: [], entryId: null, creditState: null, yearComplete: false },
})

const LEARNED: LearnedLine = {
  ...{ way: 'claim', source: '', title: WORDS, from: day('2022-08-01'), to: day('2022-08-01'), held: true },
  ...{ hours: hoursOf(8), code: '', entryId: 'credit', accountId: `${personId}:shaanxi:2022`, year: 2022 },
}

export const ABOUT_LEARNING = {
  courses: () => ({
    others: [
      {
        ...{ _id: 'course', region: 'shaanxi', year: 2022, category: 'public', kind: 'online-course' },
        ...{ providerId: 'p', meets: [], order: 1, title: '课程', summary: '', hours: hoursOf(8) },
        ...{ subjectId: 'subject', baseName: '基地', baseLevel: 'province', bankId: 'bank', lectures: [] },
        ...{ teacher: { name: '周老师', title: '', unit: '' }, sample: true },
      },
    ],
  }),
  'lecture-courses': () => ({ others: [{ _id: 'lecture', courseId: 'course' }] }),
  'lecture-challenges': () => ({ others: [{ _id: 'lecture', courseId: 'course', challenges: [] }] }),
  'question-banks': () => ({ others: [{ _id: 'bank', questions: [] }] }),
  enrolments: ({ at }) => ({
    own: [
      {
        ...{ _id: `${personId}:course`, personId, courseId: 'course', courseTitle: '课程', targetYear: 2022 },
        exam: { attempts: 0, openAttemptId: null, nextAt: null, bestScorePercent: null, passed: false },
        ...{ lectures: {}, startedAt: at, makeUpConfirmedAt: null },
      },
    ],
  }),
  watch: ({ at }) => ({ own: [{ _id: personId, openid, current: openLecture(at), replaced: [] }] }),
  coverage: () => ({
    own: [{ _id: `${personId}:lecture`, verified: EMPTY_COVERAGE, pending: EMPTY_COVERAGE, quiz: NEW_QUIZ }],
  }),
  'stopped-lectures': ({ at }) => ({
    own: [
      {
        ...{ _id: `${personId}:lecture`, personId, personName: name, unitId: 'unit-1', courseId: 'course' },
        ...{ lectureId: 'lecture', lectureTitle: '第一讲', times: 1, wrong: 4, state: 'lifted', at },
        lifted: { by: officer.personId, byName: officer.name, reason: WORDS, at },
      },
    ],
  }),
  attempts: ({ at }) => ({ own: [attempt(at)] }),
  'exam-tries': ({ seal }) => ({
    own: [
      {
        _id: `${LEAVER.idNumberHash}:bank`,
        idNumberHash: LEAVER.idNumberHash,
        attempts: 1,
        papers: [['q1']],
        idNumber: seal(LEAVER.idNumber, inTries({ _id: `${LEAVER.idNumberHash}:bank` })),
      },
    ],
  }),
  accounts: () => ({
    own: [2021, 2022].map((year) => ({
      ...{ _id: `${personId}:shaanxi:${year}`, personId, region: 'shaanxi', year },
      ...emptyAccount(),
    })),
  }),
  entries: ({ at }) => {
    const entry = {
      ...{ sequence: 1, movements: [], earnedAt: at, recordedAt: at, policyVersion: 'v', digest: '' },
      ...{ previousHash: GENESIS_HASH, hash: '' },
    }
    return {
      own: [
        {
          ...{ _id: 'credit', accountId: `${personId}:shaanxi:2022`, kind: 'credit', ...entry },
          facts: {
            ...{ kind: 'credit', category: 'professional', hours: hoursOf(8), title: WORDS, subjectId: null },
            ...{ baseLevel: null, item: item(at), cause: { kind: 'claim', claimId: 'claim-1' } },
            evidence: [{ at, text: WORDS }],
          },
        },
        {
          ...{ _id: 'void', accountId: `${personId}:shaanxi:2021`, kind: 'void', ...entry },
          facts: { kind: 'void', entryId: 'credit', reason: WORDS, clauseId: 'SX22-16' },
        },
      ],
    }
  },
  learned: () => ({ own: [{ _id: personId, lines: [LEARNED], whole: true }] }),
  doubles: ({ at }) => ({
    own: [
      {
        ...{
          _id: 'double:credit',
          personId,
          unitId: 'unit-1',
          bureauId: 'bureau',
          line: LEARNED,
          like: [LEARNED],
        },
        ...{ state: 'different', at },
        decided: { by: officer.personId, byName: officer.name, orgName: '', reason: WORDS, at },
      },
    ],
  }),
  certificates: ({ at }) => ({
    own: [
      {
        ...{ _id: 'number', kind: 'year-complete', state: 'valid', personId, name, idNumberMasked },
        ...{ unitName: '', region: 'shaanxi', year: 2022, titleLevels: [], policyVersion: 'v' },
        hours: { public: ZERO_HOURS, professional: ZERO_HOURS, total: ZERO_HOURS },
        ...{ accountId: `${personId}:shaanxi:2022`, accountSequence: 1, accountHeadHash: GENESIS_HASH },
        ...{ issuedAt: at, keyId: 1, payload: `signed:${name}`, supersededBy: null },
      },
    ],
  }),
  'certificate-causes': () => ({
    others: [{ _id: `year-complete:${personId}:shaanxi:2022`, number: 'number', revoked: null }],
  }),
  'claim-drafts': (given) => ({
    own: [
      {
        ...{ _id: `${personId}:draft`, personId, kind: 'paper', targetYear: 2022, fields: { title: WORDS } },
        ...{ attachments: [fileOf(given, 'draft')], claimId: null, state: 'open', savedAt: given.at },
      },
    ],
  }),
  claims: (given) => ({
    own: [
      claim(given, {}),
      claim(given, { _id: 'claim-open', state: 'submitted', stepIndex: 0, attachments: [] }),
    ],
    others: [
      claim(given, {
        ...{ _id: 'claim-of-other', personId: 'p-other', personName: '赵其他', title: '论文', fields: {} },
        ...{ attachments: [], before: null, asks: [], events: [], queueOrgId: 'unit-1' },
        oddities: [{ code: 'SHARED_EVIDENCE', text: '用过同样的 DOI', claimId: 'claim-1' }],
        steps: [
          {
            ...{ step: 'unit', orgId: 'unit-1', orgName: '', outcome: 'approved', hours: null, note: '' },
            ...{ decidedBy: personId, decidedByName: name, decidedAt: given.at },
          },
        ],
      }),
    ],
  }),
  'evidence-files': (given) => ({
    own: [
      {
        _id: `incoming/${personId}/1`,
        ...fileOf(given, 'detached'),
        uploaded: given.file('uploaded'),
        personId,
        at: given.at,
      },
    ],
  }),
  'evidence-keys': () => ({
    own: [
      { _id: `${personId}|doi:10.1/x`, claimId: 'claim-1', personId },
      { _id: 'doi:10.1/x', claimId: 'claim-1', personId },
    ],
  }),
  deemings: ({ at }) => ({
    own: [
      {
        ...{ _id: 'claim-3', personId, region: 'shaanxi', targetYear: 2022, creditedAt: at },
        ...{ fact: { id: 'village', year: 2022 }, state: 'valid' },
      },
    ],
  }),
  'study-archives': (given) => ({
    own: [
      {
        ...{ _id: `unit-1:${personId}:2022`, ...UNIT, personId, personName: name, region: 'shaanxi' },
        targetYear: 2022,
        lines: [
          {
            ...{ id: 'line', kind: 'self-study', way: '', title: WORDS, how: WORDS, hours: hoursOf(8) },
            ...{ from: '2022-06-01', to: '2022-06-02', state: 'kept', claimId: null, revision: 1 },
            ...{ attachments: [fileOf(given, 'archive')], keptByName: '王审核', keptAt: given.at },
          },
        ],
      } as New<Documents['study-archives']>,
    ],
  }),
} satisfies Partial<Fixtures>
