import { type Instant, instant } from '../../../domain/kernel/instant'
import type { OrganisationDocument } from '../../bodies/documents'
import type { Context } from '../../kernel/context'
import type { New, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { StatCounterDocument, StatPartDocument } from './documents'
import { addFigures, noFigures, sameFigures, withoutFigures } from './figures'
import { partsOf } from './part-of'

type Needs = Pick<Context, 'store' | 'packs' | 'now'>

export const counterIdOf = (orgId: string, year: number): string => `${orgId}:${year}`

/**
 * Brings the statistics up to date for one person: the present state of their books replaces the one applied before,
 * in the counter of their own unit alone. So an event may be applied twice, late or, if a later one comes, never: the
 * figures follow the books. `rollUp` hands them on to the bodies above, so that no province's counter becomes a point of
 * contention.
 */
export async function applyPerson(ctx: Needs, person: PersonDocument): Promise<void> {
  for (const part of await partsOf(ctx, person)) {
    const organisation = await ctx.store.get('organisations', part.unitId)
    await ctx.store.transact((tx) => applyPart(tx, { part, organisation, now: ctx.now }))
  }
}

interface Applying {
  part: New<StatPartDocument>
  organisation: OrganisationDocument | null
  now: Instant
}

async function applyPart(tx: Transaction, { part, organisation, now }: Applying): Promise<void> {
  const before = await tx.get('stat-parts', part._id)
  if (before && samePart(before, part)) return
  await tx.upsert('stat-parts', before, part)
  if (before && before.unitId !== part.unitId) {
    const left = await tx.get('stat-counters', counterIdOf(before.unitId, part.year))
    if (left) {
      const own = withoutFigures(left.own, before.figures)
      const total = withoutFigures(left.total, before.figures)
      await tx.replace('stat-counters', dirtied({ ...left, own, total }, now))
    }
  }
  if (!organisation) return
  const counter = await tx.get('stat-counters', counterIdOf(part.unitId, part.year))
  const joined = before && before.unitId === part.unitId ? before.figures : noFigures()
  const change = withoutFigures(part.figures, joined)
  const counted = counter ?? emptyCounter(organisation, part.year)
  const own = addFigures(counted.own, change)
  const total = addFigures(counted.total, change)
  await tx.upsert('stat-counters', counter, dirtied({ ...counted, own, total }, now))
}

/** A counter whose total has to be handed on: since now, unless it waits already. */
export const dirtied = <C extends Pick<StatCounterDocument, 'isDirty' | 'dirtyAt'>>(
  counter: C,
  now: Instant,
): C => ({
  ...counter,
  isDirty: true,
  dirtyAt: counter.isDirty ? counter.dirtyAt : now,
})

export const samePart = (a: New<StatPartDocument>, b: New<StatPartDocument>): boolean =>
  a.unitId === b.unitId &&
  a.standing === b.standing &&
  a.missingPublic === b.missingPublic &&
  a.missingProfessional === b.missingProfessional &&
  a.pending === b.pending &&
  sameFigures(a.figures, b.figures)

export const emptyCounter = (
  { _id: orgId, name: orgName, parentId, path }: OrganisationDocument,
  year: number,
): New<StatCounterDocument> => ({
  _id: counterIdOf(orgId, year),
  orgId,
  orgName,
  parentId: parentId ?? '',
  year,
  depth: path.length,
  own: noFigures(),
  total: noFigures(),
  pushed: noFigures(),
  isDirty: true,
  dirtyAt: instant(0),
  isCounted: true,
})
