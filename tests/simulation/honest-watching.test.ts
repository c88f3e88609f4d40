import fc from 'fast-check'
import { progressOf } from '../../server/learning/study/progress'
import type { SecondRange } from '../../server/learning/study/views'
import { histories } from './histories'
import { durationOf, HonestPhone } from './honest-phone'
import { BRISK, LECTURES, LectureWorld } from './lecture-world'
import { Ledger, secondsOf } from './played-ledger'

const ids = LECTURES.map(({ id }) => id)
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('play' as const), seconds: fc.integer({ min: 1, max: 150 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer' as const), after: fc.integer({ min: 0, max: 200 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer-wrong' as const), after: fc.nat(40) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pause' as const), seconds: fc.integer({ min: 1, max: 180 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('network' as const), online: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('lose-answers' as const), count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('other-phone' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('other-lecture' as const), lecture: fc.constantFrom(...ids) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('next-day' as const), hours: fc.integer({ min: 8, max: 30 }) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Person {
  world: LectureWorld
  ledger: Ledger
  phones: [HonestPhone, HonestPhone]
  lecture: string
}

async function act(person: Person, given: Step): Promise<void> {
  const { world, phones } = person
  const [phone, other] = phones
  switch (given.do) {
    case 'play':
      return phone.play(person.lecture, given.seconds)
    case 'answer':
    case 'answer-wrong':
      if (phone.challenge) world.pass(given.after)
      return phone.answer(given.do === 'answer')
    case 'pause':
      return world.pass(given.seconds)
    case 'network':
      phone.online = given.online
      if (given.online) await phone.sendEarlier()
      return
    case 'lose-answers':
      phone.answersToLose = given.count
      return
    case 'kill':
      return phone.kill()
    case 'other-phone':
      person.phones = [other, phone]
      return
    case 'other-lecture':
      person.lecture = given.lecture
      return
    case 'next-day':
      return world.pass(given.hours * 3600)
  }
}

const spread = (ranges: readonly SecondRange[]): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))

/**
 * Everything is sent; each lecture is opened once more, and has all that is owed and nothing that was not played. Then
 * it is finished, and the course with it.
 */
async function settle({ world, ledger, phones }: Person): Promise<void> {
  for (const phone of phones) {
    phone.online = true
    phone.answersToLose = 0
    await phone.sendEarlier()
  }
  const [phone] = phones
  for (const id of ids) {
    phone.kill()
    await phone.open(id)
    const { verified, pending } = phone.watch ?? { verified: [], pending: [] }
    const known = new Set(spread([...verified, ...pending]))
    const lost = [...secondsOf(ledger.owed, id)].filter((second) => !known.has(second))
    const invented = [...known].filter((second) => !secondsOf(ledger.everPlayed, id).has(second))
    expect({ id, lost, invented }).toEqual({ id, lost: [], invented: [] })
    await finish(phone, world, { id, unseen: durationOf(id) - known.size })
  }
  expect(await progress(world)).toMatchObject({ lecturesDone: 3, percent: 100, state: 'exam-ready' })
}

/** A trainee who goes on and answers gets to the end, by playing each unseen part and nothing twice. */
async function finish(
  phone: HonestPhone,
  world: LectureWorld,
  { id, unseen }: { id: string; unseen: number },
): Promise<void> {
  const startedAt = world.now
  for (let turn = 0; turn < 40 && phone.watch?.verifiedSeconds !== durationOf(id); turn += 1) {
    await phone.answer(true)
    await phone.play(id, phone.toFirstUnseen())
  }
  expect(phone.watch).toMatchObject({ verifiedSeconds: durationOf(id), pendingSeconds: 0, done: true })
  expect((world.now - startedAt) / 1000).toBe(unseen)
}

async function progress({ store }: LectureWorld) {
  const course = await store.get('courses', 'c1')
  if (!course) throw new Error('no course')
  const enrolment = await store.get('enrolments', 'p1:c1')
  const watch = await store.get('watch', 'p1')
  return progressOf({ course, enrolment, watch, coveragePercent: BRISK.coveragePercent })
}

const RUNS = histories(5_000)

test(`${RUNS} histories of honest people lose no played second, and credit none that was not played`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1e9), fc.array(step, { minLength: 3, maxLength: 16 }), async (seed, steps) => {
      const world = await new LectureWorld(seed).seed()
      const ledger = new Ledger()
      const phones: Person['phones'] = [
        new HonestPhone('a', world, ledger),
        new HonestPhone('b', world, ledger),
      ]
      const person: Person = { world, ledger, phones, lecture: 'l1' }
      for (const given of steps) await act(person, given)
      await settle(person)
    }),
    { numRuns: RUNS, seed: 2022_08_15 },
  )
})
