import type { Hours } from '../../../domain/kernel/hours'
import type { Category } from '../../../domain/policy/pack'

export type EntryState = 'counted' | 'pending' | 'over-cap' | 'void'

export interface ClauseView {
  id: string
  document: string
  /** The notice's own words. */
  words: string
  /** Ours where the notice leaves it open. */
  reading: boolean
}

export interface EvidenceStep {
  at: number
  dayOnly?: true
  text: string
}

export interface EntryView {
  id: string
  sequence: number
  title: string
  category: Category
  /** As the region's notice calls it: 公需课, 公需科目. */
  categoryName: string
  hours: Hours
  state: EntryState
  earnedAt: number
  recordedAt: number
  /** One sentence: why it counts, or why not. */
  why: string
  clauses: ClauseView[]
  policyVersion: string
  evidence: EvidenceStep[]
  /** The cure, where the hours do not count (yet); null where there is none. */
  cure: string | null
}

export interface CategoryRing {
  category: Category
  /** As the region's notice calls this part: 公需课, 公需科目. */
  name: string
  /** Null where the notice asks nothing of a single year (Ningxia sums several). */
  required: Hours | null
  counted: Hours
  pending: Hours
}

export interface AccountView {
  year: number
  region: string
  regionName: string
  years: number[]
  rings: CategoryRing[]
  complete: boolean
  /** Null where the notice asks nothing of a single year. */
  requirement: ClauseView | null
  entries: EntryView[]
  next: string | null
  certificateNumber: string | null
}
