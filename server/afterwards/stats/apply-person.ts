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
 * figures follow the books. `rollUp` adds up the bodies above, so that no province's counter becomes a point of
 * contention.
 */
export async function applyPerson(ctx: Needs, person: PersonDocument): Promise<void> {
  for (const part of await partsOf(ctx, person)) {
    const organisation = await ctx.store.get('organisations', part.unitId)
    await ctx.store.transact((tx) => applyPart(tx, part, organisation))
  }
}

async function applyPart(
  tx: Transaction,
  part: New<StatPartDocument>,
  organisation: OrganisationDocument | null,
): Promise<void> {
  const before = await tx.get('stat-parts', part._id)
  if (before && samePart(before, part)) return
  await tx.upsert('stat-parts', before, part)
  if (before && before.unitId !== part.unitId) {
    const left = await tx.get('stat-counters', counterIdOf(before.unitId, part.year))
    if (left) {
      const own = withoutFigures(left.own, before.figures)
      await tx.replace('stat-counters', { ...left, own, isDirty: true })
    }
  }
  if (!organisation) return
  const counter = await tx.get('stat-counters', counterIdOf(part.unitId, part.year))
  const joined = before && before.unitId === part.unitId ? before.figures : noFigures()
  const own = addFigures(withoutFigures(counter?.own ?? noFigures(), joined), part.figures)
  const counted = counter ?? emptyCounter(organisation, part.year)
  await tx.upsert('stat-counters', counter, { ...counted, own, isDirty: true })
}

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
  isDirty: true,
})
