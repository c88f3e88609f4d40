import { type Day, day, type Instant, plusHours, startOfDay } from '../../../domain/kernel/instant'
import { EMPTY_COVERAGE } from '../../../domain/watch/coverage'
import { NEW_QUIZ } from '../../../domain/watch/session'
import { showCourse } from '../../../server/learning/catalog/show-course'
import { examResult, saveExam, submitExam } from '../../../server/learning/exam/answer-exam'
import { startExam } from '../../../server/learning/exam/start-exam'
import type { EnrolmentDocument } from '../../../server/learning/study/documents'
import { enrol } from '../../../server/learning/study/enrol'
import { openLecture } from '../../../server/learning/study/open-lecture'
import { answer, report } from '../../../server/learning/study/report'
import { liftStopped, listStopped } from '../../../server/learning/study/stopped-lecture'
import { attempt, course, session, stopped } from '../matrix/things'
import { placeOf, type World } from '../matrix/world'
import { callsAt, changed, STATION, UNKNOWN } from './changed-world'
import { provokesEach } from './provoke'

const TRAINEE = 'o-trainee'
const OWN = placeOf('trainee', 'own')
const FAR = placeOf('trainee', 'foreign')
const AFTER_MAKING_UP: Day = day('2022-10-01')

/** A course of a past year; Shaanxi's closes on the last day of September. */
async function pastCourse(world: World, place = OWN): Promise<string> {
  const courseId = await course(place, world)
  await changed(world, ['courses', courseId], { year: 2021 })
  return courseId
}

const closedFor = (world: World) => callsAt(world, `o-${FAR.personId}`, startOfDay(AFTER_MAKING_UP))

const enrols = (world: World, courseId: string, calls = world.calls(TRAINEE)) =>
  calls.study.enrol({ courseId, targetYear: 2022 })

const opens = (world: World, lectureId: string, calls = world.calls(TRAINEE)) =>
  calls.study.open({ lectureId, deviceId: 'tablet', deviceName: '平板', takeOver: false })

const reports = (world: World, sessionId: string, range: [number, number] = [0, 1]) =>
  world.calls(TRAINEE).study.report({ sessionId, sequence: 1, ranges: [range], phase: 'playing' })

const answers = (world: World, sessionId: string) =>
  world.calls(TRAINEE).study.answer({ sessionId, challengeId: UNKNOWN, choice: 0 })

const foreignSession = (world: World) => session(STATION, world)

/** Sits the exam of a new course with these changes of the enrolment, all lectures watched. */
async function sits(
  world: World,
  exam: Partial<EnrolmentDocument['exam']>,
  change: { bankId?: string } = {},
) {
  const courseId = await course(OWN, world)
  await enrols(world, courseId)
  const id = `${OWN.ownerId}:${courseId}`
  const enrolment = await world.store.get('enrolments', id)
  if (!enrolment) throw new Error(`${id} was not kept`)
  const watched = { verifiedSeconds: 120, requiredSeconds: 120, done: true, wrong: 0 }
  await world.store.replace('enrolments', {
    ...enrolment,
    lectures: { [`${courseId}-1`]: watched },
    exam: { ...enrolment.exam, ...exam },
  })
  await changed(world, ['courses', courseId], change)
  return world.calls(TRAINEE).exam.start({ courseId })
}

type Act = 'save' | 'submit'

interface Sitting {
  place?: typeof OWN
  handedIn?: boolean
  at?: Instant
  answers?: Record<string, number[]>
}

const sends = async (
  world: World,
  act: Act,
  { place = OWN, handedIn = false, at = world.now, answers: given = {} }: Sitting,
) => {
  const attemptId = await attempt(place, world, { handedIn })
  return callsAt(world, TRAINEE, at).exam[act]({ attemptId, step: 1, answers: given })
}

const sendsUnknown = (world: World, act: Act) =>
  world.calls(TRAINEE).exam[act]({ attemptId: UNKNOWN, step: 1, answers: {} })

/** The one question of the paper has four options, of which one is right. */
const TWO_CHOSEN = { answers: { 'single-0': [0, 1] } }
const OFF_THE_PAPER = { answers: { [UNKNOWN]: [0] } }

const reviewer = (world: World) => world.calls('o-unit-reviewer').study
const lifts = (world: World, stopId: string) => reviewer(world).lift({ stopId, reason: '本人说明了情况' })

provokesEach(
  {
    showCourse: {
      COURSE_UNKNOWN: (world) => world.calls(TRAINEE).catalog.course({ courseId: UNKNOWN }),
    },
    enrol: {
      COURSE_UNKNOWN: (world) => enrols(world, UNKNOWN),
      MAKE_UP_UNCONFIRMED: async (world) => enrols(world, await pastCourse(world)),
      YEAR_CLOSED: async (world) => enrols(world, await pastCourse(world, FAR), closedFor(world)),
    },
    openLecture: {
      COURSE_UNKNOWN: async (world) => opens(world, `${await course(FAR, world)}-1`),
      LECTURE_STOPPED: async (world) => {
        const lectureId = `${await course(OWN, world)}-1`
        const quiz = { ...NEW_QUIZ, wrong: 4 }
        const nothing = { verified: EMPTY_COVERAGE, pending: EMPTY_COVERAGE }
        await world.store.insert('coverage', { _id: `${OWN.ownerId}:${lectureId}`, ...nothing, quiz })
        return opens(world, lectureId)
      },
      LECTURE_UNAVAILABLE: async (world) => {
        const lectureId = `${await course(OWN, world)}-1`
        await changed(world, ['lecture-challenges', lectureId], { challenges: [] })
        return opens(world, lectureId)
      },
      LECTURE_UNKNOWN: (world) => opens(world, UNKNOWN),
      MAKE_UP_UNCONFIRMED: async (world) => opens(world, `${await pastCourse(world)}-1`),
      SESSION_ELSEWHERE: async (world) => {
        await session(OWN, world)
        return opens(world, `${await course(OWN, world)}-1`)
      },
      YEAR_CLOSED: async (world) => opens(world, `${await pastCourse(world, FAR)}-1`, closedFor(world)),
    },
    report: {
      REPORT_MALFORMED: async (world) => reports(world, await session(OWN, world), [1, 0]),
      SESSION_FOREIGN: async (world) => reports(world, await foreignSession(world)),
      SESSION_UNKNOWN: (world) => reports(world, UNKNOWN),
    },
    answer: {
      CHALLENGE_UNKNOWN: async (world) => answers(world, await session(OWN, world)),
      SESSION_FOREIGN: async (world) => answers(world, await foreignSession(world)),
      SESSION_REPLACED: async (world) => {
        const before = await session(OWN, world)
        await session(OWN, world)
        return answers(world, before)
      },
      SESSION_UNKNOWN: (world) => answers(world, UNKNOWN),
    },
    listStopped: {
      INPUT_INVALID: (world) => reviewer(world).stopped({ after: 'nowhere|' }),
      OUT_OF_SCOPE: (world) => reviewer(world).stopped({ orgId: UNKNOWN }),
    },
    liftStopped: {
      OUT_OF_SCOPE: (world) => lifts(world, UNKNOWN),
      SELF_REVIEW: async (world) => lifts(world, await stopped(STATION, world, 'unit-reviewer')),
    },
    startExam: {
      COURSE_UNKNOWN: (world) => world.calls(TRAINEE).exam.start({ courseId: UNKNOWN }),
      EXAM_ALREADY_PASSED: (world) => sits(world, { passed: true }),
      EXAM_ATTEMPTS_EXHAUSTED: (world) => sits(world, { attempts: 100 }),
      EXAM_BANK_TOO_SMALL: async (world) => {
        const { _id } = await world.store.insert('question-banks', { _id: world.next('bank'), questions: [] })
        return sits(world, {}, { bankId: _id })
      },
      EXAM_LOCKED: async (world) => world.calls(TRAINEE).exam.start({ courseId: await course(OWN, world) }),
      EXAM_TOO_SOON: (world) => sits(world, { attempts: 1, nextAt: plusHours(world.now, 1) }),
      EXAM_UNVERIFIED: async (world) => {
        await changed(world, ['persons', OWN.ownerId], { binding: 'claimed' })
        return sits(world, { attempts: 1 })
      },
      YEAR_CLOSED: async (world) => closedFor(world).exam.start({ courseId: await pastCourse(world, FAR) }),
    },
    saveExam: {
      ANSWER_MALFORMED: (world) => sends(world, 'save', TWO_CHOSEN),
      ATTEMPT_CLOSED: (world) => sends(world, 'save', { handedIn: true }),
      ATTEMPT_DEADLINE_PASSED: (world) => sends(world, 'save', { at: plusHours(world.now, 2) }),
      ATTEMPT_FOREIGN: (world) => sends(world, 'save', { place: STATION }),
      ATTEMPT_UNKNOWN: (world) => sendsUnknown(world, 'save'),
      QUESTION_NOT_ON_PAPER: (world) => sends(world, 'save', OFF_THE_PAPER),
    },
    submitExam: {
      ANSWER_MALFORMED: (world) => sends(world, 'submit', TWO_CHOSEN),
      ATTEMPT_FOREIGN: (world) => sends(world, 'submit', { place: STATION }),
      ATTEMPT_UNKNOWN: (world) => sendsUnknown(world, 'submit'),
      QUESTION_NOT_ON_PAPER: (world) => sends(world, 'submit', OFF_THE_PAPER),
    },
    examResult: {
      ATTEMPT_FOREIGN: async (world) =>
        world.calls(TRAINEE).exam.result({ attemptId: await attempt(STATION, world, { handedIn: true }) }),
      ATTEMPT_UNKNOWN: (world) => world.calls(TRAINEE).exam.result({ attemptId: UNKNOWN }),
    },
  },
  {
    showCourse,
    enrol,
    openLecture,
    report,
    answer,
    listStopped,
    liftStopped,
    startExam,
    saveExam,
    submitExam,
    examResult,
  },
)
