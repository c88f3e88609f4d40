// Makes the subjects of calls: at a place, by another entitled person, through the same procedures where there are
// any.

import { strToU8 } from 'fflate'
import { certificateNumber, NUMBER_RANDOM_CHARACTERS } from '../../../domain/certificate/number'
import { startAttempt } from '../../../domain/exam/attempt'
import { hoursOf } from '../../../domain/kernel/hours'
import { plusSeconds } from '../../../domain/kernel/instant'
import type { RoleName } from '../../../domain/organisation/roles'
import { type HoursPosting, postHours } from '../../../server/books/hours/post-hours'
import type { ClaimDraftDocument } from '../../../server/claims/filing/documents'
import type { ImportState, RosterRow } from '../../../server/membership/roster/documents'
import type { PersonDocument } from '../../../server/people/documents'
import { bankOf, emptyCourse, lecturesOf } from '../../harness/courses'
import { jpegOf } from '../../harness/files'
import { postingOf } from '../../harness/ledger'
import { DOCTOR, saidTitle } from '../../harness/said-title'
import { ROSTER_TITLES, xlsxOf } from '../../harness/sheets'
import { idNumberOf } from '../town'
import type { Place, World } from './world'

export const JPEG = jpegOf('')
export const SHA256 = '5'.repeat(64)
const DAY_MS = 86_400_000

const clerkOf = ({ bureau }: Place, world: World) => world.calls(`o-clerk-${bureau}`)

/** A deeming, credited to a person of the place. */
export async function credited(place: Place, world: World, ownerId = place.personId): Promise<string> {
  const { _id, region } = await world.claim(place, { ownerId, at: 'bureau', state: 'credited' })
  const fact = { id: 'village', year: 2022, months: 12 }
  await world.store.insert('deemings', {
    ...{ _id, personId: ownerId, region, fact, state: 'valid', creditedAt: world.now },
  })
  return _id
}

/** A check that the place's bureau drew, with one claim in it. */
export async function check(place: Place, world: World): Promise<{ checkId: string; claimId: string }> {
  await credited(place, world)
  const order = { size: { by: 'count', count: 1 }, strata: 'none' } as const
  const { checkId, samples } = await clerkOf(place, world).oversight.startCheck({
    ...{
      checkId: world.next('check'),
      orgIds: [place.unit],
      whole: false,
      year: 2022,
      rule: order,
    },
  })
  return { checkId, claimId: samples[0]?.claimId ?? '' }
}

/** Hours that the place's bureau voided; answers with the voiding's id. */
export async function voided(place: Place, world: World, ownerId = place.personId): Promise<string> {
  const claimId = await credited(place, world, ownerId)
  const { voidingId } = await clerkOf(place, world).oversight.voidEntry({
    ...{ named: { claimId }, reason: '抽查发现不实' },
  })
  return voidingId
}

/** Hours of one course that a person of the place has by two ways; answers with the double's id. */
export async function double(place: Place, world: World, ownerId = place.personId): Promise<string> {
  const person = await world.store.get('persons', ownerId)
  if (!person) throw new Error(`nobody is ${ownerId}`)
  const course = postingOf(person, [world.next('course'), 8])
  const rowId = world.next('row')
  const evidenceKey = `outside:somebody:${rowId}`
  const sent: HoursPosting = {
    ...course,
    item: { ...course.item, id: rowId, evidenceKey },
    cause: { kind: 'outside', batchId: 'batch', rowId },
  }
  await world.store.transact((tx) => postHours(tx, course))
  const { entry } = await world.store.transact((tx) => postHours(tx, sent))
  return `double:${entry._id}`
}

/** A lecture of a person of the place whose questions were answered wrong too often; answers with the stop's id. */
export async function stopped(place: Place, world: World, ownerId = place.personId): Promise<string> {
  const person = await world.store.get('persons', ownerId)
  const lectureId = world.next('lecture')
  const { _id } = await world.store.insert('stopped-lectures', {
    ...{ _id: `${ownerId}:${lectureId}`, personId: ownerId, personName: person?.name ?? '' },
    ...{ unitId: place.unit, courseId: 'course', lectureId, lectureTitle: '第 1 讲', times: 1, wrong: 4 },
    ...{ state: 'stopped', at: world.now, lifted: null },
  })
  return _id
}

/** The same, and the person says that it is true. */
export async function objected(place: Place, world: World): Promise<string> {
  const entryId = await voided(place, world)
  const { voidingId } = await world
    .calls(`o-${place.personId}`)
    .oversight.object({ entryId, statement: '材料是真实的' })
  return voidingId
}

export async function voidJob(place: Place, world: World): Promise<string> {
  const { jobId } = await clerkOf(place, world).oversight.voidAllOf({
    ...{ jobId: world.next('job'), unitId: place.unit, reason: '抽查发现不实' },
    ...{ from: world.now - DAY_MS, until: world.now },
  })
  return jobId
}

/** A case of the place's bureau. Qinghai's notice alone rules on records, so it is kept under that one. */
export async function integrityCase(place: Place, world: World, subjectId = place.unit): Promise<string> {
  const { bureau: orgId } = place
  const by = {
    personId: `clerk-${orgId}`,
    name: '经办',
    role: 'bureau-reviewer',
    orgId,
    orgName: orgId,
  } as const
  const { _id } = await world.store.insert('integrity-cases', {
    ...{ _id: world.next('case'), orgId, orgName: orgId, region: 'qinghai', year: 2023, subjectId, by },
    ...{ state: 'open', decisions: [], decidedOn: null, lapsesOn: null },
    subject: { kind: 'unit', id: place.unit, name: place.unit, unitName: place.unit },
    ...{ conduct: 'abuse-of-office', statement: '虚报学时', openedAt: world.now },
    evidence: { voidingIds: [], note: '' },
  })
  return _id
}

/** A draft about a paper, ready to be submitted; answers with the phone's id of it. */
export async function draft(
  ownerId: string,
  world: World,
  change: Partial<ClaimDraftDocument> = {},
): Promise<string> {
  const draftId = world.next('draft-kept')
  const fileId = await world.cloud.storage.put(`evidence/${ownerId}/${draftId}.jpg`, JPEG)
  const sha256 = draftId.replace(/\D/g, '').padStart(64, '5')
  await world.store.insert('claim-drafts', {
    ...{ _id: `${ownerId}:${draftId}`, personId: ownerId, kind: 'paper', targetYear: 2022, claimId: null },
    fields: {
      title: `论文 ${draftId}`,
      level: '省级',
      'author-rank': '1',
      on: '2022-05-20',
      'meets:published': 'yes',
    },
    attachments: [{ fileId, name: '证明.jpg', type: 'image/jpeg', bytes: JPEG.length, sha256 }],
    ...{ state: 'open', savedAt: world.now, ...change },
  })
  return draftId
}

/** A claim with one file, waiting at its unit. */
export async function claimWithFile(
  place: Place,
  world: World,
): Promise<{ claimId: string; sha256: string }> {
  const claim = await world.claim(place, { ownerId: place.ownerId, at: 'unit' })
  const fileId = await world.cloud.storage.put(`evidence/${claim._id}.jpg`, JPEG)
  const file = { fileId, name: '证明.jpg', type: 'image/jpeg', bytes: JPEG.length, sha256: SHA256 } as const
  await world.store.replace('claims', { ...claim, attachments: [file] })
  return { claimId: claim._id, sha256: SHA256 }
}

/** A photo that a person's phone uploaded to its ticket's path. */
export const photo = (ownerId: string, world: World): Promise<string> =>
  world.cloud.storage.put(`incoming/${ownerId}/${world.next('photo')}`, JPEG)

export const rosterFile = (ownerId: string, world: World): Promise<string> => {
  const rows = [ROSTER_TITLES, ['孟名册', idNumberOf('19850610', '123'), '13800001234', '教师', '']]
  return world.cloud.storage.put(`incoming/${ownerId}/${world.next('roster')}`, xlsxOf({ rows }))
}

/** An import of one person of the place's unit, in the given state. */
export async function rosterImport(place: Place, world: World, state: ImportState): Promise<string> {
  const id = world.next('import')
  const none = { created: 0, matched: 0, moved: 0, refused: 0 }
  const row: RosterRow = {
    ...{ row: 2, name: '孟名册', idNumberHash: `hash-of-${id}`, idNumberMasked: '9901**********1234' },
    ...{ mobileMasked: '', mobileHash: '', position: '教师', remark: '' },
    ...{ unitId: place.unit, unitName: place.unit },
    verdict: state === 'checking' ? null : 'created',
    reason: null,
    oddities: [],
  }
  await world.store.insert('roster-chunks', { _id: `${id}:0`, importId: id, rows: [row] })
  const checked = state === 'checking' ? 0 : 1
  await world.store.insert('roster-imports', {
    ...{
      _id: id,
      personId: place.ownerId,
      role: 'unit-reviewer',
      orgId: place.unit,
      fileName: '名册.xlsx',
      state,
    },
    ...{ sheetName: '名册', otherSheets: [], hiddenRows: 0 },
    ...{ rows: 1, chunks: 1, checkedChunks: checked, doneChunks: 0, counts: { ...none, created: checked } },
    ...{ result: { ...none, verified: 0 }, startedAt: world.now, finishedAt: null },
  })
  return id
}

/** A provider that sends hours in the place's region, with one key. */
export async function provider({ region }: Place, world: World): Promise<string> {
  const { sm2 } = await import('sm-crypto-v2')
  const { publicKey: publicKeyHex } = sm2.generateKeyPairHex()
  const key = { keyId: 1, publicKeyHex, setBy: '', setAt: world.now, withdrawnAt: null }
  const { _id } = await world.store.insert('outside-providers', {
    ...{
      _id: world.next(`provider-${region}`),
      region,
      name: `${region}的平台`,
      kind: 'platform',
      base: null,
      keys: [key],
    },
  })
  return _id
}

export async function publicKey(): Promise<string> {
  const { sm2 } = await import('sm-crypto-v2')
  return sm2.generateKeyPairHex().publicKey
}

/** A batch of the place's region, with a row about a person who is not registered yet. */
export async function batch(place: Place, world: World): Promise<string> {
  const providerId = await provider(place, world)
  const _id = `${providerId}:2022-07:1`
  const { region } = place
  const of = { providerId, region, receivedAt: world.now }
  const pack = (await world.store.get('persons', place.personId))?.name ?? ''
  await world.store.insert('outside-batches', {
    ...{ _id, ...of, providerName: `${region}的平台`, month: '2022-07', sequence: 1, digest: '', keyId: 1 },
    ...{ signatureHex: '', late: false, policyVersion: '', rowCount: 1, state: 'done', cursor: 1 },
    ...{ counts: { taken: 0, already: 0, refused: 0, unmatched: 1 }, dueAt: world.now, doneAt: world.now },
  })
  await world.store.insert('outside-rows', {
    ...{ _id: `${_id}:0`, batchId: _id, ...of, position: 0, rowId: 'row-1', idNumberHash: `hash-of-${_id}` },
    ...{
      idNumberMasked: '9901**********1234',
      name: pack,
      courseCode: 'A',
      courseTitle: '课',
      category: 'public',
    },
    ...{ hoursText: '8', hours: hoursOf(8), completedOn: '2022-07-01', year: 2022, state: 'unmatched' },
    ...{ reason: 'PERSON_UNKNOWN', by: null, personId: null, entryId: null, decidedAt: world.now },
  })
  return _id
}

export async function message({ ownerId }: Place, world: World): Promise<string> {
  const { _id } = await world.store.insert('inbox-messages', {
    ...{
      _id: world.next('message'),
      personId: ownerId,
      kind: 'claim-decided',
      title: '申报',
      text: '已通过',
    },
    place: { page: 'claims' },
    ...{ state: 'unread', at: world.now },
  })
  return _id
}

export async function certificate({ ownerId, region }: Place, world: World): Promise<string> {
  const place = Number(world.next('').slice(1))
  const draws = Array.from({ length: NUMBER_RANDOM_CHARACTERS }, (_, n) => Math.floor(place / 32 ** n) % 32)
  const hours = { public: hoursOf(30), professional: hoursOf(60), total: hoursOf(90) }
  const { _id } = await world.store.insert('certificates', {
    ...{
      _id: certificateNumber(draws),
      kind: 'year-complete',
      state: 'valid',
      personId: ownerId,
      name: '某人',
    },
    ...{ idNumberMasked: '', unitName: '', region, year: 2022, hours, titleLevels: [], policyVersion: '' },
    ...{ accountId: '', accountSequence: 1, accountHeadHash: '', issuedAt: world.now, keyId: 1 },
    ...{ payload: '', supersededBy: null },
  })
  return _id
}

/** A colleague stands in for that reviewer at the place, for ten days. */
export async function standIn(place: Place, world: World, { by, role }: { by: string; role: RoleName }) {
  const until = plusSeconds(world.now, 10 * 86_400)
  const granted = { role, orgId: place.body, until, grantedBy: by }
  const { _id } = await world.person(place.unit, { roles: [granted] })
  return _id
}

/** Tai'an's courses are those of its platforms. */
const LAWFUL: Readonly<Record<string, string>> = { shandong: 'ta-yxlearning' }

/** A course of the place's region, of one lecture; answers with its id. */
export async function course({ region }: Place, world: World): Promise<string> {
  const id = world.next(`course-${region}`)
  const [made] = lecturesOf(id, [120])
  if (!made) throw new Error('no lecture')
  const fileId = await world.cloud.storage.put(`${made.lecture.id}.mp4`, strToU8('film'))
  await world.store.insert('courses', {
    ...emptyCourse(id),
    ...{ region, providerId: LAWFUL[region] ?? 'platform', title: id },
    lectures: [{ ...made.lecture, fileId }],
  })
  await world.store.insert('question-banks', bankOf(`bank-${id}`, { single: 90, multiple: 30, judge: 30 }))
  await world.store.insert('lecture-courses', { _id: made.lecture.id, courseId: id })
  await world.store.insert('lecture-challenges', {
    _id: made.lecture.id,
    courseId: id,
    challenges: made.challenges,
  })
  return id
}

/** A trainee plays that lecture now. */
export async function session(place: Place, world: World): Promise<string> {
  const lectureId = `${await course(place, world)}-1`
  const opened = { lectureId, deviceId: 'phone', deviceName: '手机', takeOver: true }
  return (await world.calls(`o-${place.ownerId}`).study.open(opened)).sessionId
}

/** A trainee sits the exam of a course now, or has submitted it: one question, wrong because unanswered. */
export async function attempt(
  place: Place,
  world: World,
  { handedIn }: { handedIn: boolean },
): Promise<string> {
  const { ownerId } = place
  const courseId = await course(place, world)
  await world.calls(`o-${ownerId}`).study.enrol({ courseId, targetYear: 2022 })
  const [question] = bankOf('one', { single: 1, multiple: 0, judge: 0 }).questions
  if (!question) throw new Error('no question')
  const asked = [{ id: question.id, type: question.type, optionCount: question.options.length }]
  const sitting = startAttempt({ asked, now: world.now, durationMinutes: 90, graceSeconds: 30 })
  const submitted = { at: world.now, by: 'trainee', scorePercent: 0, passed: false } as const
  const { _id } = await world.store.insert('attempts', {
    ...{ _id: `${ownerId}:${courseId}:1`, personId: ownerId, courseId, courseTitle: courseId, number: 1 },
    ...{ attempt: { ...sitting, submitted: handedIn ? submitted : null }, paper: [question] },
    ...{ entryId: null, creditState: null, yearComplete: false },
  })
  return _id
}

/** A person of the unit whose title, said last, waits for its reviewer; its id is `title-1`. */
export const titledAt = (world: World, unitId: string, change: Partial<PersonDocument> = {}) =>
  world.person(unitId, { titles: [saidTitle(DOCTOR, { at: world.now })], titleWaits: true, ...change })
