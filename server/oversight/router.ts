import * as z from 'zod'
import { instant } from '../../domain/kernel/instant'
import { CHECKLIST } from '../../domain/oversight/spot-check'
import { holding, identifier, router, trainee, typed } from '../kernel/procedure'
import { changeCertifying, showCertifying } from './certifying'
import { listChecks, recordFinding, showCheck, showSample } from './check-samples'
import { hear, listObjections, showObjection } from './hear-objection'
import { decideOnCase, listCases, myCases, openCase } from './integrity'
import { objectToVoiding, showVoiding } from './object-to-voiding'
import { startCheck } from './start-check'
import { listVoidJobs, orderVoidJob, showVoidJob, stepVoidJob } from './void-job'
import { voidOne } from './void-one'
import { targetOf } from './voiding-target'
import { voidingView } from './voiding-view'

/** Made on the phone and part of an id. */
const actId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)
const ofBodies = z.object({ orgId: identifier.optional(), after: z.string().max(600).optional() })
const year = z.number().int().min(2000).max(2100)
const moment = z.number().int().min(0).max(8_640_000_000_000_000).transform(instant)
const reason = typed(200)
const note = z.string().trim().max(500)

const rule = z.object({
  size: z.discriminatedUnion('by', [
    z.object({ by: z.literal('share'), percent: z.number().int().min(1).max(100) }),
    z.object({ by: z.literal('count'), count: z.number().int().min(1).max(100) }),
  ]),
  strata: z.enum(['none', 'unit', 'kind']),
})

const finding = z.object({
  verdict: z.enum(['in-order', 'false']),
  failed: z.array(z.enum(CHECKLIST)).max(CHECKLIST.length),
  reason: z.string().trim().max(200),
  evidenceNote: note,
})

const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), voidingId: identifier }),
  z.object({ kind: z.literal('unit'), unitId: identifier }),
])

const certifying = z.object({ unitId: identifier, reason, decisionId: actId })

export const oversightRouter = router({
  checks: holding('spot-check')
    .input(ofBodies)
    .query(({ ctx, input }) => listChecks(ctx, ctx.holder, input)),
  startCheck: holding('spot-check')
    .input(
      z.object({
        checkId: actId,
        orgIds: z.array(identifier).min(1).max(20),
        whole: z.boolean(),
        year,
        rule,
        seed: typed(40),
      }),
    )
    .mutation(({ ctx, input }) => startCheck(ctx, ctx.holder, input)),
  check: holding('spot-check')
    .input(z.object({ checkId: identifier }))
    .query(({ ctx, input }) => showCheck(ctx, ctx.holder, input.checkId)),
  sample: holding('spot-check')
    .input(z.object({ checkId: identifier, claimId: identifier }))
    .query(({ ctx, input }) => showSample(ctx, ctx.holder, input)),
  recordFinding: holding('spot-check')
    .input(z.object({ checkId: identifier, claimId: identifier, decisionId: actId, finding }))
    .mutation(({ ctx, input }) => recordFinding(ctx, ctx.holder, input)),
  voidEntry: holding('void-hours')
    .input(
      z.object({
        named: z.union([z.object({ claimId: identifier }), z.object({ entryId: identifier })]),
        reason,
        checkId: z.string().max(200).default(''),
      }),
    )
    .mutation(async ({ ctx, input: { named, ...act } }) =>
      voidingView(ctx, await voidOne(ctx, await targetOf(ctx, ctx.holder, named), act)),
    ),
  voidAllOf: holding('void-hours')
    .input(z.object({ jobId: actId, unitId: identifier, from: moment, until: moment, reason }))
    .mutation(({ ctx, input }) => orderVoidJob(ctx, ctx.holder, input)),
  stepJob: holding('void-hours')
    .input(z.object({ jobId: identifier }))
    .mutation(({ ctx, input }) => stepVoidJob(ctx, ctx.holder, input.jobId)),
  job: holding('void-hours')
    .input(z.object({ jobId: identifier }))
    .query(({ ctx, input }) => showVoidJob(ctx, ctx.holder, input.jobId)),
  jobs: holding('void-hours')
    .input(ofBodies.default({}))
    .query(({ ctx, input }) => listVoidJobs(ctx, ctx.holder, input)),
  certifying: holding('withdraw-certifying')
    .input(z.object({ unitId: identifier }))
    .query(({ ctx, input }) => showCertifying(ctx, ctx.holder, input.unitId)),
  withdrawCertification: holding('withdraw-certifying')
    .input(certifying)
    .mutation(({ ctx, input }) => changeCertifying(ctx, ctx.holder, { ...input, allowed: false })),
  restoreCertification: holding('withdraw-certifying')
    .input(certifying)
    .mutation(({ ctx, input }) => changeCertifying(ctx, ctx.holder, { ...input, allowed: true })),
  objections: holding('hear-objections')
    .input(ofBodies.extend({ state: z.enum(['open', 'upheld', 'dismissed']) }))
    .query(({ ctx, input }) => listObjections(ctx, ctx.holder, input)),
  objection: holding('hear-objections')
    .input(z.object({ voidingId: identifier }))
    .query(({ ctx, input }) => showObjection(ctx, ctx.holder, input.voidingId)),
  hear: holding('hear-objections')
    .input(
      z.object({
        voidingId: identifier,
        decisionId: actId,
        verdict: z.enum(['upheld', 'dismissed']),
        reason,
      }),
    )
    .mutation(({ ctx, input }) => hear(ctx, ctx.holder, input)),
  cases: holding('keep-integrity-record')
    .input(ofBodies.default({}))
    .query(({ ctx, input }) => listCases(ctx, ctx.holder, input)),
  openCase: holding('keep-integrity-record')
    .input(
      z.object({
        caseId: actId,
        subject,
        conduct: z.enum(['false-hours', 'abuse-of-office']),
        statement: typed(500),
        evidenceNote: note,
      }),
    )
    .mutation(({ ctx, input }) => openCase(ctx, ctx.holder, input)),
  decideCase: holding('keep-integrity-record')
    .input(
      z.object({ caseId: identifier, decisionId: actId, verdict: z.enum(['record', 'dismiss']), reason }),
    )
    .mutation(({ ctx, input }) => decideOnCase(ctx, ctx.holder, input)),
  voiding: trainee
    .input(z.object({ entryId: identifier }))
    .query(({ ctx, input }) => showVoiding(ctx, ctx.person, input.entryId)),
  object: trainee
    .input(z.object({ entryId: identifier, statement: typed(500) }))
    .mutation(({ ctx, input }) => objectToVoiding(ctx, ctx.person, input)),
  myCases: trainee.query(({ ctx }) => myCases(ctx, ctx.person)),
})
