import type { Hours } from '../../../domain/kernel/hours'
import type { Instant } from '../../../domain/kernel/instant'
import { by, collection } from '../../kernel/store/collection'
import type { Stored } from '../../kernel/store/stored'
import type { Figures } from './figures'

/**
 * One person's year in the statistics, as last applied, so that applying it again changes nothing. `_id` is
 * `${personId}:${year}`. Index byUnit: (unitId, year, standing, personId).
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
 * The figures of one body and year. `own` sums the parts of the people who belong to the body, `total` adds what the
 * bodies below have given. `_id` is `${orgId}:${year}`. Indexes byParent: (parentId, year, orgName), byDirty: (isDirty, -depth), byAge: (isDirty, depth, dirtyAt),
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
  /** What of `total` the body above has in its own. */
  pushed: Figures
  /** `total` may have changed since it was handed on, */
  isDirty: boolean
  /** and since then; 0 in one that is new. */
  dirtyAt: Instant
  /** False in counters of the first shape until they are added up once more: their totals were not handed on. */
  isCounted: boolean
}

/** How far a rebuild has come. `_id` is `${region}:${year}`. */
export interface StatRebuildDocument extends Stored {
  step: 'people' | 'counters' | 'done'
  after: string
}

export const statParts = collection<StatPartDocument>()({
  indexes: { byId: by(), byUnit: by('unitId', 'year', 'standing', 'personId') },
  personal: {
    leads: [{ prefix: (who) => `${who.personId}:` }],
    exported: { heading: '统计' },
    onErasure: { kept: '统计数字：只有随机编号，没有姓名' },
  },
})

export const statCounters = collection<StatCounterDocument>()({
  indexes: {
    byParent: by('parentId', 'year', 'orgName'),
    byDirty: by('isDirty', '-depth'),
    byAge: by('isDirty', 'depth', 'dirtyAt'),
    byYear: by('year', 'orgId'),
  },
  upgrades: [(old) => ({ ...old, pushed: old.total, isCounted: old.isDirty !== true, dirtyAt: 0 })],
  personal: 'none',
})

export const statRebuilds = collection<StatRebuildDocument>()({ indexes: {}, personal: 'none' })

declare module '../../kernel/store/collections' {
  interface Collections {
    'stat-parts': typeof statParts
    'stat-counters': typeof statCounters
    'stat-rebuilds': typeof statRebuilds
  }
}
