// Calls that everybody in the country of the matrix is refused, where they are answered.
import { plusSeconds } from '../../domain/kernel/instant'
import { postHours } from '../../server/books/hours/post-hours'
import type { Context } from '../../server/kernel/context'
import { CONSENT_VERSION } from '../../server/people/consent'
import { startClassroom } from '../harness/classroom'
import { rightChoice } from '../harness/courses'
import { learnedInShandong } from '../harness/ledger'
import { at, Reviewers } from '../harness/reviewers'
import { recordFor } from './matrix/archive-rows'
import { JPEG } from './matrix/things'
import { World } from './matrix/world'
import { idNumberOf } from './town'

export interface WeighedCall {
  ctx: Context
  input: unknown
}

/** What a scene opened, closed once it was looked at. */
type Opened = Promise<WeighedCall & { close: () => Promise<void> }>

async function inCountry(makes: (world: World) => Promise<WeighedCall>): Opened {
  const world = await World.open()
  return { ...(await makes(world)), close: () => world.close() }
}

async function inOffice(makes: (office: Reviewers) => Promise<WeighedCall>): Opened {
  const office = await Reviewers.open()
  return { ...(await makes(office)), close: () => office.stop() }
}

async function objecting(world: World): Promise<WeighedCall> {
  const { _id: holderId } = await world.person('station', { openid: 'o-objects' })
  const { _id: contestId } = await world.store.insert('contests', {
    ...{
      _id: 'contest-moving',
      openid: 'o-contester',
      name: '孔令仪',
      idNumberMasked: '',
      statement: '换了微信号',
    },
    ...{ holderId, unitId: 'station', aboveOrgId: 'water', state: 'moving', reason: '', decisionId: 'd' },
    ...{ decidedByName: '', decidedForName: '', decidedAt: world.now, at: world.now, idNumberHash: '' },
    ...{ words: [], movesAt: plusSeconds(world.now, 86_400), objection: null },
  })
  return { ctx: world.as('o-objects'), input: { contestId, statement: '一直是我本人在用' } }
}

async function registering(world: World): Promise<WeighedCall> {
  const calls = world.calls('o-newcomer')
  await calls.account.enter({ channel: 'search', scene: 1001 })
  await calls.account.consent({ version: CONSENT_VERSION })
  await calls.account.phone({ code: world.cloud.phoneCodes.issue('13800009998') })
  const facts = { name: '孟浩然', idNumber: idNumberOf('19890807', '123'), unitId: 'station' }
  return {
    ctx: world.as('o-newcomer'),
    input: { ...facts, consentVersion: CONSENT_VERSION, channel: 'search' },
  }
}

/** The sheet of a line of one's own archive, kept by the unit. */
async function readingASheet(world: World): Promise<WeighedCall> {
  const record = await recordFor({ unit: 'station', personId: 'p-station' }, world)
  const fileId = await world.cloud.storage.put('incoming/unit-reviewer/sheet', JPEG)
  const kept = await world.calls('o-unit-reviewer').archive.attach({ record, fileId, name: '笔记.jpg' })
  const sha256 = kept.lines.flatMap(({ attachments }) => attachments)[0]?.sha256
  return { ctx: world.as('o-unit-reviewer'), input: { record, sha256 } }
}

async function certifying(office: Reviewers): Promise<WeighedCall> {
  const person = await office.person('sd', 'certified')
  for (const [category, hours] of [
    ['public', 30],
    ['professional', 60],
  ] as const)
    await office.store.transact((tx) => postHours(tx, learnedInShandong(person, category, hours)))
  return { ctx: office.context('certified'), input: { year: 2022 } }
}

async function openingACase(office: Reviewers): Promise<WeighedCall> {
  office.now = at('2023-06-07T10:00:00')
  return {
    ctx: office.context('qh-bureau'),
    input: {
      ...{ caseId: 'case-weighed', subject: { kind: 'unit', unitId: 'qh-unit' }, conduct: 'false-hours' },
      ...{ statement: '集中伪造带教记录', evidenceNote: '' },
    },
  }
}

async function sitting(): Opened {
  const { room, stop } = await startClassroom()
  await room.as('a').study.enrol({ courseId: 'short', targetYear: 2022 })
  await room.watch('a', 'short-1')
  return { ctx: room.context('o-a'), input: { courseId: 'short' }, close: stop }
}

async function answering(): Opened {
  const { room, stop } = await startClassroom()
  await room.as('a').study.enrol({ courseId: 'long', targetYear: 2022 })
  const { sessionId } = await room.open('a', 'long-1')
  for (let minute = 0; minute < 60; minute += 1) {
    room.pass(60)
    const { watch } = await room.as('a').study.report({
      ...{ sessionId, sequence: minute + 1, phase: 'playing' },
      ranges: [[minute * 60, minute * 60 + 60]],
    })
    if (!watch.challenge) continue
    const { id: challengeId } = watch.challenge
    const input = { sessionId, challengeId, choice: rightChoice(watch.challenge) }
    return { ctx: room.context('o-a'), input, close: stop }
  }
  throw new Error('an hour without a question')
}

export const SCENES: Readonly<Record<string, () => Opened>> = {
  'account.objectToRebind': () => inCountry(objecting),
  'account.register': () => inCountry(registering),
  'archive.fileUrl': () => inCountry(readingASheet),
  'certificate.issue': () => inOffice(certifying),
  'exam.start': sitting,
  'oversight.openCase': () => inOffice(openingACase),
  'study.answer': answering,
}
