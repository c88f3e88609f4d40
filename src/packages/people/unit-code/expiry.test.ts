import { expiryText } from './expiry'

const NOW = Date.parse('2022-08-15T10:00:00+08:00')
const HOUR_MS = 3_600_000

test.each([
  [72 * HOUR_MS, '8 月 18 日 10:00 前有效，还有 3 天'],
  [90 * 60_000, '8 月 15 日 11:30 前有效，还有 1 小时'],
  [30_000, '8 月 15 日 10:00 前有效，还有 1 分钟'],
  [0, '已过期，请换一个新的'],
])('%d ms before the end', (left, text) => expect(expiryText(NOW + left, NOW)).toBe(text))
