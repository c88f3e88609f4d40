/** Calls under way at once: enough to hide a database's distance, too few to crowd out others. */
const AT_ONCE = 25

/** Works through the items, a bounded number at once; answers in the order of the items. */
export async function inGroups<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let from = 0; from < items.length; from += AT_ONCE)
    done.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))))
  return done
}
