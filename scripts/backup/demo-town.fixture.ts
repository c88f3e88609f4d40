// The demo's world without its timers, so that nothing changes by itself, and with the year of one learner certified.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { buildLectures } from '../../demo'
import { durationOf } from '../../demo/lecture-times'
import { FUNCTIONS } from '../../deploy/declaration'
import { type LocalCloud, PATIENCE, startCloud } from '../../local/cloud'
import { declarations, uploads } from '../../server/collections'
import { builtFunctions } from '../../tests/harness/built-functions'
import { newSecrets } from '../local-secrets'
import { type DemoSeed, seedDemo } from '../seed'
import { liveThrough } from '../seed/seed-people'

const NOW = Date.parse('2022-08-15T10:00:00+08:00')
const DOORS = ['api', 'study', 'office', 'web']
const LAST_COURSE = 'sx22-law'

export const townSecrets = (): Record<string, string> => ({
  ...newSecrets(),
  XUESHI_PUBLIC_ORIGIN: 'https://check.example/web',
  XUESHI_SAMPLES: 'allowed',
})

/** A cloud with the doors of the program and no documents. */
export async function openDoors(folder: string, secrets: Record<string, string>): Promise<LocalCloud> {
  const built = await builtFunctions()
  const functionsDir = path.join(folder, 'doors')
  for (const door of DOORS) cpSync(path.join(built, door), path.join(functionsDir, door), { recursive: true })
  const dataDir = path.join(folder, 'data')
  const given = { dataDir, functionsDir, functions: FUNCTIONS, collections: declarations, uploads }
  const cloud = await startCloud({ ...given, patience: PATIENCE, functionEnv: secrets })
  await cloud.clock.set(NOW)
  return cloud
}

export async function seedTown(
  cloud: LocalCloud,
  { folder, secrets }: { folder: string; secrets: Record<string, string> },
): Promise<DemoSeed> {
  const seeding = { lecturesDir: path.join(folder, 'lectures'), buildFiles: unfilmed, secrets }
  const seed = await seedDemo(cloud, { ...seeding, onProgress: () => undefined })
  const { openid } = seed.personas.almost
  await liveThrough({ cloud, secrets }, openid, [LAST_COURSE])
  const issued = await called(cloud, openid, { path: 'certificate.issue', type: 'mutation', year: 2022 })
  if (issued === undefined) throw new Error('no certificate was issued')
  return seed
}

/** Files of as many seconds as the lectures have, with no picture: encoding them takes minutes. */
const unfilmed: typeof buildLectures = async (courses, { outDir }) => {
  mkdirSync(outDir, { recursive: true })
  return courses
    .flatMap(({ lectures }) => lectures)
    .map(({ id: lectureId, slides }) => {
      const file = path.join(outDir, `${lectureId}.mp4`)
      writeFileSync(file, lectureId)
      return { lectureId, file, durationSeconds: durationOf(slides.length), bytes: lectureId.length }
    })
}

/** What a phone is answered; undefined where it is refused. */
export async function called(
  cloud: LocalCloud,
  openid: string,
  { path: procedure, type, ...input }: { path: string; type: 'query' | 'mutation'; year?: number },
): Promise<unknown> {
  const { result, error } = await cloud.invoke('api', { path: procedure, type, input }, { openid })
  if (error !== undefined) throw new Error(error)
  return (result as { result?: { data: unknown } }).result?.data
}
