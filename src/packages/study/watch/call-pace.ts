/** The calls of this visit, and the seconds watched for them. */
export interface CallPace {
  /** Opening the lecture is the first. */
  calls: number
  watchedSeconds: number
  lastCallMs: number
}

/** A little less than a call a minute, so that pauses fit into sixty calls a watched hour. */
const SECONDS_A_CALL = 64
/** The first minutes of a visit are told sooner: opening, and two reports. */
const EARLY_CALLS = 3
/** Pauses, hides and answers may run this many calls ahead of the watched seconds. */
const AHEAD_CALLS = 4

/** Whether played seconds are due to be reported: at the server's interval, and within the budget. */
export const isReportDue = (pace: CallPace, now: { nowMs: number; reportEverySeconds: number }): boolean =>
  now.nowMs - pace.lastCallMs >= now.reportEverySeconds * 1000 &&
  pace.calls < Math.max(EARLY_CALLS, Math.floor(pace.watchedSeconds / SECONDS_A_CALL))

/** A pause is reported at once; where a trainee taps pause all day, it goes along with the next report. */
export const mayTellPause = (pace: CallPace): boolean =>
  pace.calls < AHEAD_CALLS + Math.floor(pace.watchedSeconds / SECONDS_A_CALL)
