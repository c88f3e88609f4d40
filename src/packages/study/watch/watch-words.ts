import type { SecondRange, WatchRefusalReason } from '@server/learning/study/views'
import { durationText } from '@/wording/moment'
import { countdownText } from '../server-clock'
import type { RefusedRange, WatchSnapshot } from './lecture-watch'
import { merge, type Ranges, secondsIn, subtract } from './ranges'

/** The three tones of the bar, as ranges that do not overlap, and their seconds. */
export interface ThreeTones {
  verified: SecondRange[]
  pending: SecondRange[]
  verifiedSeconds: number
  pendingSeconds: number
  /** The seconds still to be played, if all pending ones are verified. */
  remainingSeconds: number
  done: boolean
}

/** Pending seconds are those that the server has yet to verify, and those still on this phone. */
export function tonesOf({ watch, onPhone }: WatchSnapshot): ThreeTones {
  const verified = merge(watch.verified)
  const pending = subtract(merge(watch.pending, onPhone), verified)
  const verifiedSeconds = secondsIn(verified)
  const pendingSeconds = secondsIn(pending)
  const remainingSeconds = watch.done
    ? 0
    : Math.max(0, watch.requiredSeconds - verifiedSeconds - pendingSeconds)
  return { verified, pending, verifiedSeconds, pendingSeconds, remainingSeconds, done: watch.done }
}

/** 已核验 12 分 30 秒 · 待核验 40 秒 */
export function toneWords({ verifiedSeconds, pendingSeconds, remainingSeconds, done }: ThreeTones): string {
  const rest = remainingSeconds > 0 ? `还差 ${durationText(remainingSeconds)}` : '核验后就看完'
  const parts = [
    `已核验 ${durationText(verifiedSeconds)}`,
    pendingSeconds > 0 ? `待核验 ${durationText(pendingSeconds)}` : '',
    done ? '这一讲已看完' : rest,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

const CAUSES: Record<WatchRefusalReason, { cause: string; way: string }> = {
  'beyond-lecture': { cause: '超出了这一讲的长度', way: '不用处理' },
  'over-budget': { cause: '播得比时钟快', way: '按正常速度把这一段再看一遍即可' },
  'after-lease': { cause: '离上次联网超过了 10 分钟', way: '连上网络，把这一段再看一遍即可' },
  replaced: { cause: '另一台手机接着播放了', way: '回到这台手机继续即可' },
  'queue-too-old': { cause: '过了一天才送到', way: '把这一段再看一遍即可' },
}

/** One sentence for each cause: 这 40 秒没有计入：另一台手机接着播放了。回到这台手机继续即可. Seconds seen again since are not mentioned. */
export function refusedWords(refused: readonly RefusedRange[], tones: ThreeTones): string[] {
  const reasons = [...new Set(refused.map(({ reason }) => reason))]
  return reasons.flatMap((reason) => {
    const ranges = refused.filter((one) => one.reason === reason).map(({ range }) => range)
    const seconds = secondsIn(stillMissing(ranges, tones))
    const { cause, way } = CAUSES[reason]
    return seconds === 0 ? [] : [`这 ${durationText(seconds)}没有计入：${cause}。${way}`]
  })
}

const stillMissing = (ranges: Ranges, { verified, pending }: ThreeTones): SecondRange[] =>
  subtract(merge(ranges), merge(verified, pending))

const rangeText = ([from, to]: SecondRange): string => `${countdownText(from)} 到 ${countdownText(to)}`

/** The seconds that a wrong answer removed and that were not seen again; null where none are left. */
export function putAsideWords(ranges: Ranges, tones: ThreeTones): string | null {
  const missing = stillMissing(ranges, tones)
  if (missing.length === 0) return null
  return `刚才的问题没有答对，${missing.map(rangeText).join('、')} 先不计入。再看一遍就能补上`
}

/** How many wrong answers are left before the lecture stops; nothing while there are many, or once it has stopped. */
export function wrongLeftWords({ wrongLeft }: Pick<WatchSnapshot['watch'], 'wrongLeft'>): string {
  if (wrongLeft === 0 || wrongLeft > 3) return ''
  return wrongLeft === 1
    ? '再答错一次，这一讲就停下，要由单位核对'
    : `还可以答错 ${wrongLeft - 1} 次，看清楚再答`
}

/** The first second that is neither verified nor pending. */
export function firstUnseen({ verified, pending }: ThreeTones): number {
  const first = merge(verified, pending)[0]
  return first === undefined || first[0] > 0 ? 0 : first[1]
}

/** The same, where something after it was seen: a gap, not merely where one stopped. Null without one. */
export function firstGap(tones: ThreeTones): number | null {
  const at = firstUnseen(tones)
  return merge(tones.verified, tones.pending).some(([from]) => from > at) ? at : null
}

/** The bar as one gradient: hard stops where one tone ends. */
export function barImage({ verified, pending }: ThreeTones, durationSeconds: number): string {
  const colours = [
    ...verified.map((range) => ({ range, colour: 'var(--td-success-color)' })),
    ...pending.map((range) => ({ range, colour: 'var(--x-pending)' })),
  ].sort((a, b) => a.range[0] - b.range[0])
  const percent = (second: number): string => `${((100 * second) / Math.max(1, durationSeconds)).toFixed(2)}%`
  const rest = 'var(--td-component-stroke)'
  let at = 0
  const stops = colours.flatMap(({ range: [from, to], colour }) => {
    const gap = from > at ? [`${rest} ${percent(at)} ${percent(from)}`] : []
    at = to
    return [...gap, `${colour} ${percent(from)} ${percent(to)}`]
  })
  return `linear-gradient(90deg, ${[...stops, `${rest} ${percent(at)} 100%`].join(', ')})`
}
