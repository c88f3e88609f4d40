import { clauseView } from '../books/hours/clause-view'
import type { ClauseView } from '../books/hours/views'
import type { ClaimDocument } from '../claims/filing/documents'
import type { Context } from '../kernel/context'
import { type Holder, isOwnAffair } from '../kernel/holder'
import { accept } from '../kernel/refused'
import type { Reads } from '../kernel/store/port'
import type { VoidingDocument } from './documents'
import type { ObjectionCard, VoidingView } from './views'

type Needs = Pick<Context, 'packs'>

/** The rule by which hours are void, in the notice's own words. */
export function voidingClause(
  { packs }: Needs,
  { region, year }: { region: string; year: number },
): ClauseView {
  const pack = accept(packs.standardOf(region, year))
  return clauseView(pack.oversight.voidsFalseHours, pack)
}

export const voidingView = (ctx: Needs, voiding: VoidingDocument): VoidingView => {
  const { _id: voidingId, personName, unitName, title, year, hours, reason, by, at } = voiding
  const { certificate, objection, restoredEntryId } = voiding
  return {
    voidingId,
    personName,
    unitName,
    title,
    year,
    hours,
    reason,
    clause: voidingClause(ctx, voiding),
    byName: by.name,
    orgName: by.orgName,
    at,
    certificate,
    objection: objection && {
      state: objection.state,
      statement: objection.statement,
      timeline: [...objection.events],
    },
    restoredEntryId,
  }
}

/** Those who had a part in what an objection is about: who voided the hours, and who had approved the claim before. */
export const involvedIn = (
  { by }: Pick<VoidingDocument, 'by'>,
  claim: Pick<ClaimDocument, 'steps' | 'events'> | null,
): { id: string; name: string }[] => [
  { id: by.personId, name: by.name },
  ...(claim?.steps ?? []).flatMap(({ decidedBy, decidedByName, outcome }) =>
    outcome === 'approved' && decidedBy !== null ? [{ id: decidedBy, name: decidedByName }] : [],
  ),
  ...(claim?.events ?? []).flatMap(({ kind, by: id, byName }) =>
    kind === 'approved' || kind === 'reduced' ? [{ id, name: byName }] : [],
  ),
]

/** Lines of the queue of objections, each for an overseer who may or may not be allowed to hear it. */
export async function objectionCards(
  reads: Reads,
  overseer: Holder,
  voidings: readonly VoidingDocument[],
): Promise<ObjectionCard[]> {
  const cards = await Promise.all(
    voidings.map(async (voiding) => {
      const { _id: voidingId, personName, unitName, title, hours, objection, objectedAt } = voiding
      if (objection === null) return null
      const { state } = objection
      const mayHear = state === 'open' && (await mayHearIt(reads, overseer, voiding))
      return { voidingId, personName, unitName, title, hours, state, filedAt: objectedAt, mayHear }
    }),
  )
  return cards.filter((card) => card !== null)
}

async function mayHearIt(reads: Reads, overseer: Holder, voiding: VoidingDocument): Promise<boolean> {
  const { hearingOrgId, claimId, personId } = voiding
  if (!overseer.grants.some(({ orgId }) => orgId === hearingOrgId)) return false
  const claim = claimId === null ? null : await reads.get('claims', claimId)
  const others = [personId, ...involvedIn(voiding, claim).map(({ id }) => id)]
  return !others.some((id) => isOwnAffair(overseer, id))
}
