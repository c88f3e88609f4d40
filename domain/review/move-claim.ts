import type { Instant } from '../kernel/instant'
import { type Actor, type Claim, type ClaimStep, currentStep, isOpen, told } from './claim'
import { firstWaiting } from './submit-claim'

/**
 * Moves an open claim of a trainee who changed units onto the new unit's chain. A level that both chains
 * share keeps its approval, and reduced hours stay reduced; every other level reviews anew. The revision
 * rises, so that a reviewer with the old revision open is told. Null where the claim has ended, or no level
 * of the new chain is left to decide it.
 * Worked example: unit A approved and the department waits; the trainee moves to unit B of the same
 * department: B decides first, then the department.
 */
export function moveClaim(
  claim: Claim,
  { steps, dueAt }: { steps: readonly ClaimStep[]; dueAt: Instant | null },
  actor: Actor,
): Claim | null {
  if (!isOpen(claim)) return null
  const moved = steps.map((step) => claim.steps.find((before) => isSame(before, step)) ?? step)
  const stepIndex = firstWaiting(moved)
  const next = moved[stepIndex]
  if (!next) return null
  const note = `${currentStep(claim)?.orgName ?? ''} → ${next.orgName}`
  return {
    ...claim,
    steps: moved,
    stepIndex,
    // The new level's time begins with its own visit; a returned claim waits for the trainee.
    dueAt: claim.state === 'submitted' ? dueAt : null,
    revision: claim.revision + 1,
    events: told(claim, actor, { kind: 'moved', note }),
  }
}

const isSame = (before: ClaimStep, after: ClaimStep): boolean =>
  before.step === after.step && before.orgId === after.orgId && before.outcome === 'approved'
