import { addHours, type Hours, hundredths, missingHours, ZERO_HOURS } from '../kernel/hours'
import type { Category, Notice } from '../policy/pack'
import { subjectBucket } from '../policy/share-limit'
import type { Account, Line } from './account'

type Asking = Pick<Notice, 'requirement' | 'publicSubjects'>
type Standing = Pick<Account, 'portions' | 'lines'>

export interface YearState {
  /** Null where the notice asks nothing of a single year. */
  readonly complete: boolean | null
  readonly missing: Readonly<Record<Category, Hours>>
}

/** The hours that a year's notice asks for, by category; null where it asks nothing of a single year. */
export type Required = Readonly<Record<Category, Hours>> | null

/**
 * The hours that a notice asks for, by category, in hundredths; null where it asks nothing of a single year.
 */
export const requiredOf = ({ requirement }: Pick<Notice, 'requirement'>): Required =>
  'total' in requirement
    ? { public: requirement.public.value, professional: requirement.professional.value }
    : null

/**
 * Judges a year by both parts at once (SX22-1, "同时达标方视为完成"): a surplus of one never fills the other, and only
 * counted hours count.
 * Worked examples: 24 + 56 is complete; 30 + 50 is not; 24 + 55.99 is not.
 */
export function yearState(account: Standing, pack: Asking): YearState {
  const required = requiredOf(pack)
  if (required === null) return { complete: null, missing: { public: ZERO_HOURS, professional: ZERO_HOURS } }
  const missing = {
    public: missingHours(required.public, countedPublic(account, pack)),
    professional: missingHours(required.professional, account.portions.professional.counted),
  }
  return { complete: addHours(missing.public, missing.professional) === 0, missing }
}

export const yearComplete = (account: Standing, pack: Asking): boolean =>
  yearState(account, pack).complete === true

/**
 * The public hours that help to complete the year. Where one of several subjects must be learned whole, these
 * are the hours of the subject furthest along (SX20-6).
 */
export function countedPublic({ portions, lines }: Standing, { publicSubjects }: Asking): Hours {
  if (publicSubjects.choice.value !== 'oneOf') return portions.public.counted
  const each = publicSubjects.subjects.map(({ id }) => countedIn(lines, subjectBucket(id)))
  return hundredths(Math.max(ZERO_HOURS, ...each))
}

const countedIn = (lines: readonly Line[], bucket: string): Hours =>
  addHours(
    ...lines
      .filter((line) => line.bucket === bucket && line.verified && line.voidedBy === null)
      .map(({ within }) => within),
  )
