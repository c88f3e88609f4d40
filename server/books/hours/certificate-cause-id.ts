import type { AccountKey } from './account-id'

/** One completed year, one valid certificate. */
export const certificateCauseIdOf = ({ personId, region, year }: AccountKey): string =>
  `year-complete:${personId}:${region}:${year}`
