/** Start, saves and the submission: twenty calls for a paper of fifty questions, at most. */
const MOST_SAVES = 17
/** The first answers are sent at once, so that the trainee sees that saving works. */
const EAGER_SAVES = 3
const LEAST_INTERVAL_MS = 10_000
/** Afterwards a page turn is told when this many answers wait: they are on the phone meanwhile. */
const ANSWERS_A_SAVE = 4
/** Near the end every page turn sends, because the server closes with the answers it has. */
const LAST_STRETCH_MS = 120_000

export interface SavePace {
  saves: number
  lastSaveMs: number
}

export interface TurnFacts {
  unsaved: number
  nowMs: number
  remainingMs: number
}

/** Whether a page turn sends what is unsaved: never more often than every 10 s, and spread over the time that is left. */
export function isSaveDue(pace: SavePace, { unsaved, nowMs, remainingMs }: TurnFacts): boolean {
  const sinceMs = nowMs - pace.lastSaveMs
  const savesLeft = MOST_SAVES - pace.saves
  if (unsaved === 0 || savesLeft <= 0 || sinceMs < LEAST_INTERVAL_MS) return false
  return (
    pace.saves < EAGER_SAVES ||
    unsaved >= ANSWERS_A_SAVE ||
    remainingMs < LAST_STRETCH_MS ||
    sinceMs >= remainingMs / savesLeft
  )
}
