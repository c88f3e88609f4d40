// The scene in the country of the matrix: people who learned, claims at every stage, bodies, batches, cases.
import { ROWS } from '../matrix/rows'
import {
  attempt,
  batch,
  certificate,
  check,
  claimWithFile,
  course,
  draft,
  integrityCase,
  message,
  objected,
  rosterImport,
  session,
  standIn,
  voided,
  voidJob,
} from '../matrix/things'
import { type Place, placeOf, type Who, type World } from '../matrix/world'

export async function furnish(world: World): Promise<void> {
  const place = placeOf('bureau-staff', 'own')
  const trainees: Place = { ...place, ownerId: 'trainee' }
  await credit(world, 'trainee', await draft('trainee', world))
  await credit(world, 'committee', await draft('committee', world))
  for (const state of ['returned', 'rejected', 'withdrawn', 'credited'] as const)
    await world.claim(place, { ownerId: 'trainee', at: 'unit', state })
  for (const at of ['unit', 'department', 'bureau'] as const)
    await world.claim(place, { ownerId: 'p-station', at })
  await claimWithFile(trainees, world)
  await draft('trainee', world)
  await voided(place, world, 'trainee')
  await objected(place, world)
  await check(place, world)
  await voidJob(place, world)
  await integrityCase(place, world)
  await batch(place, world)
  await message(trainees, world)
  await certificate(trainees, world)
  await course(place, world)
  await session(trainees, world)
  await attempt(trainees, world, { handedIn: true })
  await rosterImport({ ...place, ownerId: 'unit-reviewer' }, world, 'ready')
  await standIn(place, world, { by: 'unit-reviewer', role: 'unit-reviewer' })
  for (const path of [
    'review.confirm',
    'review.decideContest',
    'organisation.confirmMove',
    'archive.withdraw',
  ])
    await ROWS[path]?.input?.(place, world, 'unit-reviewer')
  await world.waitingBody('unit', 'water')
}

const REVIEWERS: readonly Who[] = ['unit-reviewer', 'department-reviewer', 'bureau-reviewer']

/** A draft is submitted, and every level approves it. */
export async function credit(world: World, ownerId: string, draftId: string): Promise<string> {
  await world.calls(`o-${ownerId}`).claim.submit({ draftId })
  const claimId = `${ownerId}:${draftId}`
  for (const who of REVIEWERS) {
    const claim = await world.store.get('claims', claimId)
    if (claim?.state !== 'submitted') break
    const { revision, stepIndex } = claim
    const decision = { claimId, decisionId: world.next('d'), revision, stepIndex }
    await world.calls(`o-${who}`).review.decide({ ...decision, verdict: { kind: 'approve' } })
  }
  return claimId
}
