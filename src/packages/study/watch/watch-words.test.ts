import type { WatchState } from '@server/learning/study/views'
import type { WatchSnapshot } from './lecture-watch'
import {
  barImage,
  firstGap,
  firstUnseen,
  putAsideWords,
  refusedWords,
  tonesOf,
  toneWords,
  wrongLeftWords,
} from './watch-words'

const watch: WatchState = {
  verified: [[0, 750]],
  pending: [[750, 770]],
  verifiedSeconds: 750,
  pendingSeconds: 20,
  requiredSeconds: 950,
  done: false,
  challenge: null,
  wrongLeft: 4,
  leaseEndsAt: 0,
}
const snapshot = (change: Partial<WatchSnapshot> = {}): WatchSnapshot => ({
  watch,
  onPhone: [],
  refused: [],
  putAside: [],
  stopped: null,
  lectureDone: false,
  problem: null,
  ...change,
})

test('pending is what waits at the server and what is on the phone, each second once', () => {
  const tones = tonesOf(snapshot({ onPhone: [[740, 790]] }))
  expect(tones).toMatchObject({ verifiedSeconds: 750, pendingSeconds: 40, remainingSeconds: 160 })
  expect(toneWords(tones)).toBe('已核验 12 分 30 秒 · 待核验 40 秒 · 还差 2 分 40 秒')
})

test('what is pending is not done, even where nothing is left to play', () => {
  expect(toneWords(tonesOf(snapshot({ onPhone: [[770, 1000]] })))).toBe(
    '已核验 12 分 30 秒 · 待核验 4 分 10 秒 · 核验后就看完',
  )
})

test('a lecture that is done says so', () => {
  expect(toneWords(tonesOf(snapshot({ watch: { ...watch, pending: [], done: true } })))).toBe(
    '已核验 12 分 30 秒 · 这一讲已看完',
  )
})

test('what was not counted says why, and what to do', () => {
  const refused = [
    { range: [0, 30] as const, reason: 'replaced' as const },
    { range: [30, 40] as const, reason: 'replaced' as const },
    { range: [90, 95] as const, reason: 'after-lease' as const },
  ]
  const fresh = tonesOf(snapshot({ watch: { ...watch, verified: [], pending: [] } }))
  expect(refusedWords(refused, fresh)).toEqual([
    '这 40 秒没有计入：另一台手机接着播放了。回到这台手机继续即可',
    '这 5 秒没有计入：离上次联网超过了 10 分钟。连上网络，把这一段再看一遍即可',
  ])
})

test('what was watched again is not mentioned any more', () => {
  const tones = tonesOf(snapshot({ watch: { ...watch, verified: [[0, 20]], pending: [] } }))
  const refused = [{ range: [0, 30] as const, reason: 'replaced' as const }]
  expect(refusedWords(refused, tones)).toEqual([
    '这 10 秒没有计入：另一台手机接着播放了。回到这台手机继续即可',
  ])
  expect(putAsideWords([[5, 15]], tones)).toBeNull()
  expect(putAsideWords([[15, 25]], tones)).toBe('刚才的问题没有答对，0:20 到 0:25 先不计入。再看一遍就能补上')
})

test('the first gap is where something was left out, not where one simply stopped', () => {
  expect(firstGap(tonesOf(snapshot()))).toBeNull()
  expect(firstGap(tonesOf(snapshot({ onPhone: [[800, 820]] })))).toBe(770)
  expect(firstGap(tonesOf(snapshot({ watch: { ...watch, verified: [[5, 9]], pending: [] } })))).toBe(0)
})

test('after the end one goes on at the first second that is not seen', () => {
  expect(firstUnseen(tonesOf(snapshot()))).toBe(770)
  expect(firstUnseen(tonesOf(snapshot({ watch: { ...watch, verified: [], pending: [] } })))).toBe(0)
})

test('the bar shows each tone where it lies', () => {
  expect(barImage(tonesOf(snapshot()), 1_000)).toBe(
    'linear-gradient(90deg, var(--td-success-color) 0.00% 75.00%, var(--x-pending) 75.00% 77.00%, var(--td-component-stroke) 77.00% 100%)',
  )
})

test.each([
  [4, ''],
  [3, '还可以答错 2 次，看清楚再答'],
  [2, '还可以答错 1 次，看清楚再答'],
  [1, '再答错一次，这一讲就停下，要由单位核对'],
  [0, ''],
])('%d wrong answers left', (wrongLeft, words) => {
  expect(wrongLeftWords({ wrongLeft })).toBe(words)
})
