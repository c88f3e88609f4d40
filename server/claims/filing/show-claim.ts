import { dayOf, plusMs } from '../../../domain/kernel/instant'
import type { PolicyPack } from '../../../domain/policy/pack'
import { currentStep, isOpen } from '../../../domain/review/claim'
import type { Context } from '../../kernel/context'
import { accept, refuse } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { dayName } from '../../policy/words'
import { formOf } from './claim-form'
import type { ClaimDocument } from './documents'
import type { Oddity } from './duplicates'
import { lapsedNow } from './lapse-claim'
import { dayIn } from './read-form'
import type { ClaimCard, ClaimView, DifferenceView, FieldView, OddityView, StepView } from './views'

const PAGE = 20

type Needs = Pick<Context, 'store' | 'packs'>

/** A person's claims, newest first, a page at a time. */
export async function myClaims(
  { store, packs }: Needs,
  { _id: personId }: Pick<PersonDocument, '_id'>,
  after: string | undefined,
): Promise<{ claims: ClaimCard[]; next: string | null }> {
  const page = await store.query('claims', 'byPerson', {
    equals: { personId },
    limit: PAGE,
    after,
  })
  return { claims: page.items.map((claim) => claimCard(packs, claim)), next: page.next ?? null }
}

export async function showClaim(
  ctx: Needs & Pick<Context, 'now'>,
  person: PersonDocument,
  claimId: string,
): Promise<ClaimView> {
  const claim = await ctx.store.get('claims', claimId)
  if (!claim || claim.personId !== person._id) refuse('CLAIM_UNKNOWN', {})
  return claimView(ctx, await lapsedNow(ctx, claim))
}

showClaim.refuses = ['CLAIM_UNKNOWN'] as const

/** The pack that the claim is judged under: the one of its submission. */
export const packOfClaim = (
  { packs }: Pick<Context, 'packs'>,
  { policyVersion, region, targetYear }: ClaimDocument,
): PolicyPack => accept(packs.decidedBy(policyVersion, { region, year: targetYear }))

export function claimCard(packs: Context['packs'], claim: ClaimDocument): ClaimCard {
  const { _id, kind, kindLabel, title, targetYear, state, submittedAt, asks } = claim
  return {
    claimId: _id,
    kind,
    kindLabel,
    title,
    year: targetYear,
    state,
    hours: claim.recognisedHours ?? claim.claimedHours,
    hourName: packOfClaim({ packs }, claim).labels.hour,
    waitsFor: state === 'submitted' ? (currentStep(claim)?.orgName ?? '') : '',
    submittedAt,
    asks: asks.length,
  }
}

/** The claimant's view. They do not learn whose evidence is the same. */
export function claimView({ packs }: Pick<Needs, 'packs'>, claim: ClaimDocument): ClaimView {
  const pack = packOfClaim({ packs }, claim)
  const fields = formOf(pack, claim.kind)?.fields ?? []
  const { before, attachments } = claim
  return {
    ...claimCard(packs, claim),
    fields: fields
      .map((field) => ({ id: field.id, label: field.label, text: textOf(field, claim.fields) }))
      .filter(({ text }) => text !== ''),
    attachments: attachments.map(({ fileId: _fileId, ...shown }) => shown),
    steps: stepsOf(claim),
    timeline: claim.events.map(({ kind, at, byName, orgName, note, hours }) => ({
      kind,
      at,
      byName,
      orgName,
      note,
      hours,
    })),
    openAsks: claim.asks.map((ask) => ({ ...ask, label: labelOf(fields, ask.field) })),
    difference: before === null ? [] : differenceOf(fields, before, claim),
    oddities: claim.oddities.map(ownOddity),
    entry: claim.entryId === null ? null : { entryId: claim.entryId, year: claim.targetYear },
    dueDay: claim.dueAt === null ? null : dayOf(plusMs(claim.dueAt, -1)),
    canWithdraw: isOpen(claim),
  }
}

const PHOTO = '证明材料'

export const labelOf = (fields: readonly FieldView[], id: string): string =>
  fields.find((field) => field.id === id)?.label ?? (id === 'photo' ? PHOTO : '')

/** As a person reads it: the option's word, a box that was ticked. */
function textOf({ id, input, options }: FieldView, fields: Record<string, string>): string {
  const text = (fields[id] ?? '').trim()
  if (input === 'confirm') return text === 'yes' ? '是' : ''
  // Which line of the archive it is, its own fields say.
  if (input === 'record') return ''
  if ((input === 'day' || input === 'kept') && dayIn(text)) return dayName(text)
  return options.find(({ value }) => value === text)?.label ?? text
}

/** The correction's changes, field by field; files by their number and the new ones. */
export function differenceOf(
  fields: readonly FieldView[],
  before: NonNullable<ClaimDocument['before']>,
  after: Pick<ClaimDocument, 'fields' | 'attachments'>,
): DifferenceView[] {
  const changed = fields
    .map((field) => ({
      field: field.id,
      label: field.label,
      before: textOf(field, before.fields),
      after: textOf(field, after.fields),
    }))
    .filter((one) => one.before !== one.after)
  const names = (files: ClaimDocument['attachments']): string => files.map(({ name }) => name).join('、')
  const hashes = (files: ClaimDocument['attachments']): string => files.map(({ sha256 }) => sha256).join()
  if (hashes(before.attachments) === hashes(after.attachments)) return changed
  return [
    ...changed,
    { field: 'photo', label: PHOTO, before: names(before.attachments), after: names(after.attachments) },
  ]
}

export function stepsOf({
  steps,
  stepIndex,
  state,
}: Pick<ClaimDocument, 'steps' | 'stepIndex' | 'state'>): StepView[] {
  return steps.map(({ orgName, outcome, note }, index) => ({
    orgName,
    note,
    state:
      outcome === 'skipped'
        ? 'skipped'
        : outcome === 'approved'
          ? 'done'
          : index === stepIndex && state === 'submitted'
            ? 'now'
            : 'waiting',
  }))
}

/** The claimant does not learn whose claim shares the evidence. */
export const ownOddity = ({ code, text }: Oddity): OddityView => ({
  code,
  text: code === 'SHARED_EVIDENCE' ? '另有别人的申报用过同样的材料，审核人会核对' : text,
})
