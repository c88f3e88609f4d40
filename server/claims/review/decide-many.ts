import * as z from 'zod'
import type { Refusal } from '../../../domain/kernel/refusal'
import type { Context } from '../../kernel/context'
import type { Holder } from '../../kernel/holder'
import { caught, refuse } from '../../kernel/refused'
import type { ClaimDocument } from '../filing/documents'
import { grantForStep } from '../filing/reviewing'
import type { BatchView } from './claim-views'
import { decide, seenClaim } from './decide-claim'
import { lookAtClaims } from './look-at-claims'
import { oddReasons } from './odd-reasons'

const MOST_AT_ONCE = 20

export const batch = z.object({ items: z.array(seenClaim).min(1).max(MOST_AT_ONCE) })
type BatchItem = z.infer<typeof seenClaim>

/** Of what waits for others, of what was handed on meanwhile and of what does not exist nothing more is said. */
const NOT_HERE = '不在您的待办里，可能已经转办，请刷新再看'

/**
 * Approves what is alike and holds out what is not, with the reason. Each in a transaction of its own, so that a lost
 * call may be sent again: what it decided before is decided, and the rest goes on.
 */
export async function decideMany(
  ctx: Context,
  reviewer: Holder,
  items: readonly BatchItem[],
): Promise<BatchView> {
  const found = await ctx.store.getMany(
    'claims',
    items.map(({ claimId }) => claimId),
  )
  const claims = items.flatMap((item, index) => inReach(reviewer, item, found[index] ?? null))
  if (claims.length === 0) refuse('OUT_OF_SCOPE', {})
  const kind = claims[0]?.kind
  const looked = new Map((await lookAtClaims(ctx, claims)).map((one) => [one.claim._id, one]))
  const done: BatchView = { approved: [], held: [] }
  for (const item of items) {
    const one = looked.get(item.claimId)
    const hold = (reason: string, claim?: ClaimDocument): void => {
      done.held.push({ claimId: item.claimId, personName: claim?.personName ?? '', reason })
    }
    if (!one) hold(NOT_HERE)
    else if (one.claim.decisionId === item.decisionId) done.approved.push(item.claimId)
    else if (one.claim.kind !== kind) hold('类别与其他的不同', one.claim)
    else {
      const [odd] = oddReasons(one, reviewer)
      const held = odd ?? (await approve(ctx, reviewer, item))
      if (held === null) done.approved.push(item.claimId)
      else hold(held, one.claim)
    }
  }
  return done
}

decideMany.refuses = ['CERTIFYING_WITHDRAWN', 'OUT_OF_SCOPE'] as const
/** An approval in a batch names no hours and no other body, and one's own claim is held out as odd. */
decideMany.cannotRefuse = [
  'HOURS_ABOVE_CLAIMED',
  'INPUT_INVALID',
  'ORG_UNKNOWN',
  'PERSON_UNKNOWN',
  'SELF_REVIEW',
] as const

/** Looked at only where the reviewer answers for the level: nothing of another body's claim gets into an answer. */
function inReach({ grants }: Holder, { stepIndex }: BatchItem, claim: ClaimDocument | null): ClaimDocument[] {
  const step = claim?.steps[stepIndex]
  return claim && step && grantForStep(grants, step) ? [claim] : []
}

const HELD_FOR = [
  'STEP_ALREADY_DECIDED',
  'CLAIM_CHANGED',
  'OUT_OF_SCOPE',
  'CLAIM_CLOSED',
  'BINDING_UNVERIFIED',
] as const

/** Null once approved; else why it is held out. */
async function approve(ctx: Context, reviewer: Holder, item: BatchItem): Promise<string | null> {
  const decided = await caught(decide(ctx, reviewer, { ...item, verdict: { kind: 'approve' } }), HELD_FOR)
  return decided.ok ? null : reasonOf(decided.refusal)
}

function reasonOf(refusal: Refusal<(typeof HELD_FOR)[number]>): string {
  switch (refusal.code) {
    case 'STEP_ALREADY_DECIDED':
      return `${refusal.details.byName}已经办了`
    case 'CLAIM_CHANGED':
      return '内容刚刚有变化，请打开再看'
    case 'OUT_OF_SCOPE':
      return NOT_HERE
    case 'CLAIM_CLOSED':
      return '已经不在待办'
    case 'BINDING_UNVERIFIED':
      return '这个人还没有经单位核对'
  }
}
