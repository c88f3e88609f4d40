import { yearOf } from '../../domain/kernel/instant'
import type { Region } from '../../domain/kernel/regions'
import type { Context } from '../kernel/context'
import { refuse } from '../kernel/refused'

/** Of the notice in force; of any notice of the region where this year's has not come yet: registering waits for none. */
export function minimumAgeOf({ packs, now }: Pick<Context, 'packs' | 'now'>, region: Region): number {
  const pack = packs.noticeFor(region, now)
  if (!pack) refuse('NO_RULE_FOR_YEAR', { region, year: yearOf(now) })
  return pack.minimumAgeYears.value
}
