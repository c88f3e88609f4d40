import { clauseView } from '../books/hours/clause-view'
import type { ClauseView } from '../books/hours/views'
import type { Context } from '../kernel/context'
import { accept } from '../kernel/refused'
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

/** One line of the queue of objections, for an overseer who may or may not be allowed to hear it. */
export const objectionCard = (voiding: VoidingDocument, personId: string): ObjectionCard[] => {
  const { _id: voidingId, personName, unitName, title, hours, objection, objectedAt, by } = voiding
  if (objection === null) return []
  const { state } = objection
  const mayHear = state === 'open' && by.personId !== personId && voiding.personId !== personId
  return [{ voidingId, personName, unitName, title, hours, state, filedAt: objectedAt, mayHear }]
}
