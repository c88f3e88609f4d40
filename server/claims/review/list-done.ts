import * as z from 'zod'
import { currentStep } from '../../../domain/review/claim'
import type { LoggedKind } from '../../kernel/acts'
import type { AuditDocument } from '../../kernel/acts-documents'
import type { Context } from '../../kernel/context'
import { cursor } from '../../kernel/inputs'
import type { PersonDocument } from '../../people/documents'
import type { ClaimDocument } from '../filing/documents'
import type { DoneLine, DoneView } from './claim-views'

const PAGE = 20

const ACTS: Readonly<Partial<Record<LoggedKind, string>>> = {
  'claim-approved': '通过',
  'claim-reduced': '核减后通过',
  'claim-returned': '退回补正',
  'claim-rejected': '不予通过',
  'claim-transferred': '转办',
  'claim-opinion': '提出意见',
}

export const doneAsked = z.object({ after: cursor })

/** The caller's decisions, newest first, from the audit log; each with the claim's present state. */
export async function listDone(
  { store }: Pick<Context, 'store'>,
  person: PersonDocument,
  { after }: z.infer<typeof doneAsked>,
): Promise<DoneView> {
  const page = await store.query('audit', 'byActor', {
    equals: { actorId: person._id },
    limit: PAGE,
    after,
  })
  const acts = page.items.filter(({ action }) => action in ACTS)
  const claims = await store.getMany(
    'claims',
    acts.map(({ subjectId }) => subjectId),
  )
  const lines = acts.flatMap((act, i) => {
    const claim = claims[i]
    return claim ? [doneLine(act, claim)] : []
  })
  return { lines, next: page.next ?? null }
}

const doneLine = ({ action, at }: AuditDocument, claim: ClaimDocument): DoneLine => ({
  claimId: claim._id,
  personName: claim.personName,
  kindLabel: claim.kindLabel,
  title: claim.title,
  act: ACTS[action] ?? '',
  at,
  state: claim.state,
  waitsFor: claim.state === 'submitted' ? (currentStep(claim)?.orgName ?? '') : '',
})
