import { DAY_MS } from '@domain/kernel/instant'
import { momentText } from '@/wording/moment'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Until when a code works: the moment, and how long that still is. Floor, so that it never promises too much. */
export function expiryText(expiresAt: number, now: number): string {
  const left = expiresAt - now
  if (left <= 0) return '已过期，请换一个新的'
  const words =
    left >= DAY_MS
      ? `${Math.floor(left / DAY_MS)} 天`
      : left >= HOUR_MS
        ? `${Math.floor(left / HOUR_MS)} 小时`
        : `${Math.max(1, Math.floor(left / MINUTE_MS))} 分钟`
  return `${momentText(expiresAt)} 前有效，还有 ${words}`
}
