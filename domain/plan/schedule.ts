import { type Day, dayAfter, daysFrom } from '../kernel/instant'

export interface Pace {
  readonly today: Day
  readonly minutesPerEvening: number
}

/** A deadline that the evenings miss, and the minutes an evening that would meet it. */
export interface Late {
  readonly lastDay: Day
  readonly doneOn: Day
  readonly minutesPerEvening: number
}

interface Task {
  readonly ownTimeMinutes: number
  readonly lastDay: Day | null
}

export const later = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b)

export const eveningsFor = (minutes: number, { minutesPerEvening }: Pace): number =>
  Math.ceil(minutes / minutesPerEvening)

/**
 * The evening on which so many minutes are done; this evening is the first.
 * Worked example: 180 minutes at 90 a day end tomorrow.
 */
export const doneAfter = (minutes: number, pace: Pace): Day =>
  dayAfter(pace.today, Math.max(0, eveningsFor(minutes, pace) - 1))

/**
 * The deadlines that are missed when the task due first is studied first: then no other order meets them
 * either.
 * Worked example: 80 hours until 2022-09-30, begun on 2022-08-15 at an hour an evening, end on 2022-11-02;
 * 103 minutes an evening end in time.
 */
export function missedDeadlines(tasks: readonly Task[], pace: Pace): Late[] {
  const deadlines = [...new Set(tasks.flatMap(({ lastDay }) => lastDay ?? []))].sort()
  return deadlines.flatMap((lastDay) => {
    const minutes = tasks
      .filter((task) => task.lastDay !== null && task.lastDay <= lastDay)
      .reduce((sum, { ownTimeMinutes }) => sum + ownTimeMinutes, 0)
    const doneOn = doneAfter(minutes, pace)
    if (minutes === 0 || doneOn <= lastDay) return []
    const evenings = daysFrom(pace.today, lastDay) + 1
    return [{ lastDay, doneOn, minutesPerEvening: Math.ceil(minutes / evenings) }]
  })
}
