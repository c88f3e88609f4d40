// A ledger on the real SDK and a local cloud: people by a word, hours without watching and exams.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { hoursOf } from '../../domain/kernel/hours'
import { type Instant, instant, plusSeconds } from '../../domain/kernel/instant'
import type { BaseLevel, Category } from '../../domain/policy/pack'
import { type LocalCloud, startCloud } from '../../local/cloud'
import { OFFICE_TEMPLATES } from '../../scripts/office-templates'
import { type HoursPosting, type PostedHours, postHours } from '../../server/books/hours/post-hours'
import { collections, declarations } from '../../server/collections'
import type { Context } from '../../server/kernel/context'
import { packs } from '../../server/kernel/packs'
import type { Store } from '../../server/kernel/store/port'
import type { PersonDocument } from '../../server/people/documents'
import { A_CALL } from './a-call'
import { personOf } from './person-of'

/** 2022-08-15 10:00 in Beijing. */
export const AUGUST = instant(Date.UTC(2022, 7, 15, 2))

export interface Ledger {
  cloud: LocalCloud
  store: Store
  ctx: Context
  person(id: string, binding?: PersonDocument['binding']): Promise<PersonDocument>
  confirm(person: PersonDocument): Promise<PersonDocument>
  /** A course of so many hours, passed by that person. */
  earn(
    person: PersonDocument,
    course: readonly [id: string, hours: number],
    change?: Earned,
  ): Promise<PostedHours>
  stop(): Promise<void>
}

export async function startLedger(): Promise<Ledger> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueshi-ledger-'))
  const cloud = await startCloud({
    dataDir,
    functionsDir: path.join(dataDir, 'functions'),
    collections: declarations,
  })
  Object.assign(process.env, cloud.env())
  const { cloudbaseStore } = await import('../../server/kernel/store/cloudbase')
  const store = cloudbaseStore(collections)
  const ctx = contextOn(store)
  return {
    cloud,
    store,
    ctx,
    person: (id, binding = 'verified') => store.insert('persons', personOf(id, { at: AUGUST, binding })),
    confirm: (person) => store.replace('persons', { ...person, binding: 'verified' }),
    earn: (person, course, change) =>
      store.transact((tx) => postHours(tx, postingOf(person, course, change))),
    async stop() {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function contextOn(store: Store): Context {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  const unused = (): never => {
    throw new Error('no port is needed here')
  }
  let drawn = 0
  return {
    call: A_CALL,
    openid: 'o-somebody',
    now: plusSeconds(AUGUST, 3_600),
    dice: { integerBelow: (below) => (drawn++ * 7 + 3) % below, bytes: unused },
    store,
    packs,
    ports: {
      secrets: {
        idNumberKeys: { current: 1, keys: {} },
        indexKeys: { current: 1, keys: { 1: '' } },
        signing: {
          privateKeyHex: privateKey,
          current: { keyId: 1, publicKeyHex: publicKey, from: null, until: null },
          past: [],
        },
      },
      phone: { exchange: unused },
      qrCode: { unitCode: unused },
      files: { temporaryUrl: unused, read: unused, keep: unused, remove: async () => undefined },
      messages: { send: unused, templates: OFFICE_TEMPLATES },
      publicOrigin: 'http://127.0.0.1:34567',
      sampleContent: 'allowed',
      homeRegion: 'shaanxi',
    },
  }
}

/** Differences from a professional course of a provincial base, passed in August. */
type Earned = Partial<Pick<HoursPosting, 'cause' | 'recordedAt'>> & {
  category?: Category
  subjectId?: string
  baseLevel?: BaseLevel
  earnedAt?: Instant
}

export function postingOf(
  person: PersonDocument,
  [courseId, hours]: readonly [id: string, hours: number],
  { category = 'professional', subjectId, baseLevel = 'province', earnedAt = AUGUST, ...change }: Earned = {},
): HoursPosting {
  const pack = packs.standardOf('shaanxi', 2022)
  if (!pack.ok) throw new Error('no pack of 2022')
  return {
    person,
    region: 'shaanxi',
    targetYear: 2022,
    item: {
      id: `${person._id}:${courseId}`,
      kind: 'online-course',
      category,
      earnedAt,
      hours: hoursOf(hours),
      meets: ['courseware-audited', 'within-specialty', 'exam-passed'],
      providerId: 'platform',
      base: { name: '演示继续教育基地', level: baseLevel, audience: 'province' },
      evidenceKey: `course:${courseId}`,
      ...(subjectId === undefined ? {} : { subjectId }),
    },
    title: `专业课 ${courseId}`,
    cause: {
      kind: 'course-exam',
      courseId,
      attemptId: `${person._id}:${courseId}:1`,
      enrolmentId: `${person._id}:${courseId}`,
    },
    earnedAt,
    recordedAt: plusSeconds(AUGUST, 5),
    evidence: [{ at: AUGUST, text: '考试 86 分，60 分合格' }],
    pack: pack.value,
    ...change,
  }
}

/** A course of the city's platform, passed in Shandong. */
export function learnedInShandong(person: PersonDocument, category: Category, hours: number): HoursPosting {
  const pack = packs.standardOf('shandong', 2022)
  if (!pack.ok) throw new Error('no notice of Shandong for 2022')
  const posting = postingOf(person, [category, hours], { category })
  const item = { ...posting.item, meets: ['exam-passed'] as const, providerId: 'ta-yxlearning' }
  return { ...posting, region: 'shandong', pack: pack.value, item }
}
