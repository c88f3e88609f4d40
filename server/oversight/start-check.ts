import * as z from 'zod'
import { dayOf } from '../../domain/kernel/instant'
import { type Candidate, drawSample, drawUnits } from '../../domain/oversight/draw-sample'
import type { OrganisationDocument } from '../bodies/documents'
import type { ClaimDocument } from '../claims/filing/documents'
import type { Context } from '../kernel/context'
import type { Holder } from '../kernel/holder'
import { calendarYear, identifier, tapId } from '../kernel/inputs'
import { keyedHash } from '../kernel/ports/sealing'
import { record } from '../kernel/record'
import { refuse } from '../kernel/refused'
import { actingAs, actingOver, stillActing } from './act'
import { checkView } from './check-view'
import type { ActedBy, SampledClaim, SpotCheckDocument } from './documents'
import type { CheckView } from './views'

/** Bodies walked through, units looked at, claims of each, and samples of one check: each bounded, and said. */
const MOST_BODIES = 200
const MOST_UNITS = 20
const MOST_CLAIMS_OF_UNIT = 300
const MOST_SAMPLES = 100
const PAGE = 100

const sampleRule = z.object({
  size: z.discriminatedUnion('by', [
    z.object({ by: z.literal('share'), percent: z.int().min(1).max(100) }),
    z.object({ by: z.literal('count'), count: z.int().min(1).max(100) }),
  ]),
  strata: z.enum(['none', 'unit', 'kind']),
})

export const checkOrder = z.object({
  /** From the phone: the same order twice is one check. */
  checkId: tapId,
  /** Units, or one body with all that hangs below it. */
  orgIds: z.array(identifier).min(1).max(20),
  whole: z.boolean(),
  year: calendarYear,
  rule: sampleRule,
})
type CheckOrder = z.infer<typeof checkOrder>

/**
 * Draws a sample of a year's credits (SX22-16) by a seed of the server's. Where a body has more units than one check can
 * look at, units are drawn first by the same seed; the check keeps the number of candidates of each.
 */
export async function startCheck(ctx: Context, overseer: Holder, order: CheckOrder): Promise<CheckView> {
  const id = `${overseer.person._id}:${order.checkId}`
  const existing = await ctx.store.get('spot-checks', id)
  if (existing) return checkView(ctx.store, existing)
  const scopes = await Promise.all(order.orgIds.map((orgId) => actingOver(ctx.store, overseer, orgId)))
  const [first] = scopes
  if (!first) throw new Error('a check of no body')
  const units = order.whole
    ? await unitsBelow(
        ctx,
        scopes.map(({ body }) => body),
      )
    : order.orgIds
  const { by } = first
  const seed = seedOf(ctx, by, order.year)
  const looked = drawUnits(units, MOST_UNITS, seed)
  const claims = (await Promise.all(looked.map((unitId) => creditedOf(ctx, unitId, order.year)))).flat()
  const drawn = new Set(drawSample(claims.map(candidateOf), order.rule, seed).slice(0, MOST_SAMPLES))
  const samples = claims.filter(({ _id }) => drawn.has(_id)).map(sampleOf)
  if (samples.length === 0) refuse('SAMPLE_EMPTY', {})
  const check = {
    _id: id,
    orgId: by.orgId,
    orgName: by.orgName,
    by,
    scope: scopes.map(({ body }) => ({ orgId: body._id, name: body.name, whole: order.whole })),
    year: order.year,
    rule: order.rule,
    seed,
    drawnFrom: { units: units.length, unitsLooked: looked.length, claims: claims.length },
    samples,
    startedAt: ctx.now,
  }
  return checkView(ctx.store, await keep(ctx, overseer, check))
}

startCheck.refuses = ['OUT_OF_SCOPE', 'SAMPLE_EMPTY'] as const

const SEED_LETTERS = 16

/**
 * The seed of a body's checks of a year on a day: nobody knows it before the first sample is seen, and nobody draws again
 * until a friend is not among them, because the same day draws in the same order. The check keeps it, so that anybody can
 * draw the sample again.
 */
const seedOf = ({ ports, now }: Context, { orgId }: Pick<ActedBy, 'orgId'>, year: number): string =>
  keyedHash('spot-check', [orgId, year, dayOf(now)].join('\n'), ports.secrets).slice(0, SEED_LETTERS)

type NewCheck = Omit<SpotCheckDocument, 'version'>

const keep = (ctx: Context, overseer: Holder, check: NewCheck): Promise<SpotCheckDocument> =>
  ctx.store.transact(async (tx) => {
    await stillActing(tx, ctx, overseer, check.by)
    const again = await tx.get('spot-checks', check._id)
    if (again) return again
    const made = await tx.insert('spot-checks', check)
    const after = `${check.samples.length}/${check.drawnFrom.claims} ${check.seed}`
    await record(tx, ctx, {
      id: `check:${check._id}`,
      kind: 'check-started',
      subject: { of: 'spot-check', id: check._id },
      by: actingAs(check.by),
      after,
    })
    return made
  })

/**
 * Units below some bodies, level by level, up to a bound; a township is also the unit of people without one
 * (NY22-15).
 */
async function unitsBelow(
  { store }: Context,
  bodies: readonly Pick<OrganisationDocument, '_id' | 'kind'>[],
): Promise<string[]> {
  const units = bodies.flatMap(({ _id, kind }) => (kind === 'township' ? [_id] : []))
  const queue = bodies.map(({ _id }) => _id)
  for (let walked = 0; walked < MOST_BODIES; walked += 1) {
    const parentId = queue.shift()
    if (parentId === undefined) break
    const { items } = await store.query('organisations', 'byParent', { equals: { parentId }, limit: PAGE })
    for (const { _id, kind } of items) {
      if (kind === 'unit' || kind === 'township') units.push(_id)
      if (kind !== 'unit') queue.push(_id)
    }
  }
  return units
}

async function creditedOf({ store }: Context, unitId: string, year: number): Promise<ClaimDocument[]> {
  const found: ClaimDocument[] = []
  const credited = { equals: { unitId, state: 'credited' }, most: MOST_CLAIMS_OF_UNIT }
  for await (const claim of store.each('claims', 'byUnit', credited))
    if (claim.targetYear === year && claim.subject.type !== 'year') found.push(claim)
  return found
}

const candidateOf = ({ _id: id, unitId, kind }: ClaimDocument): Candidate => ({ id, unitId, kind })

const sampleOf = (claim: ClaimDocument): SampledClaim => ({
  claimId: claim._id,
  unitName: claim.unitName,
  title: claim.title,
  kindLabel: claim.kindLabel,
  hours: claim.recognisedHours,
  finding: null,
})
