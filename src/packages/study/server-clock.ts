/** The server's time as far as the phone can know it: its last answer, plus the time since. */
export interface ServerClock {
  serverMs: number
  phoneMs: number
}

/** The phone's own clock may be wrong by hours; only the time that has passed since the answer is taken from it. */
export const clockFrom = (serverNow: number, phoneMs: number): ServerClock => ({
  serverMs: serverNow,
  phoneMs,
})

export const serverTime = (clock: ServerClock, phoneMs: number): number =>
  clock.serverMs + Math.max(0, phoneMs - clock.phoneMs)

export const secondsLeft = (clock: ServerClock, phoneMs: number, untilMs: number): number =>
  Math.max(0, Math.ceil((untilMs - serverTime(clock, phoneMs)) / 1000))

/** 3725 → 1:02:05, 65 → 1:05. */
export function countdownText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
