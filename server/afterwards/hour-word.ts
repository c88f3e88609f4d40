import type { Region } from '../../domain/kernel/regions'
import type { Context } from '../kernel/context'

/** What an hour is called in a region at this moment: by the notice in force, before the first one by any of its. */
export function hourWordOf({ packs, now }: Pick<Context, 'packs' | 'now'>, region: Region): string {
  const notice = packs.windowOf(region, now) ?? packs.all.find((pack) => pack.region === region)
  if (!notice) throw new Error(`${region} has no notice`)
  return notice.labels.hour
}
