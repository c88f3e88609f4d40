import { plusDays } from '../../domain/kernel/instant'
import type { Refusals } from '../../domain/kernel/refusal'
import type { ClaimDocument } from '../claims/filing/documents'
import type { Context } from '../kernel/context'
import { OUR_PERIODS } from '../kernel/our-periods'
import { getAll } from '../kernel/store/idioms'
import { isVoidedBy } from '../oversight/void-job'
import type { PersonDocument } from '../people/documents'

export type Matter = Refusals['ERASURE_WAITS']['matters'][number]

/** More checks, or jobs, than a body has open at a time; the newest come first. */
const MOST_LOOKED = 200

/**
 * What is not decided yet about a person's learning: as long as it is open, 注销 waits, because the evidence would be gone
 * before anybody has seen it. Each has an end that others reach; a check that nobody finishes holds nobody for ever.
 */
export async function openMatters(ctx: Context, person: PersonDocument): Promise<Matter[]> {
  const found: Matter[] = []
  if (await hasOpenCase(ctx, person)) found.push('case')
  if (await hasOpenObjection(ctx, person)) found.push('objection')
  const theirs = await claimsOf(ctx, person)
  if (await isInOpenCheck(ctx, theirs)) found.push('check')
  if (await isInVoidJob(ctx, theirs)) found.push('voiding')
  return found
}

async function hasOpenCase({ store }: Context, { _id: subjectId }: PersonDocument): Promise<boolean> {
  for await (const { state } of store.each('integrity-cases', 'bySubject', { equals: { subjectId } }))
    if (state === 'open') return true
  return false
}

async function hasOpenObjection({ store }: Context, { _id: personId }: PersonDocument): Promise<boolean> {
  for await (const { objectionState } of store.each('voidings', 'byPerson', { equals: { personId } }))
    if (objectionState === 'open') return true
  return false
}

interface Theirs {
  claims: readonly ClaimDocument[]
  /** That can oversee them: over the person's unit, and over each unit that a claim names. */
  bodies: ReadonlySet<string>
}

async function claimsOf({ store }: Context, person: PersonDocument): Promise<Theirs> {
  const units = new Set([person.unitId])
  const claims: ClaimDocument[] = []
  for await (const claim of store.each('claims', 'byPerson', { equals: { personId: person._id } })) {
    units.add(claim.unitId)
    claims.push(claim)
  }
  const found = await getAll(store, 'organisations', [...units])
  return { claims, bodies: new Set(found.flatMap((unit) => unit?.path ?? [])) }
}

async function isInOpenCheck({ store, now }: Context, { claims, bodies }: Theirs): Promise<boolean> {
  const claimIds = new Set(claims.map(({ _id }) => _id))
  const since = plusDays(now, -OUR_PERIODS.erasureWaitsDays)
  for (const orgId of bodies)
    for await (const { samples, startedAt } of store.each('spot-checks', 'byOrg', {
      equals: { orgId },
      most: MOST_LOOKED,
    })) {
      if (startedAt < since) break
      if (samples.some(({ claimId, finding }) => finding === null && claimIds.has(claimId))) return true
    }
  return false
}

async function isInVoidJob({ store }: Context, { claims, bodies }: Theirs): Promise<boolean> {
  for (const orgId of bodies)
    for await (const job of store.each('void-jobs', 'byOrg', { equals: { orgId }, most: MOST_LOOKED }))
      if (job.state === 'waiting' && claims.some((claim) => isVoidedBy(job, claim))) return true
  return false
}
