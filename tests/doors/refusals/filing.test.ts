import { day, startOfDay } from '../../../domain/kernel/instant'
import { postHours } from '../../../server/books/hours/post-hours'
import { attach, attachmentUrl, detach } from '../../../server/claims/filing/attachments'
import type { ClaimDraftDocument } from '../../../server/claims/filing/documents'
import { discardDraft, saveDraft, showDraft } from '../../../server/claims/filing/drafts'
import { previewDraft } from '../../../server/claims/filing/preview'
import { showClaim } from '../../../server/claims/filing/show-claim'
import { submitDraft, withdraw } from '../../../server/claims/filing/submit'
import type { PersonDocument } from '../../../server/people/documents'
import { postingOf } from '../../harness/ledger'
import { draft, photo, SHA256 } from '../matrix/things'
import type { World } from '../matrix/world'
import { callsAt, heldRecord, NINE_FILES, STATION, UNFIT_FILES, UNKNOWN, waiting } from './changed-world'
import { type Provocation, provokesEach } from './provoke'
import { spent } from './situations'

const OWNER = 'trainee'
const NO_DRAFT = { draftId: UNKNOWN }
const NO_CLAIM = { claimId: UNKNOWN }
const trainee = (world: World) => world.calls(`o-${OWNER}`).claim

const saves = (world: World, change: { kind?: string; claimId?: string }, openid = `o-${OWNER}`) =>
  world.calls(openid).claim.saveDraft({
    ...{ draftId: world.next('draft-kept'), kind: 'paper', targetYear: 2022, fields: {} },
    ...change,
  })

const attaches = async (world: World, file: (world: World, ownerId: string) => Promise<string>) =>
  trainee(world).attach({
    ...{ draftId: await draft(OWNER, world), fileId: await file(world, OWNER), name: '照片' },
  })

interface Unfit {
  person: PersonDocument
  change: Partial<ClaimDraftDocument>
  on?: string
}

const ofStation = async (world: World, change: Partial<ClaimDraftDocument>): Promise<Unfit> => ({
  person: await world.person(STATION.unit),
  change,
})

/** The drafts that are refused, whether looked at or handed in, by their refusal. */
const UNFIT = {
  CLAIM_CATEGORY: async (world: World) => ({
    person: await world.person('far-unit'),
    change: { kind: 'equivalent', fields: { category: 'public' } },
  }),
  CLAIM_EXCLUDED: async (world: World) => ({
    person: await world.person('far-unit', { region: 'qinghai' }),
    ...{ change: { targetYear: 2023, fields: { topic: 'exam-coaching' } }, on: '2023-08-15' },
  }),
  CLAIM_KIND_UNKNOWN: (world: World) => ofStation(world, { kind: UNKNOWN }),
  CLAIM_MAKE_UP: (world: World) => ofStation(world, { targetYear: 2019 }),
  CLAIM_TOO_LATE: async (world: World) => ({
    person: await world.person('far-unit', { region: 'qinghai' }),
    ...{ change: { targetYear: 2023 }, on: '2024-01-01' },
  }),
  EVIDENCE_MISSING: (world: World) => ofStation(world, { fields: {} }),
  EVIDENCE_USED: async (world: World) => {
    const person = await world.person(STATION.unit)
    const draftId = await draft(person._id, world)
    const { attachments } = await drafted(world, person, draftId)
    await world.calls(person.openid).claim.submit({ draftId })
    return { person, change: { attachments } }
  },
  INPUT_INVALID: (world: World) =>
    ofStation(world, { fields: { title: '论文', on: '2999-01-01', 'meets:published': 'yes' } }),
  LEARNED_ALREADY: async (world: World) => {
    const person = await world.person(STATION.unit)
    const course = world.next('course')
    await world.store.transact((tx) => postHours(tx, postingOf(person, [course, 8])))
    const one = { from: '2022-08-15', to: '2022-08-15', days: '1', hours: '8' }
    const fields = {
      title: `专业课 ${course}`,
      organiser: '演示县',
      ...one,
      'meets:organiser-recognised': 'yes',
    }
    return { person, change: { kind: 'training', fields } }
  },
  STUDY_RECORD_MISSING: (world: World) =>
    ofStation(world, { kind: 'self-study', fields: { record: UNKNOWN } }),
  STUDY_RECORD_USED: async (world: World) => {
    const person = await world.person(STATION.unit)
    const record = await heldRecord(world, person._id)
    return { person, change: { kind: 'self-study', fields: { record } } }
  },
  UNIT_UNKNOWN: async (world: World) => ({
    person: await world.person(STATION.unit, { unitId: UNKNOWN }),
    change: {},
  }),
  YEAR_CLOSED: async (world: World) => ({
    person: await world.person('far-unit'),
    ...{ change: { targetYear: 2021 }, on: '2022-10-01' },
  }),
} satisfies Record<string, (world: World) => Promise<Unfit>>

async function drafted(world: World, { _id }: PersonDocument, draftId: string): Promise<ClaimDraftDocument> {
  const found = await world.store.get('claim-drafts', `${_id}:${draftId}`)
  if (!found) throw new Error(`${draftId} was not kept`)
  return found
}

const unfitFor = (act: 'preview' | 'submit') => {
  const provoked =
    (unfit: (world: World) => Promise<Unfit>): Provocation =>
    async (world) => {
      const { person, change, on } = await unfit(world)
      const draftId = await draft(person._id, world, change)
      const at = on === undefined ? world.now : startOfDay(day(on))
      return callsAt(world, person.openid, at).claim[act]({ draftId })
    }
  const rows = Object.entries(UNFIT).map(([code, unfit]) => [code, provoked(unfit)])
  return Object.fromEntries(rows) as Record<keyof typeof UNFIT, Provocation>
}

provokesEach(
  {
    saveDraft: {
      CLAIM_CLOSED: async (world) =>
        saves(world, { claimId: (await waiting(world, { ownerId: OWNER }))._id }),
      CLAIM_KIND_UNKNOWN: (world) => saves(world, { kind: UNKNOWN }),
      CLAIM_UNKNOWN: (world) => saves(world, NO_CLAIM),
      // More than anybody fills in at once.
      INPUT_INVALID: async (world) => {
        const { openid } = await world.person(STATION.unit)
        for (let kept = 0; kept < 30; kept += 1) await saves(world, {}, openid)
        return saves(world, {}, openid)
      },
      TOO_OFTEN: async (world) => {
        const { _id, openid } = await world.person(STATION.unit)
        await spent(world, 'new-draft', _id)
        return saves(world, {}, openid)
      },
    },
    discardDraft: {
      CLAIM_UNKNOWN: (world) => trainee(world).discardDraft(NO_DRAFT),
    },
    showDraft: {
      CLAIM_UNKNOWN: (world) => trainee(world).draft(NO_DRAFT),
    },
    attach: {
      CLAIM_UNKNOWN: (world) => trainee(world).attach({ ...NO_DRAFT, fileId: UNKNOWN, name: '照片' }),
      FILE_ACTIVE: (world) => attaches(world, UNFIT_FILES.FILE_ACTIVE),
      FILE_DAMAGED: (world) => attaches(world, UNFIT_FILES.FILE_DAMAGED),
      FILE_EMPTY: (world) => attaches(world, UNFIT_FILES.FILE_EMPTY),
      FILE_LOCKED: (world) => attaches(world, UNFIT_FILES.FILE_LOCKED),
      FILE_TOO_LARGE: (world) => attaches(world, UNFIT_FILES.FILE_TOO_LARGE),
      FILE_TYPE: (world) => attaches(world, UNFIT_FILES.FILE_TYPE),
      FILE_UNKNOWN: (world) => attaches(world, UNFIT_FILES.FILE_UNKNOWN),
      INPUT_INVALID: async (world) => {
        const draftId = await draft(OWNER, world, { attachments: NINE_FILES })
        return trainee(world).attach({ draftId, fileId: await photo(OWNER, world), name: '照片' })
      },
    },
    detach: {
      CLAIM_UNKNOWN: (world) => trainee(world).detach({ ...NO_DRAFT, sha256: SHA256 }),
    },
    attachmentUrl: {
      CLAIM_UNKNOWN: (world) => trainee(world).attachmentUrl({ ...NO_DRAFT, sha256: SHA256 }),
      FILE_UNKNOWN: async (world) =>
        trainee(world).attachmentUrl({ draftId: await draft(OWNER, world), sha256: SHA256 }),
      OUT_OF_SCOPE: (world) => trainee(world).attachmentUrl({ ...NO_CLAIM, sha256: SHA256 }),
    },
    previewDraft: {
      ...unfitFor('preview'),
      CLAIM_UNKNOWN: (world) => trainee(world).preview(NO_DRAFT),
    },
    submitDraft: {
      ...unfitFor('submit'),
      CLAIM_CLOSED: async (world) => {
        const { _id: claimId } = await waiting(world, { ownerId: OWNER })
        return trainee(world).submit({ draftId: await draft(OWNER, world, { claimId }) })
      },
      CLAIM_UNKNOWN: (world) => trainee(world).submit(NO_DRAFT),
    },
    showClaim: {
      CLAIM_UNKNOWN: (world) => trainee(world).claim(NO_CLAIM),
    },
    withdraw: {
      CLAIM_CLOSED: async (world) => {
        const { _id } = await waiting(world, { ownerId: OWNER }, { state: 'credited' })
        return trainee(world).withdraw({ claimId: _id })
      },
      CLAIM_UNKNOWN: (world) => trainee(world).withdraw(NO_CLAIM),
    },
  },
  {
    ...{ saveDraft, discardDraft, showDraft, attach, detach, attachmentUrl, previewDraft, submitDraft },
    ...{ showClaim, withdraw },
  },
)
