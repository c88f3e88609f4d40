import { hoursOf } from '../../../domain/kernel/hours'
import { instant } from '../../../domain/kernel/instant'
import type { ClaimEvent } from '../../../domain/review/claim'
import { evidenceOfClaim } from './claim-evidence'

const AT = instant(Date.parse('2022-08-15T10:00:00+08:00'))
const event = (change: Partial<ClaimEvent>): ClaimEvent => ({
  ...{ kind: 'submitted', at: AT, by: 'x', byName: '李四', orgName: '水利局', note: '缺一页', hours: null },
  ...change,
})
const eight = hoursOf(8)

test.each<[change: Partial<ClaimEvent>, text: string]>([
  [{ kind: 'submitted' }, '提交申报'],
  [{ kind: 'submitted', hours: eight }, '提交申报，申报 8 学时'],
  [{ kind: 'resubmitted' }, '补正后再次提交'],
  [{ kind: 'resubmitted', hours: eight }, '补正后再次提交，申报 8 学时'],
  [{ kind: 'approved' }, '水利局李四审核通过'],
  [{ kind: 'approved', hours: eight }, '水利局李四审核通过，认定 8 学时'],
  [{ kind: 'reduced', hours: eight }, '水利局李四认定 8 学时，减少的原因：缺一页'],
  [{ kind: 'returned' }, '水利局退回补正：缺一页'],
  [{ kind: 'transferred' }, '转办：缺一页'],
  [{ kind: 'skipped' }, '缺一页'],
  [{ kind: 'opinion' }, '水利局李四的意见：缺一页'],
])('%j is told as %s', (change, text) => {
  expect(evidenceOfClaim({ events: [event(change)] }, '学时')).toEqual([{ at: AT, text }])
})

test('what decides no hours is left out, and the rest stays in its order', () => {
  const events = (['submitted', 'moved', 'credited', 'transferred'] as const).map((kind) => event({ kind }))
  expect(evidenceOfClaim({ events }, '学时').map(({ text }) => text)).toEqual(['提交申报', '转办：缺一页'])
})
