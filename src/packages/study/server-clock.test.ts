import { clockFrom, countdownText, secondsLeft, serverTime } from './server-clock'

test('the time left is the server’s, whatever the phone believes', () => {
  for (const phoneMs of [0, 1_700_000_000_000, 4_000_000_000_000]) {
    const clock = clockFrom(50_000, phoneMs)
    expect(secondsLeft(clock, phoneMs, 110_000)).toBe(60)
    expect(secondsLeft(clock, phoneMs + 30_500, 110_000)).toBe(30)
    expect(secondsLeft(clock, phoneMs + 90_000, 110_000)).toBe(0)
  }
})

test('a phone whose clock is set back gains nothing beyond the last answer', () => {
  const clock = clockFrom(50_000, 1_000_000)
  expect(serverTime(clock, 0)).toBe(50_000)
})

test.each([
  [0, '0:00'],
  [65, '1:05'],
  [3_725, '1:02:05'],
])('%i s reads %s', (seconds, text) => {
  expect(countdownText(seconds)).toBe(text)
})
