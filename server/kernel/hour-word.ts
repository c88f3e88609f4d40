import type { Context } from './context'

/**
 * A region's word for an hour (学时) at this moment: by the notice in force, before the first one by any of its. Where a
 * notice is at hand, its own label says the same.
 */
export function hourWordOf({ packs, now }: Pick<Context, 'packs' | 'now'>, region: string): string {
  const notice = packs.noticeFor(region, now)
  if (!notice) throw new Error(`${region} has no notice`)
  return notice.labels.hour
}
