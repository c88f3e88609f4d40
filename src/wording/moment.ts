import { dayOf, instant, timeOfDay } from '@domain/kernel/instant'

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 3600

/** `2022-12-31` as 12 月 31 日; with its year: 2022 年 12 月 31 日. */
export function dayText(day: string, withYear = false): string {
  const [year, month, date] = day.split('-').map(Number)
  const text = `${month} 月 ${date} 日`
  return withYear ? `${year} 年 ${text}` : text
}

export const dateText = (atMs: number, withYear = false): string => dayText(dayOf(instant(atMs)), withYear)

/** Beijing time, 15:04. */
export const clockText = (atMs: number): string => timeOfDay(instant(atMs))

export const momentText = (atMs: number): string => `${dateText(atMs)} ${clockText(atMs)}`

/** 95 → 1 分 35 秒; 40 → 40 秒; 7200 → 2 小时. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const hours = Math.floor(whole / HOUR_SECONDS)
  const minutes = Math.floor((whole % HOUR_SECONDS) / MINUTE_SECONDS)
  const rest = whole % MINUTE_SECONDS
  const parts = [
    hours > 0 ? `${hours} 小时` : '',
    minutes > 0 ? `${minutes} 分` : '',
    rest > 0 || whole === 0 ? `${rest} 秒` : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
