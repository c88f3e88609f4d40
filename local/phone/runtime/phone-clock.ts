/**
 * A phone and its cloud live in the same time. The local cloud's clock may stand in another year, and may be
 * moved; the program's `Date` follows it.
 */
let offsetMs = 0
let askedAt = 0

const ASK_AT_MOST_EVERY_MS = 250
const KEEP_EVERY_MS = 2000

export const phoneNow = (): number => Date.now() + offsetMs

/** The program's `Date`. It stays one class with the browser's, so that `instanceof` holds. */
export const PhoneDate: DateConstructor = new Proxy(Date, {
  construct: (date, parameters: [number] | []) =>
    parameters.length === 0 ? new date(phoneNow()) : new date(...parameters),
  apply: (date) => new date(phoneNow()).toString(),
  get: (date, key) => (key === 'now' ? phoneNow : Reflect.get(date, key)),
})

/** A cloud that does not say the time leaves the phone with the computer's own. */
export async function followCloudClock(): Promise<void> {
  if (Date.now() - askedAt < ASK_AT_MOST_EVERY_MS) return
  askedAt = Date.now()
  try {
    const response = await fetch('/_cloud/_local/clock', { method: 'POST', body: '{}' })
    const { now } = (await response.json()) as { now?: unknown }
    if (typeof now === 'number') offsetMs = now - Date.now()
  } catch {
    // The local cloud may be stopped or killed by a test; the clock runs on as it was.
  }
}

export function keepCloudClock(): void {
  setInterval(() => void followCloudClock(), KEEP_EVERY_MS)
}
