import type { RefusalCode } from '@domain/kernel/refusal'
import type { PaperQuestion, PaperView, ResultView } from '@server/learning/exam/views'
import { type AnswerSheet, parseAnswerSheet, type SaveInput } from './answer-sheet'
import { ExamSitting } from './exam-sitting'

const DURATION_MS = 5_400_000

const questions: PaperQuestion[] = Array.from({ length: 50 }, (_, index) => ({
  id: `q${index}`,
  number: index + 1,
  type: index < 30 ? 'single' : index < 40 ? 'multiple' : 'judge',
  stem: '题干',
  options: ['甲', '乙', '丙', '丁'],
}))

class Refused extends Error {
  constructor(readonly code: RefusalCode) {
    super(code)
  }
}

/** A server that keeps each answer it is sent, and a phone whose clock is a day off. */
class Exam {
  nowMs = 1_000_000
  answers: Record<string, number[]> = {}
  savedStep = 0
  calls: string[] = []
  failure: Error | null = null
  stored: AnswerSheet | null = null

  sit(): ExamSitting {
    return new ExamSitting({
      courseId: 'c1',
      cloud: {
        start: () => this.answer('start', () => this.paper()),
        save: (input) => this.answer('save', () => this.keep(input)),
        submit: (input) => this.answer('submit', () => this.result(input)),
      },
      store: {
        load: () => this.stored,
        save: (sheet) => {
          this.stored = parseAnswerSheet(JSON.parse(JSON.stringify(sheet)))
        },
        clear: () => {
          this.stored = null
        },
      },
      codeOf: (error) => (error instanceof Refused ? error.code : null),
      nowMs: () => this.nowMs + 86_400_000,
    })
  }

  private async answer<T>(call: string, make: () => T): Promise<T> {
    this.calls.push(call)
    await Promise.resolve()
    if (this.failure !== null) throw this.failure
    return make()
  }

  private paper(): PaperView {
    const { answers, savedStep } = this
    const deadlineAt = 1_000_000 + DURATION_MS
    const facts = {
      attemptId: 'a1',
      courseId: 'c1',
      courseTitle: '公需课',
      attemptNumber: 1,
      attemptsLeft: 2,
    }
    return {
      ...facts,
      questions,
      answers,
      savedStep,
      startedAt: 0,
      deadlineAt,
      passScorePercent: 60,
      serverNow: this.nowMs,
    }
  }

  private keep({ step, answers }: SaveInput) {
    this.answers = { ...this.answers, ...answers }
    this.savedStep = step
    return { savedStep: step, savedAt: this.nowMs, deadlineAt: 0, serverNow: this.nowMs }
  }

  private result(input: SaveInput): ResultView {
    this.keep(input)
    return { attemptId: 'a1' } as ResultView
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
}

async function started(exam: Exam): Promise<ExamSitting> {
  const sitting = exam.sit()
  await sitting.start()
  return sitting
}

async function answerAll(exam: Exam, sitting: ExamSitting, secondsEach: number): Promise<void> {
  for (const [index, question] of questions.entries()) {
    exam.nowMs += secondsEach * 1000
    sitting.choose(question, 1)
    sitting.goTo(index + 1)
    await settle()
  }
}

test.each([2, 15, 60, 100])(
  'fifty questions at %i s each: at most twenty calls, and every answer arrives',
  async (seconds) => {
    const exam = new Exam()
    const sitting = await started(exam)
    await answerAll(exam, sitting, seconds)
    await sitting.submit()
    expect(exam.calls.length).toBeLessThanOrEqual(20)
    expect(Object.keys(exam.answers)).toHaveLength(50)
    expect(sitting.current()).toMatchObject({ phase: 'closed', attemptId: 'a1' })
    expect(exam.stored).toBeNull()
  },
)

test('the first answer is saved at its page turn, once ten seconds have passed', async () => {
  const exam = new Exam()
  const sitting = await started(exam)
  exam.nowMs += 5_000
  sitting.choose(questions[0] as PaperQuestion, 1)
  sitting.goTo(1)
  await settle()
  expect(exam.calls).toEqual(['start'])
  exam.nowMs += 5_000
  sitting.goTo(2)
  await settle()
  expect(exam.calls).toEqual(['start', 'save'])
  expect(exam.answers).toEqual({ q0: [1] })
})

test('a killed app, without a network, resumes with every answer where it was', async () => {
  const exam = new Exam()
  const killed = await started(exam)
  exam.failure = new Error('no network')
  exam.nowMs += 30_000
  killed.choose(questions[0] as PaperQuestion, 2)
  killed.goTo(1)
  await settle()
  expect(killed.current()).toMatchObject({ saving: false, problem: exam.failure })
  exam.failure = null
  const resumed = await started(exam)
  expect(resumed.current()).toMatchObject({ sheet: { at: 1, answers: { q0: [2] }, unsaved: ['q0'] } })
  exam.nowMs += 10_000
  resumed.tellWhatWaits()
  await settle()
  expect(exam.answers).toEqual({ q0: [2] })
  expect(resumed.current()).toMatchObject({ problem: null, sheet: { unsaved: [] } })
})

test('when the server’s time is over, what is answered is handed in', async () => {
  const exam = new Exam()
  const sitting = await started(exam)
  sitting.choose(questions[3] as PaperQuestion, 0)
  exam.nowMs += DURATION_MS - 1_000
  expect(sitting.tick()).toBe(1)
  exam.nowMs += 1_000
  expect(sitting.tick()).toBe(0)
  await settle()
  expect(exam.calls).toEqual(['start', 'submit'])
  expect(exam.answers).toEqual({ q3: [0] })
})

test('time over without a network: nothing can be changed any more, and it is handed in when the network returns', async () => {
  const exam = new Exam()
  const sitting = await started(exam)
  exam.failure = new Error('no network')
  exam.nowMs += DURATION_MS
  sitting.tick()
  await settle()
  sitting.choose(questions[0] as PaperQuestion, 0)
  expect(sitting.current()).toMatchObject({ timeIsOver: true, submitting: false, sheet: { answers: {} } })
  exam.failure = new Refused('ATTEMPT_CLOSED')
  sitting.tellWhatWaits()
  await settle()
  expect(sitting.current()).toEqual({ phase: 'closed', attemptId: 'a1', result: null })
})
