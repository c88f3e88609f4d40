import { courses as demoCourses } from '../../demo'
import type { DemoCourse, DemoPerson } from '../../demo/shapes'
import { type Instant, instant, plusDays, plusMs } from '../../domain/kernel/instant'
import type { LocalCloud } from '../../local/cloud'
import type { Context } from '../../server/kernel/context'
import { submitExam } from '../../server/learning/exam/answer-exam'
import { startExam } from '../../server/learning/exam/start-exam'
import { openLecture } from '../../server/learning/study/open-lecture'
import { answer, report } from '../../server/learning/study/report'
import type { SessionView } from '../../server/learning/study/views'
import type { PersonDocument } from '../../server/people/documents'
import { withGrant } from '../../server/people/held-roles'
import { seedingContext } from './context'
import { registerByCode } from './register-by-code'

interface Seeding {
  people: readonly DemoPerson[]
  courses: readonly DemoCourse[]
  /** The code of each unit, by the unit's id. */
  unitTokens: Readonly<Record<string, string>>
  onProgress(line: string): void
}

const MINUTE_MS = 60_000

/**
 * The demo's people live their past through the use cases: they enter by the unit's code, register, watch,
 * answer challenges, sit exams. Their past lies before the demo's present; a person already there is left
 * alone.
 */
export async function seedPeople(
  ctx: Context,
  cloud: LocalCloud,
  { people, courses, unitTokens, onProgress }: Seeding,
): Promise<void> {
  for (const person of people) {
    if (person.registered === 'no' || (await ctx.store.get('bindings', person.openid))) continue
    const unitToken = unitTokens[person.organisationId]
    if (!unitToken) throw new Error(`the unit of ${person.name} has no code`)
    onProgress(`人员 ${person.name}`)
    let at = plusDays(ctx.now, -14)
    const as = (): Context => ({ ...ctx, openid: person.openid, now: at })
    await registerByCode(as, cloud, { ...person, token: unitToken })
    await appoint(ctx, person)
    for (const courseId of person.completed) {
      const course = courses.find(({ id }) => id === courseId)
      if (!course) throw new Error(`${person.name} completed a course that is not there: ${courseId}`)
      at = await complete(course, {
        ctx: { ...ctx, openid: person.openid },
        person: await documentOf(ctx, person.openid),
        at,
      })
    }
  }
}

async function documentOf({ store }: Context, openid: string): Promise<PersonDocument> {
  const binding = await store.get('bindings', openid)
  const person = binding ? await store.get('persons', binding.personId) : null
  if (!person) throw new Error(`${openid} did not register`)
  return person
}

/** A reviewer is appointed by the body above; in the demo the seed appoints them. */
async function appoint(
  ctx: Context,
  { openid, organisationId, isReviewer, roles = [] }: DemoPerson,
): Promise<void> {
  const named = [...(isReviewer ? (['unit-reviewer'] as const) : []), ...roles]
  if (named.length === 0) return
  const by = { _id: '', name: '' }
  const { _id } = await documentOf(ctx, openid)
  for (const role of named)
    await ctx.store.transact(async (tx) => {
      const person = await tx.get('persons', _id)
      const giving = { role, orgId: organisationId, until: null, by }
      if (person) await tx.replace('persons', await withGrant(tx, person, { giving, now: ctx.now }))
    })
}

function courseOf(courseId: string): DemoCourse {
  const course = demoCourses.find(({ id }) => id === courseId)
  if (!course) throw new Error(`no course is called ${courseId}`)
  return course
}

/** A registered person completes courses one after another, as if they had gone on studying. */
export async function liveThrough(
  { cloud, secrets }: { cloud: LocalCloud; secrets: Record<string, string> },
  openid: string,
  courseIds: readonly string[],
): Promise<void> {
  const ctx = seedingContext(cloud, secrets, openid)
  let at = plusDays(ctx.now, -1)
  for (const courseId of courseIds) {
    at = await complete(courseOf(courseId), { ctx, person: await documentOf(ctx, openid), at })
  }
}

interface Learner {
  ctx: Context
  person: PersonDocument
  at: Instant
}

async function watchCourse(course: DemoCourse, { ctx, person, at }: Learner): Promise<Instant> {
  let now = plusMs(at, MINUTE_MS)
  for (const lecture of course.lectures) {
    const session = await openLecture({ ...ctx, now }, person, {
      lectureId: lecture.id,
      deviceId: 'demo-phone',
      deviceName: '演示手机',
      takeOver: false,
    })
    now = await watchAll(session, { ctx, lecture, now })
  }
  return now
}

/** Watches each lecture for as long as it lasts, answers, sits the exam; answers with when it was over. */
async function complete(course: DemoCourse, { ctx, person, at }: Learner): Promise<Instant> {
  let now = plusMs(await watchCourse(course, { ctx, person, at }), MINUTE_MS)
  const paper = await startExam({ ...ctx, now }, person, course.id)
  const bank = await ctx.store.get('question-banks', course.bankId)
  const keys = new Map(bank?.questions.map(({ id, key }) => [id, [...key]]))
  const answers = Object.fromEntries(paper.questions.map(({ id }) => [id, keys.get(id) ?? []]))
  now = plusMs(now, 20 * MINUTE_MS)
  const result = await submitExam({ ...ctx, now }, person, { attemptId: paper.attemptId, step: 1, answers })
  if (!result.passed) throw new Error(`${person.name} did not pass ${course.title}`)
  return now
}

/** Watches every lecture of a course, and leaves the exam for later. */
export async function watchLectures(
  { cloud, secrets }: { cloud: LocalCloud; secrets: Record<string, string> },
  openid: string,
  courseId: string,
): Promise<void> {
  const ctx = seedingContext(cloud, secrets, openid)
  const course = courseOf(courseId)
  await watchCourse(course, {
    ctx,
    person: await documentOf(ctx, openid),
    at: plusMs(ctx.now, -60 * MINUTE_MS),
  })
}

async function watchAll(session: SessionView, moment: Playing): Promise<Instant> {
  const { after, answer: answered } = await playToQuestion(session, moment)
  const { watch } = await answered('right')
  if (!watch.done) throw new Error(`${moment.lecture.title} is not done`)
  return after
}

interface Playing {
  ctx: Context
  lecture: DemoCourse['lectures'][number]
  now: Instant
}

/** Plays an opened lecture to its end, where its question is asked: when that was, and a way to answer it. */
export async function playToQuestion(session: SessionView, { ctx, lecture, now }: Playing) {
  const { durationSeconds } = session.lecture
  const after = instant(now + durationSeconds * 1000 + 1000)
  const ranges: [number, number][] = [[0, durationSeconds]]
  const { sessionId } = session
  const { watch } = await report({ ...ctx, now: after }, { sessionId, sequence: 1, ranges, phase: 'ended' })
  const { challenge } = watch
  const asked = lecture.challenges.find(({ prompt }) => prompt === challenge?.prompt)
  if (!challenge || !asked) throw new Error(`${lecture.title} asked nothing`)
  const isRight = (option: string): boolean => option === asked.options[asked.key]
  return {
    after,
    answer: (which: 'right' | 'wrong') => {
      const choice = challenge.options.findIndex((option) => isRight(option) === (which === 'right'))
      return answer({ ...ctx, now: after }, { sessionId, challengeId: challenge.id, choice })
    },
  }
}
