// Fifty reviewers of one unit on one queue: none decided twice, none left, and how many a second.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { instant } from '../../domain/kernel/instant'
import type { RefusalCode } from '../../domain/kernel/refusal'
import type { RoleGrant } from '../../domain/organisation/roles'
import { startCloud } from '../../local/cloud'
import { anyKeys } from '../../scripts/any-keys'
import { seedingContext } from '../../scripts/seed/context'
import { newOrganisation } from '../../server/bodies/new-organisation'
import type { ClaimDocument } from '../../server/claims/filing/documents'
import { decide } from '../../server/claims/review/decide-claim'
import { declarations } from '../../server/collections'
import type { Context } from '../../server/kernel/context'
import { Refused } from '../../server/kernel/refused'
import type { New } from '../../server/kernel/store/port'
import type { PersonDocument } from '../../server/people/documents'
import { personOf } from '../../tests/harness/person-of'
import { waitingClaim } from '../../tests/harness/waiting-claim'
import type { Figure } from '../figures'
import { dice } from '../policy/people'

interface Size {
  claims: number
  reviewers: number
  /** For one reviewer alone: the floor of this machine without contention. */
  claimsAlone: number
}
const AS_STATED: Size = { claims: 5_000, reviewers: 50, claimsAlone: 500 }
const PAGE = 20
/** The refusals that two reviewers may meet; any other would be repeated for ever. */
const MAY_MEET: readonly RefusalCode[] = ['STEP_ALREADY_DECIDED', 'CLAIM_CHANGED', 'CLAIM_CLOSED', 'BUSY']
const UNIT = 'unit-bench'
const NOW = instant(Date.UTC(2022, 7, 15, 2))

export async function reviewFigures({ claims, reviewers, claimsAlone }: Size = AS_STATED): Promise<Figure[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueshi-bench-review-'))
  const cloud = await startCloud({
    dataDir,
    functionsDir: path.join(dataDir, 'none'),
    collections: declarations,
  })
  try {
    const ctx: Context = { ...seedingContext(cloud, anyKeys()), now: NOW }
    await found(ctx)
    const alone = await decided(ctx, { claims: claimsAlone, reviewers: 1, name: 'alone' })
    const together = await decided(ctx, { claims, reviewers, name: 'together' })
    return [
      {
        name: `${reviewers} reviewers on a queue of ${claims.toLocaleString('en')} claims, beside one reviewer alone`,
        unit: 'claims/s',
        ours: together,
        floor: alone,
        goal: 'none twice, none left',
        met: true,
      },
    ]
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function found({ store }: Context): Promise<void> {
  const founding = {
    id: UNIT,
    name: '演示单位',
    kind: 'unit',
    region: 'shaanxi',
    areaCode: '990101',
    parent: null,
  } as const
  await store.insert('organisations', newOrganisation(founding, { state: 'verified', at: NOW }))
}

/** Claims decided a second by so many people at once; throws where one was decided twice or left over. */
async function decided(
  ctx: Context,
  { claims, reviewers, name }: { claims: number; reviewers: number; name: string },
): Promise<number> {
  await queue(ctx, { claims, name })
  const started = performance.now()
  const each = await Promise.all(
    Array.from({ length: reviewers }, (_, index) => work(ctx, `${name}-r${index}`)),
  )
  const seconds = (performance.now() - started) / 1_000
  const approved = each.reduce((sum, count) => sum + count, 0)
  const left = await page(ctx)
  if (approved !== claims || left.length > 0)
    throw new Error(`${approved} of ${claims} decided, ${left.length} left`)
  for (let index = 0; index < claims; index += 1) {
    const claim = await ctx.store.get('claims', claimId(name, index))
    const times = claim?.events.filter(({ kind }) => kind === 'approved').length
    if (claim?.state !== 'credited' || times !== 1)
      throw new Error(`${claimId(name, index)} was decided ${times} times`)
  }
  return claims / seconds
}

const claimId = (name: string, index: number): string => `${name}-c${index}`

const page = async ({ store }: Context): Promise<ClaimDocument[]> =>
  (await store.query('claims', 'byQueue', { equals: { queueOrgId: UNIT }, limit: PAGE })).items

/** One reviewer: looks at the due claims, decides one, looks again, until none is left. */
async function work(ctx: Context, id: string): Promise<number> {
  const grants: RoleGrant[] = [{ role: 'unit-reviewer', orgId: UNIT, until: null, grantedBy: '' }]
  const person = await ctx.store.insert('persons', { ...claimant(id), roles: grants })
  const roll = dice(Number(id.replace(/\D/g, '')) + 1)
  let approved = 0
  for (let turn = 0; ; turn += 1) {
    const waiting = await page(ctx)
    const claim = waiting[roll(waiting.length || 1)]
    if (!claim) return approved
    const given = { claimId: claim._id, decisionId: `${id}-${turn}`, revision: 1, stepIndex: 0 }
    try {
      await decide(
        ctx,
        { right: 'review-claims', person, grants },
        { ...given, verdict: { kind: 'approve' } },
      )
      approved += 1
    } catch (error) {
      // Another reviewer was first, or too many met on one trainee's account: the claim is theirs, or comes
      // again.
      if (!(error instanceof Refused) || !MAY_MEET.includes(error.refusal.code)) throw error
    }
  }
}

const CLAIMS_A_PERSON = 5

async function queue({ store }: Context, { claims, name }: { claims: number; name: string }): Promise<void> {
  for (let index = 0; index < claims; index += 1) {
    const personId = `${name}-p${Math.floor(index / CLAIMS_A_PERSON)}`
    if (index % CLAIMS_A_PERSON === 0) await store.insert('persons', claimant(personId))
    await store.insert('claims', waitingClaim({ id: claimId(name, index), personId, at: NOW, orgId: UNIT }))
  }
}

const claimant = (id: string): New<PersonDocument> =>
  personOf(id, { at: NOW, name: id, unitId: UNIT, unitName: '演示单位', unitParentName: '' })
