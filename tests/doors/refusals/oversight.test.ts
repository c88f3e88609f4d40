import { changeCertifying, showCertifying } from '../../../server/oversight/certifying'
import { listChecks, recordFinding, showCheck, showSample } from '../../../server/oversight/check-samples'
import { keepDouble, listDoubles } from '../../../server/oversight/doubles'
import { hear, listObjections, showObjection } from '../../../server/oversight/hear-objection'
import { decideOnCase, listCases, openCase } from '../../../server/oversight/integrity'
import { objectToVoiding, showVoiding } from '../../../server/oversight/object-to-voiding'
import { startCheck } from '../../../server/oversight/start-check'
import { listVoidJobs, orderVoidJob, showVoidJob, stepVoidJob } from '../../../server/oversight/void-job'
import { voidOne } from '../../../server/oversight/void-one'
import { targetOf } from '../../../server/oversight/voiding-target'
import { check, credited, double, integrityCase, objected, voided } from '../matrix/things'
import type { World } from '../matrix/world'
import {
  callsDuring,
  changed,
  posted,
  removed,
  reviewedUnit,
  STATION,
  UNKNOWN,
  waiting,
} from './changed-world'
import { provokesEach } from './provoke'
import { roleAt } from './situations'

type Oversight = ReturnType<World['calls']>['oversight']

/** Looks at what the clerk of the same county has done. */
const overseer = (world: World, openid = 'o-bureau-reviewer'): Oversight => world.calls(openid).oversight
const CLERK = 'o-clerk-county'
const STAFF = 'o-bureau-staff'
const trainee = (world: World): Oversight => world.calls(`o-${STATION.personId}`).oversight

const REASON = '抽查发现不实'
const NOWHERE = { after: UNKNOWN }
const ELSEWHERE = { orgId: UNKNOWN }
const checks = (world: World, orgId: string) =>
  overseer(world).startCheck({
    ...{ checkId: world.next('check'), orgIds: [orgId], whole: false, year: 2022 },
    rule: { size: { by: 'count', count: 1 }, strata: 'none' },
  })

const certifying = (world: World, unitId: string) =>
  overseer(world).withdrawCertification({ unitId, reason: REASON, decisionId: world.next('d') })

type Found = Parameters<Oversight['recordFinding']>[0]

const IN_ORDER: Found['finding'] = { verdict: 'in-order', failed: [], reason: '', evidenceNote: '' }

/** A finding on the sample of a new check. */
async function finds(world: World, change: Partial<Found>) {
  const drawn = await check(STATION, world)
  const finding = { ...drawn, decisionId: world.next('d'), finding: IN_ORDER, ...change }
  return overseer(world).recordFinding(finding)
}

type Subject = Parameters<Oversight['openCase']>[0]['subject']

const opens = (world: World, subject: Subject) =>
  overseer(world).openCase({
    ...{ caseId: world.next('case'), subject, conduct: 'false-hours' },
    ...{ statement: '虚报学时', evidenceNote: '' },
  })

const records = (world: World, caseId: string, openid?: string) =>
  overseer(world, openid).decideCase({
    ...{ caseId, decisionId: world.next('d'), verdict: 'record', reason: '查证属实' },
  })

/** The county's clerk voids, and the province hears. */
const hears = (world: World, voidingId: string, openid = 'o-region-staff') =>
  overseer(world, openid).hear({
    ...{ voidingId, decisionId: world.next('d'), verdict: 'upheld', reason: '材料属实' },
  })

const orders = (world: World, unitId: string, from = world.now - 60_000) =>
  overseer(world).voidAllOf({
    ...{ jobId: world.next('job'), unitId, reason: REASON, from, until: Number(world.now) },
  })

const voids = (calls: Oversight, claimId: string, reason = REASON) =>
  calls.voidEntry({ named: { claimId }, reason })

const keeps = (world: World, doubleId: string) =>
  overseer(world).keepDouble({ doubleId, decisionId: world.next('d'), reason: '两次不同的学习' })

provokesEach(
  {
    startCheck: {
      OUT_OF_SCOPE: (world) => checks(world, UNKNOWN),
      SAMPLE_EMPTY: (world) => checks(world, 'orchard'),
    },
    listChecks: {
      INPUT_INVALID: (world) => overseer(world).checks(NOWHERE),
      OUT_OF_SCOPE: (world) => overseer(world).checks(ELSEWHERE),
    },
    showCheck: {
      OUT_OF_SCOPE: (world) => overseer(world).check({ checkId: UNKNOWN }),
    },
    showSample: {
      CLAIM_UNKNOWN: async (world) =>
        overseer(world).sample({ ...(await check(STATION, world)), claimId: UNKNOWN }),
      OUT_OF_SCOPE: (world) => overseer(world).sample({ checkId: UNKNOWN, claimId: UNKNOWN }),
    },
    recordFinding: {
      CLAIM_UNKNOWN: (world) => finds(world, { claimId: UNKNOWN }),
      INPUT_INVALID: (world) => finds(world, { finding: { ...IN_ORDER, verdict: 'false' } }),
      OUT_OF_SCOPE: (world) => finds(world, { checkId: UNKNOWN }),
      SELF_REVIEW: async (world) =>
        finds(world, { claimId: await credited(STATION, world, 'bureau-reviewer') }),
    },
    listDoubles: {
      INPUT_INVALID: (world) => overseer(world).doubles(NOWHERE),
      OUT_OF_SCOPE: (world) => overseer(world).doubles(ELSEWHERE),
    },
    keepDouble: {
      OUT_OF_SCOPE: (world) => keeps(world, UNKNOWN),
      SELF_REVIEW: async (world) => keeps(world, await double(STATION, world, 'bureau-reviewer')),
    },
    changeCertifying: {
      DECIDED_ABOVE: async (world) => {
        const decision = { unitId: (await reviewedUnit(world)).place.unit, reason: REASON }
        const withdrawn = { ...decision, decisionId: world.next('d') }
        await overseer(world, 'o-region-staff').withdrawCertification(withdrawn)
        return overseer(world).restoreCertification({ ...decision, decisionId: world.next('d') })
      },
      GRANT_BEYOND_OWN: (world) => certifying(world, STATION.bureau),
      OUT_OF_SCOPE: (world) => certifying(world, UNKNOWN),
    },
    showCertifying: {
      OUT_OF_SCOPE: (world) => overseer(world).certifying({ unitId: UNKNOWN }),
    },
    targetOf: {
      OUT_OF_SCOPE: (world) => voids(overseer(world), UNKNOWN),
      SELF_REVIEW: async (world) => voids(overseer(world), await credited(STATION, world, 'bureau-reviewer')),
    },
    voidOne: {
      // The province gave it back.
      DECIDED_ABOVE: async (world) => {
        const voidingId = await objected(STATION, world)
        await hears(world, voidingId)
        const voiding = await world.store.get('voidings', voidingId)
        return voids(overseer(world), voiding?.claimId ?? '')
      },
      CLAIM_CLOSED: async (world) => voids(overseer(world), (await waiting(world))._id),
      OUT_OF_SCOPE: async (world) => {
        const { _id, openid } = await roleAt(world, 'bureau-reviewer', STATION.bureau)
        const calls = callsDuring(world, openid, () => world.hold(_id, []))
        return voids(calls.oversight, await credited(STATION, world))
      },
      STEP_ALREADY_DECIDED: async (world) => {
        const claimId = await credited(STATION, world)
        await voids(overseer(world, CLERK), claimId)
        return voids(overseer(world), claimId, '证书是假的')
      },
    },
    orderVoidJob: {
      INPUT_INVALID: (world) => orders(world, STATION.unit, world.now + 1),
      OUT_OF_SCOPE: (world) => orders(world, UNKNOWN),
    },
    stepVoidJob: {
      OUT_OF_SCOPE: (world) => overseer(world).stepJob({ jobId: UNKNOWN }),
    },
    showVoidJob: {
      OUT_OF_SCOPE: (world) => overseer(world).job({ jobId: UNKNOWN }),
    },
    listVoidJobs: {
      INPUT_INVALID: (world) => overseer(world).jobs(NOWHERE),
      OUT_OF_SCOPE: (world) => overseer(world).jobs(ELSEWHERE),
    },
    showVoiding: {
      ENTRY_NOT_VOID: async (world) =>
        trainee(world).voiding({ entryId: await posted(world, STATION.personId) }),
      ENTRY_UNKNOWN: (world) => trainee(world).voiding({ entryId: UNKNOWN }),
    },
    objectToVoiding: {
      ENTRY_NOT_VOID: async (world) =>
        trainee(world).object({
          ...{ entryId: await posted(world, STATION.personId), statement: '材料是真实的' },
        }),
      ENTRY_UNKNOWN: (world) => trainee(world).object({ entryId: UNKNOWN, statement: '材料是真实的' }),
      OBJECTION_FILED: async (world) =>
        trainee(world).object({ entryId: await objected(STATION, world), statement: '另有证明' }),
    },
    listObjections: {
      INPUT_INVALID: (world) => overseer(world).objections({ ...NOWHERE, state: 'open' }),
      OUT_OF_SCOPE: (world) => overseer(world).objections({ ...ELSEWHERE, state: 'open' }),
    },
    showObjection: {
      OUT_OF_SCOPE: (world) => overseer(world).objection({ voidingId: UNKNOWN }),
    },
    hear: {
      // The claim was never taken back: there is nothing to restore.
      CLAIM_CLOSED: async (world) => {
        const voidingId = await objected(STATION, world)
        const voiding = await world.store.get('voidings', voidingId)
        await changed(world, ['claims', voiding?.claimId ?? ''], { state: 'credited' })
        return hears(world, voidingId)
      },
      OBJECTION_CLOSED: async (world) => hears(world, await voided(STATION, world)),
      OUT_OF_SCOPE: (world) => hears(world, UNKNOWN),
      PERSON_UNKNOWN: async (world) => {
        const { place } = await reviewedUnit(world)
        const voidingId = await objected(place, world)
        await removed(world, 'persons', place.personId)
        return hears(world, voidingId)
      },
      DECIDED_ABOVE: async (world) => hears(world, await objected(STATION, world), 'o-bureau-reviewer'),
      // Above a province is nobody: there another person of the same body hears.
      SECOND_PERSON_NEEDED: async (world) =>
        hears(world, await objected({ ...STATION, bureau: 'province' }, world), 'o-clerk-province'),
      SELF_REVIEW: async (world) => {
        const entryId = await voided(STATION, world, 'region-staff')
        await overseer(world, 'o-region-staff').object({ entryId, statement: '材料是真实的' })
        return hears(world, entryId)
      },
    },
    listCases: {
      INPUT_INVALID: (world) => overseer(world).cases(NOWHERE),
      OUT_OF_SCOPE: (world) => overseer(world).cases(ELSEWHERE),
    },
    openCase: {
      INTEGRITY_UNRULED: (world) => opens(world, { kind: 'unit', unitId: STATION.unit }),
      OUT_OF_SCOPE: (world) => opens(world, { kind: 'unit', unitId: UNKNOWN }),
      SELF_REVIEW: async (world) =>
        opens(world, { kind: 'person', voidingId: await voided(STATION, world, 'bureau-reviewer') }),
    },
    decideOnCase: {
      DECIDED_ABOVE: async (world) => {
        const caseId = await integrityCase(STATION, world)
        await records(world, caseId, 'o-region-staff')
        const decision = {
          caseId,
          decisionId: world.next('d'),
          verdict: 'dismiss',
          reason: '查无此事',
        } as const
        return overseer(world).decideCase(decision)
      },
      CASE_CLOSED: async (world) => {
        const caseId = await integrityCase(STATION, world)
        await changed(world, ['integrity-cases', caseId], { state: 'dismissed' })
        return records(world, caseId)
      },
      // Under a notice that keeps no such record.
      INTEGRITY_UNRULED: async (world) => {
        const caseId = await integrityCase(STATION, world)
        await changed(world, ['integrity-cases', caseId], { region: 'shandong', year: 2022 })
        await records(world, caseId)
        return records(world, caseId, STAFF)
      },
      OUT_OF_SCOPE: (world) => records(world, UNKNOWN),
      SECOND_PERSON_NEEDED: async (world) => {
        const caseId = await integrityCase(STATION, world)
        await records(world, caseId)
        return records(world, caseId)
      },
      SELF_REVIEW: async (world) => records(world, await integrityCase(STATION, world, 'bureau-reviewer')),
    },
  },
  {
    ...{
      startCheck,
      listChecks,
      showCheck,
      showSample,
      recordFinding,
      listDoubles,
      keepDouble,
      changeCertifying,
      showCertifying,
    },
    ...{ targetOf, voidOne, orderVoidJob, stepVoidJob, showVoidJob, listVoidJobs, showVoiding },
    ...{ objectToVoiding, listObjections, showObjection, hear, listCases, openCase, decideOnCase },
  },
)
