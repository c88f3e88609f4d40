import { isSaveDue, type SavePace } from './save-pace'

/** Answers fifty questions, one each `secondsEach`, turning the page after each; gives back the saves. */
function sit(secondsEach: number, rounds = 1): { saves: number; mostUnsaved: number } {
  const endMs = 90 * 60_000
  let pace: SavePace = { saves: 0, lastSaveMs: 0 }
  let unsaved = 0
  let mostUnsaved = 0
  for (let answered = 1; answered <= 50 * rounds; answered += 1) {
    const nowMs = Math.min(endMs - 1, answered * secondsEach * 1000)
    unsaved += 1
    mostUnsaved = Math.max(mostUnsaved, unsaved)
    if (isSaveDue(pace, { unsaved, nowMs, remainingMs: endMs - nowMs })) {
      pace = { saves: pace.saves + 1, lastSaveMs: nowMs }
      unsaved = 0
    }
  }
  return { saves: pace.saves, mostUnsaved }
}

test.each([1, 3, 12, 30, 60, 100])(
  'fifty answers, one every %i s: at most seventeen saves, few unsaved',
  (seconds) => {
    const { saves, mostUnsaved } = sit(seconds)
    expect(saves).toBeLessThanOrEqual(17)
    expect(mostUnsaved).toBeLessThanOrEqual(Math.max(4, Math.ceil(10 / seconds)))
  },
)

test('whoever changes every answer again and again still stays within the budget', () => {
  expect(sit(10, 8).saves).toBe(17)
})

test('never twice within ten seconds, and never for nothing', () => {
  const pace: SavePace = { saves: 0, lastSaveMs: 0 }
  expect(isSaveDue(pace, { unsaved: 9, nowMs: 9_999, remainingMs: 60_000 })).toBe(false)
  expect(isSaveDue(pace, { unsaved: 0, nowMs: 99_999, remainingMs: 60_000 })).toBe(false)
  expect(isSaveDue(pace, { unsaved: 1, nowMs: 10_000, remainingMs: 5_400_000 })).toBe(true)
})

test('in the last two minutes one answer is reason enough', () => {
  const pace: SavePace = { saves: 10, lastSaveMs: 0 }
  expect(isSaveDue(pace, { unsaved: 1, nowMs: 11_000, remainingMs: 600_000 })).toBe(false)
  expect(isSaveDue(pace, { unsaved: 1, nowMs: 11_000, remainingMs: 100_000 })).toBe(true)
})
