import { type Classroom, refusalOf, startClassroom } from '../../../tests/harness/classroom'
import { rightAnswer, rightChoice, wrongChoice } from '../../../tests/harness/courses'
import { personOf } from '../../../tests/harness/person-of'
import { newOrganisation } from '../../bodies/new-organisation'
import { seal, unseal } from '../../kernel/ports/sealing'
import { partSittings } from '../../own-data/outlasting'
import type { PersonDocument } from '../../people/documents'
import { inPerson } from '../../people/sealed-numbers'
import type { ChallengeView } from '../study/views'
import { inTries } from './tries'
import type { PaperView } from './views'

// What a guesser may try, and what it costs: questions while watching stop the lecture, papers and feedback give no bank
// away. Under the rules of 2022; `short` has one lecture of 20 s.
let room: Classroom
let stop: () => Promise<void>
beforeAll(async () => {
  ;({ room, stop } = await startClassroom())
  const { now: at } = room
  const founding = { id: 'unit-1', name: '青松勘察设计院', kind: 'unit', region: 'shaanxi' } as const
  await room.store.insert(
    'organisations',
    newOrganisation({ ...founding, areaCode: '990101', parent: null }, { state: 'verified', at }),
  )
  await admit('reviewer', { roles: [{ role: 'unit-reviewer', orgId: 'unit-1', until: null, grantedBy: '' }] })
})
afterAll(() => stop())

async function admit(name: string, differs: Partial<PersonDocument> = {}): Promise<void> {
  const { now: at } = room
  await room.store.insert('persons', personOf(`p-${name}`, { at, openid: `o-${name}`, ...differs }))
  await room.store.insert('bindings', { _id: `o-${name}`, personId: `p-${name}` })
}

/** Plays `short` to its end and answers what is asked. */
async function plays(name: string, choose: (challenge: ChallengeView) => number, sequence = 1) {
  const { sessionId } = await room.open(name, 'short-1', { takeOver: true })
  room.pass(20)
  const said = { sessionId, sequence, ranges: [[0, 20]] as [number, number][], phase: 'ended' as const }
  const { watch } = await room.as(name).study.report(said)
  if (!watch.challenge) throw new Error('nothing is asked')
  const challengeId = watch.challenge.id
  return room.as(name).study.answer({ sessionId, challengeId, choice: choose(watch.challenge) })
}

describe('a lecture whose questions are guessed', () => {
  test('stops at the fourth wrong answer, is told to the unit, and goes on where it was once a reviewer lifts it', async () => {
    await admit('guesser')
    for (const left of [3, 2, 1, 0]) {
      const { correct, watch } = await plays('guesser', wrongChoice)
      expect([correct, watch.wrongLeft]).toEqual([false, left])
    }
    const stopped = {
      code: 'LECTURE_STOPPED',
      details: { lectureTitle: '第 1 讲', unitName: '青松勘察设计院' },
    }
    expect(await refusalOf(room.open('guesser', 'short-1'))).toEqual(stopped)
    // Another lecture is open to them, and opening it is no way around.
    await room.open('guesser', 'long-1')
    expect(await refusalOf(room.open('guesser', 'short-1'))).toEqual(stopped)
    const { lines } = await room.as('reviewer').study.stopped({})
    expect(lines).toMatchObject([{ lectureTitle: '第 1 讲', wrong: 4, times: 1, mayLift: true }])
    expect(await room.store.get('outbox', 'lecture-stopped:p-guesser:short-1:1')).toMatchObject({
      kind: 'lecture-stopped',
    })
    const stopId = lines[0]?.stopId ?? ''
    const lift = () => room.as('reviewer').study.lift({ stopId, reason: '本人说明了情况' })
    await lift()
    await lift()
    expect((await room.as('reviewer').study.stopped({})).lines).toEqual([])
    expect(await plays('guesser', rightChoice)).toMatchObject({ correct: true, watch: { done: true } })
    const paper = await room.as('guesser').exam.start({ courseId: 'short' })
    const { credited } = await room.as('guesser').exam.submit({ ...sentBy(paper), answers: right(paper) })
    const entry = await room.store.get('entries', credited?.entryId ?? '')
    expect(JSON.stringify(entry?.facts)).toContain('随堂问题答错 4 次')
  })

  test('waits at the unit to which its person has moved, for whoever reviews there, and for who reviews at both', async () => {
    await admit('moving')
    for (let wrong = 0; wrong < 4; wrong += 1) await plays('moving', wrongChoice)
    const founding = { id: 'unit-2', name: '白河设计所', kind: 'unit', region: 'shaanxi' } as const
    await room.store.insert(
      'organisations',
      newOrganisation({ ...founding, areaCode: '990101', parent: null }, { state: 'verified', at: room.now }),
    )
    const role = { role: 'unit-reviewer', until: null, grantedBy: '' } as const
    await admit('there', { roles: [{ ...role, orgId: 'unit-2' }] })
    await admit('at-both', { roles: ['unit-1', 'unit-2'].map((orgId) => ({ ...role, orgId })) })
    const moving = await room.store.get('persons', 'p-moving')
    if (!moving) throw new Error('nobody')
    await room.store.replace('persons', { ...moving, unitId: 'unit-2', unitName: '白河设计所' })
    const details = { lectureTitle: '第 1 讲', unitName: '白河设计所' }
    expect(await refusalOf(room.open('moving', 'short-1'))).toEqual({ code: 'LECTURE_STOPPED', details })
    const stopsOf = async (name: string) =>
      (await room.as(name).study.stopped({})).lines.map(({ stopId }) => stopId)
    expect(await stopsOf('reviewer')).toEqual([])
    expect(await stopsOf('at-both')).toEqual(['p-moving:short-1'])
    const [stopId = ''] = await stopsOf('there')
    await room.as('there').study.lift({ stopId, reason: '本人说明了情况' })
    expect(await plays('moving', rightChoice)).toMatchObject({ correct: true })
  })

  test('a wrong answer puts aside what it was about, and an honest one before it stays verified', async () => {
    await admit('honest')
    expect(await plays('honest', wrongChoice)).toMatchObject({ putAside: [[0, 20]] })
    expect(await plays('honest', rightChoice)).toMatchObject({ watch: { verifiedSeconds: 20, wrongLeft: 3 } })
  })
})

const right = ({ questions }: PaperView): Record<string, number[]> =>
  Object.fromEntries(questions.map(({ id, type }) => [id, rightAnswer(type)]))
const sentBy = ({ attemptId }: PaperView) => ({ attemptId, step: 900, answers: {} })

describe('a bank that somebody wants to rebuild', () => {
  async function fails(name: string) {
    const paper = await room.as(name).exam.start({ courseId: 'short' })
    const result = await room.as(name).exam.submit(sentBy(paper))
    room.pass(600)
    return { paper, result }
  }

  test('who has not passed learns the weakest topics by name, and no numbers; who passes sees them all', async () => {
    await admit('learner')
    await room.watch('learner', 'short-1')
    const { result } = await fails('learner')
    expect(result).toMatchObject({ passed: false, topics: [] })
    expect([...result.weakTopics].sort()).toEqual(['学时', '考试'])
    const paper = await room.as('learner').exam.start({ courseId: 'short' })
    const passed = await room.as('learner').exam.submit({ ...sentBy(paper), answers: right(paper) })
    expect(passed).toMatchObject({ passed: true, weakTopics: [] })
    expect(passed.topics.map(({ topic }) => topic).sort()).toEqual(['学时', '考试'])
    // What was failed before stays as it was told.
    expect(await room.as('learner').exam.result({ attemptId: result.attemptId })).toEqual({
      ...result,
      nextAt: result.nextAt,
    })
  })

  test('sittings belong to the number: another account of it goes on counting, and has other papers', async () => {
    await admit('first', { idNumberHash: 'one-number' })
    await admit('second', { idNumberHash: 'one-number' })
    await room.watch('first', 'short-1')
    await room.watch('second', 'short-1')
    const papers = [...Array(3)].map(() => 'first')
    const drawn: string[] = []
    for (const name of [...papers, 'second', 'second']) {
      const { paper } = await fails(name)
      drawn.push(
        paper.questions
          .map(({ id }) => id)
          .sort()
          .join(),
      )
    }
    expect(new Set(drawn).size).toBe(5)
    for (const name of ['first', 'second'])
      expect(await refusalOf(room.as(name).exam.start({ courseId: 'short' }))).toMatchObject({
        code: 'EXAM_ATTEMPTS_EXHAUSTED',
      })
  })

  test('who leaves takes no sitting along: their count stays under the number, and names them no more', async () => {
    const office = room.context('', 'api')
    const idNumber = '990101199001011234'
    const { secrets } = office.ports
    const sealed = seal(idNumber, inPerson('p-leaver', 'idNumber'), secrets, office.dice)
    await admit('leaver', { idNumberHash: 'leavers-number', idNumber: sealed })
    await room.watch('leaver', 'short-1')
    await fails('leaver')
    const id = 'leavers-number:bank-short'
    expect(await room.store.get('exam-tries', id)).toMatchObject({ attempts: 1, sealedIn: 'p-leaver' })
    await partSittings(office, 'p-leaver')
    await partSittings(office, 'p-leaver')
    const parted = await room.store.get('exam-tries', id)
    expect(JSON.stringify(parted)).not.toContain('p-leaver')
    if (!parted?.idNumber) throw new Error('the number is gone')
    expect(unseal(parted.idNumber, inTries(parted), secrets)).toBe(idNumber)
    await admit('back', { idNumberHash: 'leavers-number' })
    await room.watch('back', 'short-1')
    await fails('back')
    expect(await room.store.get('exam-tries', id)).toMatchObject({ attempts: 2 })
  })

  test('while keys are exchanged sittings are found by either hash, and go on by the one of the person', async () => {
    await admit('between', { idNumberHash: 'hash-by-first', otherHashes: ['2-hash-by-second'] })
    await room.watch('between', 'short-1')
    const counted = { attempts: 2, papers: [] }
    await room.store.insert('exam-tries', {
      ...{ _id: '2-hash-by-second:bank-short', idNumberHash: '2-hash-by-second', ...counted },
    })
    await fails('between')
    expect(await room.store.get('exam-tries', 'hash-by-first:bank-short')).toMatchObject({ attempts: 3 })
    expect(await room.store.get('exam-tries', '2-hash-by-second:bank-short')).toBeNull()
  })

  test('an account that nobody verified sits once, and again as soon as it is', async () => {
    await admit('nobody-yet', { binding: 'claimed' })
    await room.watch('nobody-yet', 'short-1')
    await fails('nobody-yet')
    expect(await refusalOf(room.as('nobody-yet').exam.start({ courseId: 'short' }))).toEqual({
      ...{ code: 'EXAM_UNVERIFIED', details: {} },
    })
    const person = await room.store.get('persons', 'p-nobody-yet')
    if (!person) throw new Error('nobody')
    await room.store.replace('persons', { ...person, binding: 'verified' })
    expect(await room.as('nobody-yet').exam.start({ courseId: 'short' })).toMatchObject({ attemptNumber: 2 })
  })
})
