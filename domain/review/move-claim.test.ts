import { hoursOf } from '../kernel/hours'
import { instant } from '../kernel/instant'
import type { Claim, ClaimStep } from './claim'
import { decideClaim } from './decide-claim'
import { moveClaim } from './move-claim'
import { submitClaim, withdrawClaim } from './submit-claim'

const at = instant(Date.UTC(2022, 7, 15))
const actor = (id: string) => ({ id, name: id, orgName: id, at })

const step = (name: ClaimStep['step'], orgId: string): ClaimStep => ({
  ...{ step: name, orgId, orgName: orgId, outcome: orgId === '' ? 'skipped' : 'waiting', note: '' },
  ...{ decidedBy: null, decidedByName: '', decidedAt: null, hours: null },
})
const chain = (unit: string, department: string, bureau: string) => [
  step('unit', unit),
  step('department', department),
  step('bureau', bureau),
]

const submitted = (steps: ClaimStep[]): Claim =>
  submitClaim(
    {
      subject: { type: 'year' },
      claimedHours: hoursOf(16),
      digest: 'as seen',
      steps,
      dueAt: null,
      closesAt: null,
    },
    actor('p'),
  )

function approved(claim: Claim, hours?: number): Claim {
  const reduced = hours === undefined ? {} : { hours: hoursOf(hours), reason: '课时不足' }
  const decision = { stepIndex: claim.stepIndex, revision: claim.revision, nextDueAt: null }
  const outcome = decideClaim(
    claim,
    { ...decision, decisionId: `d${claim.stepIndex}`, verdict: { kind: 'approve', ...reduced } },
    actor('r'),
  )
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('a new unit is asked first; the department that both share keeps what it approved', () => {
  const atBureau = approved(approved(submitted(chain('a', 'd', 'b'))), 12)
  const moved = moveClaim(atBureau, { steps: chain('new', 'd', 'b'), dueAt: null }, actor('p'))
  expect(moved).toMatchObject({ stepIndex: 0, revision: 2, recognisedHours: hoursOf(12) })
  expect(moved?.steps.map(({ outcome }) => outcome)).toEqual(['waiting', 'approved', 'waiting'])
  expect(moved?.events.at(-1)).toMatchObject({ kind: 'moved', note: 'b → new' })
  const after = approved(moved as Claim)
  expect(after).toMatchObject({ stepIndex: 2, recognisedHours: hoursOf(12) })
})

test('another chain altogether looks for itself at every level', () => {
  const moved = moveClaim(
    approved(submitted(chain('a', 'd', 'b'))),
    { steps: chain('x', 'y', 'z'), dueAt: null },
    actor('p'),
  )
  expect(moved).toMatchObject({ stepIndex: 0 })
  expect(moved?.steps.every(({ outcome }) => outcome === 'waiting')).toBe(true)
})

test('what has ended stays where it ended', () => {
  const withdrawn = withdrawClaim(submitted(chain('a', 'd', 'b')), actor('p'))
  if (!withdrawn.ok) throw new Error('an open claim can be withdrawn')
  expect(moveClaim(withdrawn.value, { steps: chain('x', 'd', 'b'), dueAt: null }, actor('p'))).toBeNull()
})

test('the new level has its own time; a returned claim waits for the trainee, and for no level', () => {
  const dueAt = instant(at + 1)
  const open = submitted(chain('a', 'd', 'b'))
  expect(moveClaim(open, { steps: chain('x', 'd', 'b'), dueAt }, actor('p'))).toMatchObject({ dueAt })
  const returned: Claim = { ...open, state: 'returned' }
  expect(moveClaim(returned, { steps: chain('x', 'd', 'b'), dueAt }, actor('p'))).toMatchObject({
    state: 'returned',
    dueAt: null,
  })
})

test('an approval stands for its own level at that body, and only an approval does', () => {
  const [unit, department, bureau] = approved(submitted(chain('a', 'd', 'b'))).steps as [
    ClaimStep,
    ClaimStep,
    ClaimStep,
  ]
  const claim: Claim = {
    ...submitted([]),
    steps: [{ ...unit, orgId: 'd' }, { ...department, outcome: 'skipped' }, bureau],
    stepIndex: 2,
  }
  const moved = moveClaim(claim, { steps: chain('x', 'd', 'b'), dueAt: null }, actor('p'))
  expect(moved?.steps.map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting', 'waiting'])
})

test('a claim that waited at nobody moves to the first level there is', () => {
  const moved = moveClaim(submitted([]), { steps: chain('x', 'd', 'b'), dueAt: null }, actor('p'))
  expect(moved?.events.at(-1)).toMatchObject({ note: ' → x' })
})

test('a chain with nobody left to decide is no chain to follow', () => {
  const atBureau = approved(approved(submitted(chain('a', 'd', 'b'))))
  expect(
    moveClaim(atBureau, { steps: [step('unit', ''), step('department', 'd')], dueAt: null }, actor('p')),
  ).toBeNull()
})
