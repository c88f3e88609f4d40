export interface AccountKey {
  personId: string
  region: string
  year: number
}

/** One trainee's year in one region. */
export const accountIdOf = ({ personId, region, year }: AccountKey): string => `${personId}:${region}:${year}`
