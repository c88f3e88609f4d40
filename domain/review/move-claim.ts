import type { Instant } from '../kernel/instant'
import { type Actor, type Claim, type ClaimStep, isOpen, told } from './claim'

/**
 * The person has moved, and an open claim follows onto the new unit's chain. A level that both chains share keeps what it
 * approved, and hours that were reduced stay reduced; every other level looks for itself. The revision rises, so that a
 * reviewer who still has the old one open is told. Null where nothing follows: the claim has ended, or no level of the
 * new chain would be left to decide it. Worked example: unit A approved, the department waits; the person moves to unit
 * B of the same department: B is asked first, then the department.
 */
export function moveClaim(
  claim: Claim,
  { steps, dueAt }: { steps: readonly ClaimStep[]; dueAt: Instant | null },
  actor: Actor,
): Claim | null {
  if (!isOpen(claim)) return null
  const moved = steps.map((step) => claim.steps.find((before) => isSame(before, step)) ?? step)
  const stepIndex = moved.findIndex(({ outcome }) => outcome === 'waiting')
  if (stepIndex < 0) return null
  const from = claim.steps[claim.stepIndex]?.orgName ?? ''
  const note = `${from} → ${moved[stepIndex]?.orgName ?? ''}`
  return {
    ...claim,
    steps: moved,
    stepIndex,
    // The new level's time begins with its own visit; a returned claim waits for the person.
    dueAt: claim.state === 'submitted' ? dueAt : null,
    revision: claim.revision + 1,
    events: told(claim, actor, { kind: 'moved', note }),
  }
}

const isSame = (before: ClaimStep, after: ClaimStep): boolean =>
  before.step === after.step && before.orgId === after.orgId && before.outcome === 'approved'
