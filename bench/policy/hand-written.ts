// The floor: Tai'an's rules written into a loop by hand, as fast as they can be and as hard to change.
import type { YearFacts } from '../../domain/policy/facts'

export interface Standing {
  publicHours: number
  professionalHours: number
  complete: boolean
}

const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000

/** The same answer as the interpreter gives under `shandong/taian-2022`, for the kinds that are measured. */
export function judgeByHand({ items }: YearFacts): Standing {
  let publicHours = 0
  let professionalHours = 0
  let selfStudy = 0
  let converted = 0
  const days = new Map<number, number>()
  const seen = new Set<string>()
  let before = Number.NEGATIVE_INFINITY
  for (const item of items) {
    if (item.earnedAt < before) throw new RangeError('items are not in order')
    before = item.earnedAt
    const { kind, meets, evidenceKey } = item
    if (kind === 'online-course') {
      const provider = item.providerId
      if (
        provider !== 'ta-yxlearning' &&
        provider !== 'ta-tyjrp' &&
        provider !== 'ta-zhuanjip' &&
        provider !== 'ta-treewises'
      )
        continue
      if (!meets?.includes('exam-passed')) continue
    } else if (kind === 'training') {
      if (!meets?.includes('organiser-recognised')) continue
    } else if (kind === 'self-study') {
      if (!meets?.includes('study-record-kept')) continue
    } else if (kind !== 'paper' && kind !== 'outcome') continue
    if (evidenceKey !== undefined) {
      if (seen.has(evidenceKey)) continue
      seen.add(evidenceKey)
    }
    let hours = kind === 'paper' || kind === 'outcome' ? 1_000 * (item.count ?? 1) : (item.hours ?? 0)
    if (kind === 'training') {
      const day = Math.floor((item.earnedAt + BEIJING_MS) / DAY_MS)
      const held = days.get(day) ?? 0
      hours = Math.min(hours, 800 - held)
      days.set(day, held + hours)
    } else if (kind === 'self-study') {
      hours = Math.min(hours, 4_000 - selfStudy)
      selfStudy += hours
    } else if (kind === 'paper' || kind === 'outcome') {
      hours = Math.min(hours, 3_000 - converted)
      converted += hours
    }
    if (item.category === 'public') publicHours += hours
    else professionalHours += hours
  }
  return {
    publicHours,
    professionalHours,
    complete: publicHours >= 3_000 && professionalHours >= 6_000,
  }
}
