import { type Hours, ZERO_HOURS } from '../../../domain/kernel/hours'
import { endOfDay, type Instant } from '../../../domain/kernel/instant'
import { emptyAccount } from '../../../domain/ledger/account'
import { portionsOf } from '../../../domain/ledger/movements'
import { post } from '../../../domain/ledger/post'
import { grantsAt } from '../../../domain/organisation/roles'
import { type Credit, creditOf } from '../../../domain/policy/credit-of'
import { dateState } from '../../../domain/policy/dates'
import { excludedTopicOf } from '../../../domain/policy/excluded-topic'
import type { LearningItem } from '../../../domain/policy/facts'
import { STUDY_RECORD } from '../../../domain/policy/learning-kind'
import type { PolicyPack } from '../../../domain/policy/pack'
import { limitedBy } from '../../../domain/policy/share-limit'
import { untimelyItem } from '../../../domain/policy/untimely'
import type { ClaimSubject } from '../../../domain/review/claim'
import { visitDates } from '../../../domain/review/visit-dates'
import { type Standing, standingOf } from '../../bodies/standing'
import { accountIdOf } from '../../books/hours/account-id'
import type { AccountDocument } from '../../books/hours/documents'
import { onceOf } from '../../books/hours/post-hours'
import type { Context } from '../../kernel/context'
import { accept, refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { type RecordBehind, recordBehind } from '../archive/record-behind'
import { type ChainAbove, chainAbove } from './chain'
import { type ClaimForm, formOf, NO_TOPIC, ofRegister, TERM } from './claim-form'
import type { ClaimDraftDocument } from './documents'
import { filledFrom } from './filled-from'
import { categoryOf, readForm } from './read-form'

/** A draft judged as it would be submitted now. */
export interface Assessed extends ChainAbove {
  pack: PolicyPack
  form: ClaimForm
  subject: ClaimSubject
  /** As typed, with what the unit's archive says where the kind asks for one. */
  draft: ClaimDraftDocument
  record: RecordBehind | null
  /** Null where no hours are claimed, and where the official table is missing and the person says none. */
  claimedHours: Hours | null
  /** Of the year that a yearly application asks for, as it stands now; null for any other claim. */
  accountHead: string | null
  dueAt: Instant
  closesAt: Instant | null
}

type Judging = Pick<Context, 'packs' | 'now'>

/**
 * Refuses a draft that cannot become hours, in the order that saves its claimant an evening: the year, the kind, the
 * topic, the category; then the fields still missing. Nothing is written.
 */
export async function assess(
  reads: Reads,
  ctx: Judging,
  { person, draft }: { person: PersonDocument; draft: ClaimDraftDocument },
): Promise<Assessed> {
  const opened = openForm(ctx, person, draft)
  const standing = await standingOf(reads, person)
  const { pack } = opened
  const form = ofRegister(opened.form, standing.title)
  // clause QH23-19
  refuseExcluded(pack, form, { draft, standing })
  refuseOwnRule(form, standing)
  refuseCategory(pack, form, draft)
  const record = form.group === 'hours' ? await recordBehind(reads, person, draft, form.kind) : null
  const filled = withTerm(record ? filledFrom(draft, record, form) : draft, form, standing.title)
  const read = readForm(pack, form, {
    id: draft.claimId ?? draft._id,
    fields: judgedTopic(pack, filled.fields),
    attached: filled.attachments.length,
    now: ctx.now,
    met: record ? [STUDY_RECORD] : [],
  })
  if (read.missing.length > 0) refuse('EVIDENCE_MISSING', { fields: read.missing })
  if (!read.subject) refuse('INPUT_INVALID', { fields: read.wrong })
  // clause SX22-14 NY22-20
  refuseMakeUp(ctx, pack, { subject: read.subject, draft })
  const chain = await chainAbove(reads, pack, {
    unitId: person.unitId,
    grants: grantsAt(person, ctx.now),
  })
  return {
    pack,
    form,
    subject: read.subject,
    draft: filled,
    record,
    claimedHours: hoursOf(pack, draft.targetYear, read.subject),
    accountHead: form.group === 'year' ? await headOf(reads, pack, person) : null,
    ...chain,
    ...visitDates(pack, ctx.now),
  }
}

/** When the present title was obtained is the register's to say, whatever the phone of an earlier release sends. */
function withTerm(draft: ClaimDraftDocument, form: ClaimForm, title: Standing['title']): ClaimDraftDocument {
  if (!title?.held || !form.fields.some(({ id }) => id === TERM)) return draft
  return { ...draft, fields: { ...draft.fields, [TERM]: String(title.held.obtainedYear) } }
}

/** What was learned by now is what the approvers of a year look at: whatever is learned later, they have not seen. */
async function headOf(
  reads: Reads,
  { region, year }: PolicyPack,
  { _id: personId }: PersonDocument,
): Promise<string> {
  const account = await reads.get('accounts', accountIdOf({ personId, region, year }))
  return (account ?? emptyAccount()).headHash
}

/** The form of a draft in its year's pack, where the year is open; refuses what closed it, or that there is none. */
export function openForm(
  { packs, now }: Judging,
  { region }: Pick<PersonDocument, 'region'>,
  { kind, targetYear }: Pick<ClaimDraftDocument, 'kind' | 'targetYear'>,
): { pack: PolicyPack; form: ClaimForm } {
  const pack = accept(packs.standardOf(region, targetYear))
  const closed = closedOn(pack, now)
  if (closed) refuse('CLAIM_TOO_LATE', { closedOn: closed.day, clauseId: closed.clauseId })
  // clause SX20-14
  accept(packs.isYearOpen(region, targetYear, now))
  const form = formOf(pack, kind)
  if (!form) refuse('CLAIM_KIND_UNKNOWN', { kind })
  return { pack, form }
}

/** The hard date after which nothing is submitted any more (QH23-12); null while there is time. */
export function closedOn(pack: PolicyPack, now: Instant): { day: string; clauseId: string } | null {
  const { state, day, rules } = dateState(pack, { act: 'submit-claim', at: now })
  if (state !== 'closed' || day === null) return null
  const rule = rules.find(
    ({ force, day: own }) =>
      force.value === 'hard' && own.value !== 'month-end' && endOfDay(own.value) <= now,
  )
  return { day, clauseId: rule?.force.clause ?? '' }
}

/** A topic that passed has been judged: the item that is claimed is asked nothing more about it. */
const judgedTopic = (
  { exclusions }: PolicyPack,
  fields: ClaimDraftDocument['fields'],
): ClaimDraftDocument['fields'] =>
  exclusions.some(({ topic }) => topic === fields.topic?.trim()) ? { ...fields, topic: NO_TOPIC } : fields

/** By the topic that was chosen and by what the title tells: nobody's tick lets 考前辅导 in (QH23-19). */
function refuseExcluded(
  pack: PolicyPack,
  form: ClaimForm,
  { draft: { fields }, standing: { personKind } }: { draft: ClaimDraftDocument; standing: Standing },
): void {
  if (form.group !== 'hours') return
  const { topic = '', title = '' } = fields
  const told = [topic.trim(), excludedTopicOf(pack.exclusions, title)]
  const exclusion = pack.exclusions.find(
    ({ topic: one, excluded, onlyFor }) =>
      told.includes(one) &&
      excluded.value &&
      (onlyFor === null || personKind === undefined || onlyFor.value.includes(personKind)),
  )
  if (exclusion)
    refuse('CLAIM_EXCLUDED', { label: exclusion.label, clauseId: exclusion.excluded.clause ?? '' })
}

function refuseCategory(pack: PolicyPack, form: ClaimForm, { fields }: ClaimDraftDocument): void {
  if (form.group !== 'hours') return
  const category = form.kind.category?.value ?? categoryOf(pack, form.kind.id, fields)
  if (category !== null && !pack.claimable.value.includes(category))
    refuse('CLAIM_CATEGORY', { clauseId: pack.claimable.clause ?? '' })
}

/** A line that keeps a rule of its own claims by the kind for it, not by the multiple of all others (NX22-9). */
function refuseOwnRule(form: ClaimForm, { line }: Standing): void {
  if (form.group !== 'hours' || form.kind.formula.kind !== 'multiple' || line === undefined) return
  if (form.kind.formula.ownRule?.lines.value.includes(line)) refuse('CLAIM_KIND_UNKNOWN', { kind: form.id })
}

/** Learning of a later year fills a past one only by the routes of make-up (NY22-20, SX22-14). */
function refuseMakeUp(
  { packs }: Judging,
  { region }: PolicyPack,
  { subject, draft: { targetYear } }: { subject: ClaimSubject; draft: ClaimDraftDocument },
): void {
  if (subject.type !== 'hours') return
  const untimely = untimelyItem(packs, { region, year: targetYear }, subject.item)
  if (untimely?.reason !== 'MAKE_UP_ROUTE') return
  refuse('CLAIM_MAKE_UP', { year: targetYear, clauseId: untimely.rule?.clause ?? '' })
}

const creditUnder = (pack: PolicyPack, year: number, item: LearningItem): Credit =>
  creditOf(pack, { region: pack.region, year }, item)

function hoursOf(pack: PolicyPack, year: number, subject: ClaimSubject): Hours | null {
  if (subject.type !== 'hours') return null
  const { reason, hours } = creditUnder(pack, year, subject.item)
  if (reason === 'AWAITS_RECOGNITION') return null
  // The form has asked for all that the rules can ask: what is refused here is what no field can mend.
  if (reason !== 'COUNTED') refuse('CLAIM_KIND_UNKNOWN', { kind: subject.item.kind })
  return hours > ZERO_HOURS ? hours : refuse('INPUT_INVALID', { fields: ['hours'] })
}

/** The part of these hours that would count and the part that would be over a cap, were they approved in full. */
export function effectOf(
  { pack, subject, targetYear }: Pick<Assessed, 'pack' | 'subject'> & { targetYear: number },
  account: AccountDocument | null,
  now: Instant,
): { counted: Hours; overCap: Hours; capLabel: string; categoryName: string } | null {
  if (subject.type !== 'hours') return null
  const { item } = subject
  const { category, hours, reason, cap } = creditUnder(pack, targetYear, item)
  if (reason !== 'COUNTED' || hours <= 0) return null
  const posted = accept(
    post(account ?? emptyAccount(), {
      id: item.id,
      category,
      hours,
      cap,
      days: item.days ?? 1,
      ...onceOf(pack, item),
      baseLevel: null,
      verified: true,
      content: item,
      earnedAt: item.earnedAt,
      recordedAt: now,
      policyVersion: pack.version,
    }),
  )
  const lines = posted.kind === 'posted' ? posted.account.lines : (account?.lines ?? [])
  const line = lines.find(({ entryId }) => entryId === item.id)
  const { counted, pending, overCap } = line
    ? portionsOf(line)
    : { counted: ZERO_HOURS, pending: ZERO_HOURS, overCap: hours }
  return {
    counted: (counted + pending) as Hours,
    overCap,
    capLabel: pack.caps.find(({ id }) => cap !== null && limitedBy(cap.bucket) === id)?.label ?? '',
    categoryName: pack.labels[category],
  }
}
