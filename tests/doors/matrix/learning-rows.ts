import { having, type MakeInput, type Rows, registered, WITHIN } from './row'
import { attempt, certificate, course, message, session, stopped } from './things'

const sitting: MakeInput = async (place, world) => ({
  attemptId: await attempt(place, world, { handedIn: false }),
  ...{ step: 0, answers: {} },
})
/** The caller's own attempt only. Its owner follows from its id, which only the owner receives. */
const OWN_ATTEMPT = registered(['ok', 'ATTEMPT_FOREIGN', 'ATTEMPT_FOREIGN'])
const offered: MakeInput = async (place, world) => ({ courseId: await course(place, world) })
/** A course of another region is as unknown as none; siblings learn from the same ones. */
const REGIONAL = {
  ...registered(['ok', 'ok', 'COURSE_UNKNOWN']),
  'region-staff': ['ok', 'COURSE_UNKNOWN', 'COURSE_UNKNOWN'],
} as const
/** The caller's own session only. Its owner follows from its id, which only the owner receives. */
const PLAYING = {
  ...registered(['ok', 'SESSION_FOREIGN', 'SESSION_FOREIGN']),
  nobody: 'SESSION_FOREIGN',
} as const

const asked = { level: 'middle', applicationYear: 2022 }

/** Learning belongs to the trainee: no caller reaches another's by naming it. */
export const learningRows: Rows = {
  'home.view': { answers: registered() },
  'catalog.list': { input: () => ({ year: 2022 }), answers: registered() },
  'catalog.course': { input: offered, names: ['courseId'], answers: REGIONAL },
  'hours.account': { input: () => ({ year: 2022 }), answers: registered() },
  'certificate.issue': { input: () => ({ year: 2022 }), answers: registered('YEAR_INCOMPLETE') },
  'certificate.mine': { answers: registered() },
  'certificate.view': {
    input: async (place, world) => ({ number: await certificate(place, world) }),
    names: ['number'],
    answers: registered(['ok', 'CERTIFICATE_UNKNOWN', 'CERTIFICATE_UNKNOWN']),
  },
  'title.check': { input: () => asked, answers: registered() },
  'title.plan': { input: () => ({ ...asked, minutesPerEvening: 60 }), answers: registered() },
  'study.enrol': {
    input: async (...at) => ({ ...((await offered(...at)) as object), targetYear: 2022 }),
    names: ['courseId'],
    answers: REGIONAL,
  },
  'study.open': {
    input: async (place, world) => ({
      lectureId: `${await course(place, world)}-1`,
      ...{ deviceId: 'phone', deviceName: '手机', takeOver: true },
    }),
    answers: REGIONAL,
  },
  'study.report': {
    input: async (place, world) => ({
      sessionId: await session(place, world),
      ...{ sequence: 1, ranges: [[0, 1]], phase: 'playing' },
    }),
    answers: PLAYING,
  },
  'study.answer': {
    input: async (place, world) => ({
      sessionId: await session(place, world),
      challengeId: 'none',
      choice: 0,
    }),
    answers: {
      ...registered(['CHALLENGE_UNKNOWN', 'SESSION_FOREIGN', 'SESSION_FOREIGN']),
      nobody: 'SESSION_FOREIGN',
    },
  },
  'study.stopped': {
    input: ({ unit }) => ({ orgId: unit }),
    names: ['orgId'],
    answers: having('lift-lectures', WITHIN),
  },
  'study.lift': {
    input: async (place, world) => ({ stopId: await stopped(place, world), reason: '本人说明了情况' }),
    names: ['stopId'],
    answers: having('lift-lectures', WITHIN),
  },
  'exam.start': {
    input: offered,
    names: ['courseId'],
    // Its lectures come first.
    answers: {
      ...registered(['EXAM_LOCKED', 'EXAM_LOCKED', 'COURSE_UNKNOWN']),
      'region-staff': ['EXAM_LOCKED', 'COURSE_UNKNOWN', 'COURSE_UNKNOWN'],
    },
  },
  'exam.save': { input: sitting, answers: OWN_ATTEMPT },
  'exam.submit': { input: sitting, answers: OWN_ATTEMPT },
  'exam.result': {
    input: async (place, world) => ({ attemptId: await attempt(place, world, { handedIn: true }) }),
    answers: OWN_ATTEMPT,
  },
  'inbox.list': { input: () => ({}), answers: registered() },
  // Another's message is ignored, as if it did not exist: matrix.test.ts checks that it stays unread.
  'inbox.markRead': {
    input: async (place, world) => ({ ids: [await message(place, world)] }),
    names: ['ids.0'],
    answers: registered(),
  },
  'inbox.templates': { answers: registered() },
}
