import * as z from 'zod'
import { identifier, ofBodies } from '../kernel/inputs'
import { holding, router, trainee } from '../kernel/procedure'
import { certifyingChange, changeCertifying, showCertifying } from './certifying'
import { listChecks, oneSample, recordFinding, sampleFinding, showCheck, showSample } from './check-samples'
import { doubleKept, keepDouble, listDoubles } from './doubles'
import { hear, hearing, listObjections, objectionsAsked, showObjection } from './hear-objection'
import { caseDecision, caseToOpen, decideOnCase, listCases, myCases, openCase } from './integrity'
import { filedObjection, objectToVoiding, showVoiding } from './object-to-voiding'
import { checkOrder, startCheck } from './start-check'
import { listVoidJobs, orderVoidJob, showVoidJob, stepVoidJob, voidOrder } from './void-job'
import { voidOne } from './void-one'
import { hoursToVoid, targetOf } from './voiding-target'
import { voidingView } from './voiding-view'

const ofCheck = z.object({ checkId: identifier })
const ofJob = z.object({ jobId: identifier })

export const oversightRouter = router({
  checks: holding('spot-check')
    .input(ofBodies)
    .query(({ ctx, input }) => listChecks(ctx, ctx.holder, input)),
  startCheck: holding('spot-check')
    .input(checkOrder)
    .mutation(({ ctx, input }) => startCheck(ctx, ctx.holder, input)),
  check: holding('spot-check')
    .input(ofCheck)
    .query(({ ctx, input }) => showCheck(ctx, ctx.holder, input.checkId)),
  sample: holding('spot-check')
    .input(oneSample)
    .query(({ ctx, input }) => showSample(ctx, ctx.holder, input)),
  recordFinding: holding('spot-check')
    .input(sampleFinding)
    .mutation(({ ctx, input }) => recordFinding(ctx, ctx.holder, input)),
  voidEntry: holding('void-hours')
    .input(hoursToVoid)
    .mutation(async ({ ctx, input: { named, ...act } }) =>
      voidingView(ctx, await voidOne(ctx, await targetOf(ctx, ctx.holder, named), act)),
    ),
  voidAllOf: holding('void-hours')
    .input(voidOrder)
    .mutation(({ ctx, input }) => orderVoidJob(ctx, ctx.holder, input)),
  stepJob: holding('void-hours')
    .input(ofJob)
    .mutation(({ ctx, input }) => stepVoidJob(ctx, ctx.holder, input.jobId)),
  job: holding('void-hours')
    .input(ofJob)
    .query(({ ctx, input }) => showVoidJob(ctx, ctx.holder, input.jobId)),
  jobs: holding('void-hours')
    .input(ofBodies.default({}))
    .query(({ ctx, input }) => listVoidJobs(ctx, ctx.holder, input)),
  doubles: holding('spot-check')
    .input(ofBodies)
    .query(({ ctx, input }) => listDoubles(ctx, ctx.holder, input)),
  keepDouble: holding('void-hours')
    .input(doubleKept)
    .mutation(({ ctx, input }) => keepDouble(ctx, ctx.holder, input)),
  certifying: holding('withdraw-certifying')
    .input(z.object({ unitId: identifier }))
    .query(({ ctx, input }) => showCertifying(ctx, ctx.holder, input.unitId)),
  withdrawCertification: holding('withdraw-certifying')
    .input(certifyingChange)
    .mutation(({ ctx, input }) => changeCertifying(ctx, ctx.holder, { ...input, allowed: false })),
  restoreCertification: holding('withdraw-certifying')
    .input(certifyingChange)
    .mutation(({ ctx, input }) => changeCertifying(ctx, ctx.holder, { ...input, allowed: true })),
  objections: holding('hear-objections')
    .input(objectionsAsked)
    .query(({ ctx, input }) => listObjections(ctx, ctx.holder, input)),
  objection: holding('hear-objections')
    .input(z.object({ voidingId: identifier }))
    .query(({ ctx, input }) => showObjection(ctx, ctx.holder, input.voidingId)),
  hear: holding('hear-objections')
    .input(hearing)
    .mutation(({ ctx, input }) => hear(ctx, ctx.holder, input)),
  cases: holding('keep-integrity-record')
    .input(ofBodies.default({}))
    .query(({ ctx, input }) => listCases(ctx, ctx.holder, input)),
  openCase: holding('keep-integrity-record')
    .input(caseToOpen)
    .mutation(({ ctx, input }) => openCase(ctx, ctx.holder, input)),
  decideCase: holding('keep-integrity-record')
    .input(caseDecision)
    .mutation(({ ctx, input }) => decideOnCase(ctx, ctx.holder, input)),
  voiding: trainee
    .input(z.object({ entryId: identifier }))
    .query(({ ctx, input }) => showVoiding(ctx, ctx.person, input.entryId)),
  object: trainee.input(filedObjection).mutation(({ ctx, input }) => objectToVoiding(ctx, ctx.person, input)),
  myCases: trainee.query(({ ctx }) => myCases(ctx, ctx.person)),
})
