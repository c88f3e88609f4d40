import type { PaperQuestion, PaperView } from '@server/learning/exam/views'
import {
  asSaved,
  asSending,
  choose,
  chosenFor,
  parseAnswerSheet,
  saveOf,
  sheetOf,
  turnTo,
  unansweredOf,
} from './answer-sheet'

const question = (number: number, type: PaperQuestion['type']): PaperQuestion => ({
  id: `q${number}`,
  number,
  type,
  stem: '题干',
  options: ['甲', '乙', '丙', '丁'],
})
const [single, multiple, judge] = [question(1, 'single'), question(2, 'multiple'), question(3, 'judge')]

const paper = (answers: PaperView['answers'] = {}, savedStep = 0): PaperView => ({
  attemptId: 'a1',
  courseId: 'c1',
  courseTitle: '公需课',
  attemptNumber: 1,
  attemptsLeft: 2,
  questions: [single, multiple, judge],
  answers,
  savedStep,
  startedAt: 0,
  deadlineAt: 5_400_000,
  passScorePercent: 60,
  serverNow: 0,
})
const saved = (savedStep: number) => ({ savedStep, savedAt: 0, deadlineAt: 0, serverNow: 0 })

test('a single question keeps one option, a multiple one any, and a second tap takes back', () => {
  let sheet = choose(choose(sheetOf(paper(), null), single, 0), single, 2)
  expect(chosenFor(sheet, single)).toEqual([2])
  sheet = choose(choose(choose(sheet, multiple, 3), multiple, 1), multiple, 3)
  expect(chosenFor(sheet, multiple)).toEqual([1])
  expect(unansweredOf(sheet, paper().questions)).toEqual([judge])
})

test('a save carries only what the server does not have', () => {
  let sheet = choose(sheetOf(paper({ q1: [1] }, 4), null), judge, 0)
  const sent = saveOf(sheet)
  expect(sent).toEqual({ attemptId: 'a1', step: 5, answers: { q3: [0] } })
  sheet = asSaved(asSending(sheet, sent), sent, saved(5))
  expect(sheet.unsaved).toEqual([])
  expect(saveOf(sheet).step).toBe(6)
})

test('an answer changed while it was being saved is still unsaved', () => {
  const first = choose(sheetOf(paper(), null), single, 0)
  const sent = saveOf(first)
  const changed = choose(asSending(first, sent), single, 1)
  expect(asSaved(changed, sent, saved(1)).unsaved).toEqual(['q1'])
})

test('after a kill: the server’s answers, ours where it does not have them, and the page where one was', () => {
  const killed = turnTo(choose(choose(sheetOf(paper(), null), single, 3), judge, 1), 2, 3)
  const stored = parseAnswerSheet(JSON.parse(JSON.stringify(killed)))
  const resumed = sheetOf(paper({ q1: [0], q2: [0, 1] }, 7), stored)
  expect(resumed.answers).toEqual({ q1: [3], q2: [0, 1], q3: [1] })
  expect(resumed).toMatchObject({ at: 2, step: 7, unsaved: ['q1', 'q3'] })
})

test('a sheet of another attempt, or of a question not on the paper, is left alone', () => {
  const other = { ...choose(sheetOf(paper(), null), single, 1), attemptId: 'a0' }
  expect(sheetOf(paper({ q1: [2] }), other)).toMatchObject({ answers: { q1: [2] }, unsaved: [], at: 1 })
  const stray = choose(sheetOf(paper(), null), question(9, 'single'), 1)
  expect(sheetOf(paper(), stray).unsaved).toEqual([])
})

test.each([null, 3, {}, { attemptId: 'a', answers: { q: 'x' }, unsaved: [], step: 0, at: 0 }])(
  'what is not a sheet is not read as one: %j',
  (stored) => {
    expect(parseAnswerSheet(stored)).toBeNull()
  },
)
