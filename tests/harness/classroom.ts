// Watching and exams through the router, on the real SDK and a local cloud: three trainees, four courses, and a clock
// that only moves when it is told to.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AnyDoor } from '../../domain/kernel/doors'
import { type Instant, instant, plusSeconds } from '../../domain/kernel/instant'
import type { Refusal } from '../../domain/kernel/refusal'
import { type LocalCloud, startCloud } from '../../local/cloud'
import { anyKeys } from '../../scripts/any-keys'
import { collections, declarations } from '../../server/collections'
import { configFrom } from '../../server/kernel/config'
import type { Context } from '../../server/kernel/context'
import { packs } from '../../server/kernel/packs'
import { Refused } from '../../server/kernel/refused'
import type { New, Store } from '../../server/kernel/store/port'
import type { CourseDocument } from '../../server/learning/course/documents'
import type { PersonDocument } from '../../server/people/documents'
import { api } from '../../server/surface'
import { A_CALL } from './a-call'
import { bankOf, emptyCourse, lecturesOf, rightChoice } from './courses'
import { personOf } from './person-of'

/** 2022-08-15 10:00 in Beijing. */
export const AUGUST = instant(Date.UTC(2022, 7, 15, 2))

type Caller = ReturnType<typeof api.createCaller>

export class Classroom {
  now: Instant = AUGUST
  private rolled = 0

  constructor(
    readonly cloud: LocalCloud,
    readonly store: Store,
  ) {}

  pass(seconds: number): void {
    this.now = plusSeconds(this.now, seconds)
  }

  /** The procedures as that WeChat account calls them; `p-a` is known as `o-a`. */
  as(name: string): Caller {
    return api.createCaller(this.context(`o-${name}`))
  }

  /** With the keys of one function: watching and exams need none. */
  context(openid = '', of: AnyDoor = 'study'): Context {
    const url = { url: 'https://files.example/lecture.mp4', expiresAt: plusSeconds(this.now, 7_200) }
    const roll = (below: number): number => {
      this.rolled += 1
      return (this.rolled * 7_919) % below
    }
    return {
      call: A_CALL,
      openid,
      now: this.now,
      dice: { integerBelow: roll, bytes: (count) => Uint8Array.from({ length: count }, () => roll(256)) },
      store: this.store,
      packs,
      ports: {
        secrets: configFrom(anyKeys(), of).secrets,
        files: { temporaryUrl: async () => url },
        messages: { send: async () => undefined, templates: {} },
        sampleContent: 'allowed',
        homeRegion: 'shaanxi',
      } as unknown as Context['ports'],
    }
  }

  /** Plays a lecture from its beginning, a report a minute, and answers what is asked. */
  async watch(name: string, lectureId: string): Promise<void> {
    const { sessionId, lecture } = await this.open(name, lectureId)
    let sequence = 0
    for (let from = 0; from < lecture.durationSeconds; from += 60) {
      const to = Math.min(from + 60, lecture.durationSeconds)
      this.pass(to - from)
      sequence += 1
      const phase = to === lecture.durationSeconds ? 'ended' : 'playing'
      const { watch } = await this.as(name).study.report({
        sessionId,
        sequence,
        ranges: [[from, to]],
        phase,
      })
      const { challenge } = watch
      if (challenge)
        await this.as(name).study.answer({
          ...{ sessionId, challengeId: challenge.id },
          choice: rightChoice(challenge),
        })
    }
  }

  open(name: string, lectureId: string, device: { deviceId?: string; takeOver?: boolean } = {}) {
    const { deviceId = 'phone', takeOver = false } = device
    return this.as(name).study.open({ lectureId, deviceId, deviceName: deviceId, takeOver })
  }

  async stop(dataDir: string): Promise<void> {
    await this.cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The refusal, or `accepted`; a fault is thrown on. */
export const refusalOf = (work: Promise<unknown>): Promise<Refusal | 'accepted'> =>
  work.then(
    () => 'accepted' as const,
    (error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      if (cause instanceof Refused) return cause.refusal
      throw error
    },
  )

export async function startClassroom(): Promise<{ room: Classroom; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'xueshi-classroom-'))
  const cloud = await startCloud({
    dataDir,
    functionsDir: path.join(dataDir, 'functions'),
    collections: declarations,
  })
  Object.assign(process.env, cloud.env())
  const { cloudbaseStore } = await import('../../server/kernel/store/cloudbase')
  const room = new Classroom(cloud, cloudbaseStore(collections))
  await seed(room.store)
  return { room, stop: () => room.stop(dataDir) }
}

async function seed(store: Store): Promise<void> {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await store.insert('persons', learner(name))
    await store.insert('bindings', { _id: `o-${name}`, personId: `p-${name}` })
  }
  await course(store, 'long', { durations: [3_600, 1_200] })
  await course(store, 'short', { durations: [20] })
  await course(store, 'poor', { durations: [20], judge: 29 })
  await course(store, 'past', { durations: [20], change: { year: 2021 } })
  await course(store, 'unread', { durations: [20], change: { year: 2015 } })
  await course(store, 'abroad', { durations: [20], change: { region: 'ningxia' } })
}

interface Made {
  durations: readonly number[]
  judge?: number
  change?: Partial<CourseDocument>
}

async function course(store: Store, id: string, { durations, judge = 30, change }: Made): Promise<void> {
  const lectures = lecturesOf(id, durations)
  await store.insert('courses', {
    ...emptyCourse(id),
    lectures: lectures.map(({ lecture }) => lecture),
    ...change,
  })
  await store.insert('question-banks', bankOf(`bank-${id}`, { single: 90, multiple: 30, judge }))
  for (const { lecture, challenges } of lectures) {
    await store.insert('lecture-courses', { _id: lecture.id, courseId: id })
    await store.insert('lecture-challenges', { _id: lecture.id, courseId: id, challenges })
  }
}

const learner = (name: string): New<PersonDocument> =>
  personOf(`p-${name}`, { at: AUGUST, openid: `o-${name}`, idNumberHash: `hash-${name}` })
