// Seeds the demo content on first start. People register through the server's own use cases: the seed knows
// nothing of registration, of posting hours, or of the verification of a lecture.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildLectures, courses, organisations, people, questionBank, roster } from '../../demo'
import { type IdNumber, maskIdNumber } from '../../domain/identity/id-number'
import { maskMobile } from '../../domain/identity/mobile'
import { hoursOf } from '../../domain/kernel/hours'
import { DAY_MS, instant } from '../../domain/kernel/instant'
import type { LocalCloud } from '../../local/cloud'
import { codeContent, qrPng } from '../../local/cloud/wire/openapi'
import { newOrganisation } from '../../server/bodies/new-organisation'
import { keepTerms } from '../../server/bodies/search-terms'
import type { Context } from '../../server/kernel/context'
import { keyedHash } from '../../server/kernel/ports/sealing'
import type { CollectionName, Documents } from '../../server/kernel/store/collections'
import { DocumentExists, type New } from '../../server/kernel/store/port'
import { hashOfMobile } from '../../server/people/mobile-hash'
import { seedingContext } from './context'
import { seedOutside } from './seed-outside'
import { seedPeople } from './seed-people'

export interface DemoPersona {
  openid: string
  name: string
  idNumber: string
  mobile: string
}

export interface DemoSeed {
  personas: { newcomer: DemoPersona; almost: DemoPersona; reviewer: DemoPersona }
  unitToken: string
  unitName: string
  /** The content of the unit's code when it is scanned, and its picture as a data address. */
  unitCode: { content: string; image: string }
  /** A unit of each other region, and the people who can enter by its code. */
  elsewhere: Record<keyof typeof ELSEWHERE, DemoPlace>
}

interface DemoPlace {
  newcomer: DemoPersona
  trainee: DemoPersona
  reviewer: DemoPersona
  unitToken: string
  unitName: string
}

export interface SeedOptions {
  lecturesDir: string
  /** Makes the lectures' files; real video where it is left out. */
  buildFiles?: typeof buildLectures
  secrets: Record<string, string>
  onProgress(line: string): void
}

/** Fixed, so that the desk and a printed page can name them; they have the form of every other token. */
const UNIT_TOKENS = {
  'unit-survey': 'uqxk7survey23prs',
  'qh-hydrology': 'uqhk7heyuan23prs',
  'sd-station': 'usdk7xunyang2prs',
  'nx-institute': 'unxk7huaye23prsz',
  'sd-orchard': 'usdr7xunyang2prs',
  'sd-farm': 'usdf7xunyang2prs',
  'sd-bureau': 'usdb7xunyang2prs',
  'qh-water': 'uqhw7heyuan23prs',
  'qh-bureau': 'uqhb7heyuan23prs',
  'org-city': 'usxc7changn2ng2p',
  'org-province': 'usxp7changn2ng2p',
} as const
const UNIT_ID = 'unit-survey'
const UNIT_TOKEN = UNIT_TOKENS[UNIT_ID]
const ELSEWHERE = { qinghai: 'qh-hydrology', shandong: 'sd-station', ningxia: 'nx-institute' } as const
const LANDING_PAGE = 'pages/home/index'
const TOKEN_VALID_MS = 400 * DAY_MS

/** Seeds the content that is missing; a second start changes nothing. */
export async function seedDemo(
  cloud: LocalCloud,
  { secrets, onProgress, ...films }: SeedOptions,
): Promise<DemoSeed> {
  const ctx = seedingContext(cloud, secrets)
  await seedOrganisations(ctx)
  await seedCourses(ctx, cloud, { ...films, onProgress })
  await seedPeople(ctx, cloud, { people, courses, unitTokens: UNIT_TOKENS, onProgress })
  await seedOutside(ctx)
  const content = codeContent(UNIT_TOKEN, LANDING_PAGE)
  return {
    personas: {
      newcomer: personaOf('newcomer'),
      almost: personaOf('almost'),
      reviewer: personaOf('reviewer'),
    },
    unitToken: UNIT_TOKEN,
    unitName: unitNameOf(UNIT_ID),
    unitCode: { content, image: `data:image/png;base64,${qrPng(content).toString('base64')}` },
    elsewhere: { qinghai: placeOf('qinghai'), shandong: placeOf('shandong'), ningxia: placeOf('ningxia') },
  }
}

function placeOf(region: keyof typeof ELSEWHERE): DemoPlace {
  const unitId = ELSEWHERE[region]
  return {
    newcomer: personaOf(`${region}-newcomer`),
    trainee: personaOf(`${region}-trainee`),
    reviewer: personaOf(`${region}-reviewer`),
    unitToken: UNIT_TOKENS[unitId],
    unitName: unitNameOf(unitId),
  }
}

const unitNameOf = (unitId: string): string => organisations.find(({ id }) => id === unitId)?.name ?? ''

function personaOf(id: string): DemoPersona {
  const person = people.find((candidate) => candidate.id === id)
  if (!person) throw new Error(`nobody in the demo is ${id}`)
  const { openid, name, idNumber, mobile } = person
  return { openid, name, idNumber, mobile }
}

async function put<C extends CollectionName>(
  { store }: Context,
  collection: C,
  document: New<Documents[C]>,
): Promise<void> {
  try {
    await store.insert(collection, document)
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error
  }
}

async function seedOrganisations(ctx: Context): Promise<void> {
  for (const { id, name, kind, parentId, region, areaCode, ...recorded } of organisations) {
    const { isPrivate = false, nature = null, county = '' } = recorded
    const parent = parentId === null ? null : await ctx.store.get('organisations', parentId)
    const body = newOrganisation(
      { id, name, kind, region, areaCode, parent },
      { state: 'verified', at: ctx.now },
    )
    await put(ctx, 'organisations', { ...body, isPrivate, nature, county })
    await put(ctx, 'organisation-names', { _id: `${parentId ?? ''}:${name}`, orgId: id })
    await keepTerms(ctx.store, body)
  }
  const { secrets } = ctx.ports
  for (const { organisationId, name, idNumber, mobile } of roster) {
    await put(ctx, 'roster-lines', {
      _id: `${organisationId}:${keyedHash('id-number', idNumber, secrets)}`,
      unitId: organisationId,
      name,
      details: {
        importId: '',
        idNumberMasked: maskIdNumber(idNumber as IdNumber),
        mobileMasked: maskMobile(mobile),
        mobileHash: hashOfMobile(mobile, secrets),
        position: '',
        remark: '',
      },
    })
  }
  const expiresAt = instant(ctx.now + TOKEN_VALID_MS)
  for (const [unitId, token] of Object.entries(UNIT_TOKENS))
    await put(ctx, 'entry-tokens', {
      _id: token,
      kind: 'unit',
      unitId,
      courseId: null,
      expiresAt,
      singleUse: false,
      usedBy: null,
    })
}

/** The demo's courses alone, as an office would bring them in. */
export async function seedCourses(
  ctx: Context,
  cloud: LocalCloud,
  { lecturesDir: outDir, buildFiles = buildLectures, onProgress }: Omit<SeedOptions, 'secrets'>,
): Promise<void> {
  await put(ctx, 'question-banks', {
    _id: questionBank.id,
    questions: questionBank.questions.map(({ id, type, stem, options: choices, key, topic }) => ({
      id,
      type,
      stem,
      options: choices,
      key,
      topic,
    })),
  })
  const built = await buildFiles(courses, { outDir, onProgress })
  const files = new Map<string, { fileId: string; durationSeconds: number }>()
  for (const { lectureId, file, durationSeconds } of built) {
    const name = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
    files.set(lectureId, {
      fileId: await cloud.storage.put(`lectures/${lectureId}-${name}.mp4`, file),
      durationSeconds,
    })
  }
  for (const [order, course] of courses.entries()) {
    const { id, lectures, hours, meets, ...rest } = course
    await put(ctx, 'courses', {
      _id: id,
      ...rest,
      meets: [...meets],
      order,
      hours: hoursOf(hours),
      lectures: lectures.map(({ id: lectureId, number, title, nominalMinutes }) => ({
        id: lectureId,
        number,
        title,
        nominalMinutes,
        ...fileOf(files, lectureId),
      })),
      sample: true,
    })
    for (const { id: lectureId, challenges } of lectures) {
      await put(ctx, 'lecture-courses', { _id: lectureId, courseId: id })
      await put(ctx, 'lecture-challenges', {
        _id: lectureId,
        courseId: id,
        challenges: challenges.map(({ options: choices, ...challenge }) => ({
          ...challenge,
          options: [...choices],
        })),
      })
    }
  }
}

function fileOf(
  files: Map<string, { fileId: string; durationSeconds: number }>,
  lectureId: string,
): { fileId: string; durationSeconds: number } {
  const file = files.get(lectureId)
  if (!file) throw new Error(`the lecture ${lectureId} has no video`)
  return file
}
