import type { PaperQuestion, PaperView, SaveView } from '@server/learning/exam/views'

/** The answers of one attempt as the phone holds them. */
export interface AnswerSheet {
  attemptId: string
  answers: Record<string, number[]>
  /** Questions whose answer the server does not have yet. */
  unsaved: string[]
  /** The last save that was sent; the server orders saves by it. */
  step: number
  /** Index of the question on screen. */
  at: number
}

/** A server's paper, overlaid with this phone's unsent answers: after a killed app, no question is asked twice. */
export function sheetOf(paper: PaperView, kept: AnswerSheet | null): AnswerSheet {
  const onPaper = new Set(paper.questions.map(({ id }) => id))
  const own = kept !== null && kept.attemptId === paper.attemptId ? kept : null
  const unsaved = (own?.unsaved ?? []).filter((id) => onPaper.has(id))
  const ours = Object.fromEntries(unsaved.map((id) => [id, own?.answers[id] ?? []]))
  const at = own?.at ?? firstUnanswered(paper.questions, paper.answers)
  return {
    attemptId: paper.attemptId,
    answers: { ...paper.answers, ...ours },
    unsaved,
    step: Math.max(paper.savedStep, own?.step ?? 0),
    at: within(at, paper.questions.length),
  }
}

function firstUnanswered(questions: readonly PaperQuestion[], answers: PaperView['answers']): number {
  const first = questions.findIndex(({ id }) => (answers[id] ?? []).length === 0)
  return first === -1 ? 0 : first
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index))

export const chosenFor = (sheet: AnswerSheet, question: PaperQuestion): readonly number[] =>
  sheet.answers[question.id] ?? []

/** A tap on an option: one of a single or judge question, any of a multiple one (a second tap takes it back). */
export function choose(sheet: AnswerSheet, question: PaperQuestion, option: number): AnswerSheet {
  const before = chosenFor(sheet, question)
  const without = before.filter((chosen) => chosen !== option)
  const toggled = before.includes(option) ? without : [...before, option].sort((a, b) => a - b)
  const chosen = question.type === 'multiple' ? toggled : [option]
  return {
    ...sheet,
    answers: { ...sheet.answers, [question.id]: chosen },
    unsaved: sheet.unsaved.includes(question.id) ? sheet.unsaved : [...sheet.unsaved, question.id],
  }
}

export const turnTo = (sheet: AnswerSheet, index: number, count: number): AnswerSheet => ({
  ...sheet,
  at: within(index, count),
})

export const unansweredOf = (sheet: AnswerSheet, questions: readonly PaperQuestion[]): PaperQuestion[] =>
  questions.filter((question) => chosenFor(sheet, question).length === 0)

export interface SaveInput {
  attemptId: string
  step: number
  answers: Record<string, number[]>
}

/** The next save: answers that the server does not have, under the next number. */
export const saveOf = (sheet: AnswerSheet): SaveInput => ({
  attemptId: sheet.attemptId,
  step: sheet.step + 1,
  answers: Object.fromEntries(sheet.unsaved.map((id) => [id, sheet.answers[id] ?? []])),
})

/** The submission repeats every answer, so that it stands even where earlier saves were lost. */
export const submissionOf = (sheet: AnswerSheet): SaveInput => ({
  attemptId: sheet.attemptId,
  step: sheet.step + 1,
  answers: Object.fromEntries(Object.entries(sheet.answers).filter(([, chosen]) => chosen.length > 0)),
})

/** A number that was sent is used up, whether an answer came or not. */
export const asSending = (sheet: AnswerSheet, sent: SaveInput): AnswerSheet => ({ ...sheet, step: sent.step })

/** Sent answers are saved, unless they were changed again meanwhile. */
export function asSaved(sheet: AnswerSheet, sent: SaveInput, view: SaveView): AnswerSheet {
  const isSaved = (id: string): boolean =>
    sent.answers[id] !== undefined && sent.answers[id].join() === (sheet.answers[id] ?? []).join()
  return {
    ...sheet,
    unsaved: sheet.unsaved.filter((id) => !isSaved(id)),
    step: Math.max(sheet.step, view.savedStep),
  }
}

/** Reads a sheet back from storage; null where it is not one. */
export function parseAnswerSheet(stored: unknown): AnswerSheet | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { attemptId, answers, unsaved, step, at } = stored as Partial<Record<keyof AnswerSheet, unknown>>
  const isSheet =
    typeof attemptId === 'string' &&
    isAnswers(answers) &&
    Array.isArray(unsaved) &&
    unsaved.every((id) => typeof id === 'string') &&
    Number.isSafeInteger(step) &&
    Number.isSafeInteger(at)
  return isSheet ? (stored as AnswerSheet) : null
}

const isAnswers = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((chosen) => Array.isArray(chosen) && chosen.every(Number.isSafeInteger))
