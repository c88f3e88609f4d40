import * as z from 'zod'
import type { RoleGrant } from '../../../domain/organisation/roles'
import type { OrganisationDocument } from '../../bodies/documents'
import type { Context } from '../../kernel/context'
import { type Holder, stillHolding } from '../../kernel/holder'
import { identifier, statedReason, tapId } from '../../kernel/inputs'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import type { Transaction } from '../../kernel/store/port'
import { aboveGrant, answersBeyond, unitCanDecide, unitGrant } from '../../people/contest-decider'
import type { ContestDocument, PersonDocument } from '../../people/documents'
import { rebind } from './rebind'
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
  /** Looked up before the transaction, because it is a query: a reviewer named in that moment changes nothing. */
  unitDecides: boolean
}

/**
 * Decides whose an ID number is, where two WeChat accounts say that it is theirs. The unit's reviewer decides; the body
 * above where the unit has no other reviewer, or where the holder answers for more than the unit. No reviewer decides
 * about their own account, or about a contest that they themselves opened.
 */
export async function decideContest(
  ctx: Context,
  decider: Holder,
  decision: ContestDecision,
): Promise<DecidedContestView> {
  const found = await ctx.store.get('contests', decision.contestId)
  if (!found) refuse('OUT_OF_SCOPE', {})
  const unitDecides = await unitCanDecide(ctx, found)
  const contest = await ctx.store.transact((tx) => commit(tx, ctx, { decider, decision, unitDecides }))
  return { contestId: contest._id, state: contest.state === 'rebound' ? 'rebound' : 'kept' }
}

decideContest.refuses = [
  'BINDING_ALREADY_DECIDED',
  'OUT_OF_SCOPE',
  'PERSON_UNKNOWN',
  'SELF_REVIEW',
  'STEP_ALREADY_DECIDED',
] as const

async function commit(tx: Transaction, ctx: Context, deciding: Deciding): Promise<ContestDocument> {
  const { decider, decision, unitDecides } = deciding
  const { person, grants } = await stillHolding(tx, ctx, decider)
  const contest = await tx.get('contests', decision.contestId)
  const asUnit = contest && unitGrant(grants, contest)
  const asAbove = contest && aboveGrant(grants, contest)
  if (!contest || (!asUnit && !asAbove)) refuse('OUT_OF_SCOPE', {})
  if (contest.holderId === person._id || contest.openid === ctx.openid) refuse('SELF_REVIEW', {})
  if (contest.state !== 'open') return decidedBefore(contest, decision)
  const holder = await tx.get('persons', contest.holderId)
  const isBeyond = answersBeyond(holder, contest, ctx.now)
  const grant = isBeyond || !asUnit ? asAbove : asUnit
  if (!grant || (grant === asAbove && !isBeyond && unitDecides)) refuse('OUT_OF_SCOPE', {})
  if (!holder) refuse('PERSON_UNKNOWN', {})
  return settle(tx, ctx, { contest, holder, grant, by: person, decision })
}

/** The same tap again gets the same answer; any other comes too late. */
function decidedBefore(contest: ContestDocument, { decisionId }: ContestDecision): ContestDocument {
  if (contest.decisionId === decisionId) return contest
  return refuse('STEP_ALREADY_DECIDED', {
    byName: contest.decidedByName,
    at: contest.decidedAt ?? contest.at,
  })
}

interface Settling {
  contest: ContestDocument
  holder: PersonDocument
  grant: RoleGrant
  by: PersonDocument
  decision: ContestDecision
}

async function settle(tx: Transaction, ctx: Context, settling: Settling): Promise<ContestDocument> {
  const { contest, holder, grant, by, decision } = settling
  const { kind, reason } = decision.verdict
  const actId = `contest-decided:${contest._id}:${decision.decisionId}`
  const unit = await tx.get('organisations', contest.unitId)
  const orgName = await nameOf(tx, { orgId: grant.orgId, unit })
  const contester = kind === 'keep' ? await tx.get('bindings', contest.openid) : null
  const after =
    kind === 'rebind'
      ? await rebind(tx, ctx, { contest, holder, unit, by, role: grant.role, orgName, actId })
      : holder
  const decided = await tx.replace('contests', {
    ...contest,
    state: kind === 'rebind' ? 'rebound' : 'kept',
    reason,
    decisionId: decision.decisionId,
    decidedByName: by.name,
    decidedForName: orgName,
    decidedAt: ctx.now,
  })
  const acting = { actorId: by._id, role: grant.role, scope: grant.orgId }
  const answered = { orgName, reason, contestId: contest._id }
  await record(tx, ctx, {
    id: actId,
    kind: kind === 'rebind' ? 'binding-rebound' : 'binding-kept',
    subject: { of: 'person', id: holder._id },
    by: acting,
    before: standingOf(holder),
    after: `${standingOf(after)}；${reason}`,
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
  return decided
}

async function nameOf(
  tx: Transaction,
  { orgId, unit }: { orgId: string; unit: OrganisationDocument | null },
): Promise<string> {
  if (unit?._id === orgId) return unit.name
  return (await tx.get('organisations', orgId))?.name ?? '单位'
}

/** Which account a person has, as far as a log may say it, and what it may do: roles go along with the person. */
function standingOf({ openid, mobileMasked, roles }: PersonDocument): string {
  const held = roles.map(({ role, orgId }) => `${role}@${orgId}`).join('、')
  return `微信尾号 ${openid.slice(-6)}，手机 ${mobileMasked}${held === '' ? '' : `，同一人，角色不变：${held}`}`
}
