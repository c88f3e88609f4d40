import * as z from 'zod'
import { dayOf, formatDay, plusDays } from '../../../domain/kernel/instant'
import type { RoleGrant } from '../../../domain/organisation/roles'
import type { Context } from '../../kernel/context'
import { type Holder, stillHolding } from '../../kernel/holder'
import { identifier, statedReason, tapId } from '../../kernel/inputs'
import { OUR_PERIODS } from '../../kernel/our-periods'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import { placeOf } from '../../kernel/store/lanes'
import type { Transaction } from '../../kernel/store/port'
import { aboveGrant, answersBeyond, decidersOf, unitGrant } from '../../people/contest-decider'
import type { ContestDocument, ContestWord, PersonDocument } from '../../people/documents'
import { tellDeciders } from '../../people/place-contest'
import { actingAs, decidedBy, standingOf } from './contest-word'
import { isOwnContest } from './own-contest'
import { mayMove } from './rebind'
import type { DecidedContestView } from './views'

export const contestDecision = z.object({
  contestId: identifier,
  /** Once for one tap: the same decision sent twice is one. */
  decisionId: tapId,
  verdict: z.object({ kind: z.enum(['rebind', 'keep']), reason: statedReason }),
})
type ContestDecision = z.infer<typeof contestDecision>

interface Deciding {
  decider: Holder
  decision: ContestDecision
  /**
   * Whom to tell that one more word is needed. Looked up before the transaction, because it is a query: a reviewer named
   * in that moment changes nothing.
   */
  others: Awaited<ReturnType<typeof decidersOf>>
}

/**
 * Decides whose an ID number is, where two WeChat accounts say that it is theirs. The unit's reviewers decide; the body
 * above where the unit has no other reviewer, where the holder answers for more than the unit, or where the holder
 * objected. To keep, one word suffices. To move a verified person's account two people agree, or the body above; then
 * the old account is told and has days to object. No reviewer decides about their own account, or about a contest that
 * they opened themselves, by whatever account: the same mobile number is the same person.
 */
export async function decideContest(
  ctx: Context,
  decider: Holder,
  decision: ContestDecision,
): Promise<DecidedContestView> {
  const found = await ctx.store.get('contests', decision.contestId)
  if (!found) refuse('OUT_OF_SCOPE', {})
  const holder = await ctx.store.get('persons', found.holderId)
  const others = await decidersOf(ctx, { place: found, holder, but: decider.person._id })
  const deciding = { decider, decision, others }
  const { _id: contestId, state, movesAt } = await ctx.store.transact((tx) => commit(tx, ctx, deciding))
  return { contestId, state, movesAt }
}

decideContest.refuses = [
  'BINDING_ALREADY_DECIDED',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
  'SECOND_PERSON_NEEDED',
  'SELF_REVIEW',
  'STEP_ALREADY_DECIDED',
] as const

async function commit(tx: Transaction, ctx: Context, deciding: Deciding): Promise<ContestDocument> {
  const { decider, decision, others } = deciding
  const standing = await stillHolding(tx, ctx, decider)
  const { person, grants } = standing
  const contest = await tx.get('contests', decision.contestId)
  const asUnit = contest && unitGrant(grants, contest)
  const asAbove = contest && aboveGrant(grants, contest)
  if (!contest || (!asUnit && !asAbove)) refuse('OUT_OF_SCOPE', {})
  if (await isOwn(tx, ctx, { contest, standing })) refuse('SELF_REVIEW', {})
  if (contest.words.some(({ decisionId }) => decisionId === decision.decisionId)) return contest
  if (contest.state !== 'open') return decidedBefore(contest, decision)
  const holder = await tx.get('persons', contest.holderId)
  const isBeyond = answersBeyond(holder, contest, ctx.now)
  const goesUp = isBeyond || contest.objection !== null
  const grant = goesUp || !asUnit ? asAbove : asUnit
  const mayAbove = goesUp || !others.unitDecides || contest.words.length > 0
  if (!grant || (grant === asAbove && !mayAbove)) refuse('OUT_OF_SCOPE', {})
  if (!holder) refuse('PERSON_UNKNOWN', {})
  const orgName = (await tx.get('organisations', grant.orgId))?.name ?? '单位'
  const settling = { contest, holder, word: wordOf(ctx, { person, grant, orgName, decision }) }
  if (decision.verdict.kind === 'keep') return keep(tx, ctx, settling)
  await mayMove(tx, ctx, { contest, holder })
  const agreed = contest.words.find(({ personId }) => personId === person._id)
  if (agreed) refuse('SECOND_PERSON_NEEDED', { byName: agreed.name })
  const isAbove = grant === asAbove && contest.aboveOrgId !== contest.unitId
  return isAbove || contest.words.length > 0
    ? agree(tx, ctx, settling)
    : firstWord(tx, ctx, { ...settling, others })
}

async function isOwn(
  tx: Transaction,
  ctx: Context,
  { contest, standing: decider }: { contest: ContestDocument; standing: Holder },
): Promise<boolean> {
  const theirs = await tx.get('registrations', contest.openid)
  const own = await tx.get('registrations', ctx.openid)
  return isOwnContest(ctx, { contest, theirs, decider, own })
}

const wordOf = (
  { now }: Context,
  {
    person,
    grant,
    orgName,
    decision,
  }: { person: PersonDocument; grant: RoleGrant; orgName: string; decision: ContestDecision },
): ContestWord => ({
  personId: person._id,
  name: person.name,
  role: grant.role,
  orgId: grant.orgId,
  orgName,
  reason: decision.verdict.reason,
  decisionId: decision.decisionId,
  at: now,
})

/** The same tap again gets the same answer; any other comes too late. */
function decidedBefore(contest: ContestDocument, { decisionId }: ContestDecision): ContestDocument {
  if (contest.decisionId === decisionId) return contest
  const last = contest.words.at(-1)
  return refuse('STEP_ALREADY_DECIDED', {
    byName: contest.decidedByName === '' ? (last?.name ?? '') : contest.decidedByName,
    at: contest.decidedAt ?? last?.at ?? contest.at,
  })
}

interface Settling {
  contest: ContestDocument
  holder: PersonDocument
  word: ContestWord
}

async function keep(
  tx: Transaction,
  ctx: Context,
  { contest, holder, word }: Settling,
): Promise<ContestDocument> {
  const actId = `contest-decided:${contest._id}:${word.decisionId}`
  const contester = await tx.get('bindings', contest.openid)
  const kept = await tx.replace('contests', {
    ...contest,
    ...decidedBy(word),
    state: 'kept',
    decidedAt: ctx.now,
  })
  const acting = actingAs(word)
  const answered = { orgName: word.orgName, reason: word.reason, contestId: contest._id }
  await record(tx, ctx, {
    id: actId,
    kind: 'binding-kept',
    subject: { of: 'person', id: holder._id },
    by: acting,
    before: standingOf(holder),
    after: `${standingOf(holder)}；${word.reason}`,
    payload: { ...answered, personId: holder._id },
  })
  if (contester)
    await record(tx, ctx, {
      id: `${actId}:contester`,
      kind: 'contest-refused',
      subject: { of: 'contest', id: contest._id },
      by: acting,
      payload: { ...answered, personId: contester.personId },
    })
  return kept
}

/** The first of two: the contest goes on waiting, and the others are told. */
async function firstWord(
  tx: Transaction,
  ctx: Context,
  { contest, holder, word, others }: Settling & Pick<Deciding, 'others'>,
): Promise<ContestDocument> {
  const agreed = await tx.replace('contests', { ...contest, words: [word] })
  const id = `rebind-agreed:${contest._id}:${word.decisionId}`
  await record(tx, ctx, {
    id,
    kind: 'rebind-agreed',
    subject: { of: 'person', id: holder._id },
    by: actingAs(word),
    before: standingOf(holder),
    after: word.reason,
  })
  await tellDeciders(tx, ctx, { contest: agreed, id, waitsFor: others })
  return agreed
}

/** The last word that was needed: the old account is told and may object, unless the body above has heard it already. */
async function agree(
  tx: Transaction,
  ctx: Context,
  { contest, holder, word }: Settling,
): Promise<ContestDocument> {
  const days = contest.objection === null ? OUR_PERIODS.rebindDays : 0
  const movesAt = plusDays(ctx.now, days)
  const moving = await tx.replace('contests', {
    ...contest,
    state: 'moving',
    words: [...contest.words, word],
    movesAt,
  })
  const item = { kind: 'rebind' as const, ref: contest._id, dueAt: movesAt, ...placeOf(contest._id, 'soon') }
  await tx.insert('due-items', { _id: `rebind:${contest._id}:${moving.version}`, state: 'waiting', ...item })
  await record(tx, ctx, {
    id: `binding-moving:${contest._id}:${word.decisionId}`,
    kind: 'binding-moving',
    subject: { of: 'person', id: holder._id },
    by: actingAs(word),
    before: standingOf(holder),
    after: word.reason,
    payload: {
      personId: holder._id,
      contestId: contest._id,
      orgName: word.orgName,
      reason: word.reason,
      movesOn: formatDay(dayOf(movesAt)),
    },
  })
  return moving
}
