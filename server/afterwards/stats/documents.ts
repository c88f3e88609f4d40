import type { Hours } from '../../../domain/kernel/hours'
import type { Stored } from '../../kernel/store/port'
import type { Figures } from './figures'

/**
 * What one person's year adds to the statistics: the last that was applied, so that applying it again changes nothing.
 * `_id` is `${personId}:${year}`. Index byUnit: (unitId, year, standing, personId).
 */
export interface StatPartDocument extends Stored {
  personId: string
  unitId: string
  year: number
  /** Whether the year is learned; `none` where the notice asks nothing of a single year, or none is known. */
  standing: 'complete' | 'behind' | 'none'
  missingPublic: Hours
  missingProfessional: Hours
  pending: Hours
  figures: Figures
}

/**
 * The figures of one body of the tree and year. `own` adds up the parts of the people who belong to it, `total` adds
 * what hangs below. `_id` is `${orgId}:${year}`. Indexes byParent: (parentId, year, orgName), byDirty: (isDirty, -depth),
 * byYear: (year, orgId).
 */
export interface StatCounterDocument extends Stored {
  orgId: string
  orgName: string
  parentId: string
  year: number
  depth: number
  own: Figures
  total: Figures
  /** `own` or a body below changed since `total` was added up. */
  isDirty: boolean
}

/** How far a rebuild has come. `_id` is `${region}:${year}`. */
export interface StatRebuildDocument extends Stored {
  step: 'people' | 'counters' | 'done'
  after: string
}
