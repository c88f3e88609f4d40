// One trainee, three lectures, a clock that only moves when it is told to, and the real use cases on a store in memory.
import { type Instant, instant, plusSeconds } from '../../domain/kernel/instant'
import { packLookup } from '../../domain/policy/lookup'
import type { PolicyPack } from '../../domain/policy/pack'
import { sealPack } from '../../domain/policy/seal-pack'
import { NOTICES } from '../../policies'
import type { Context } from '../../server/kernel/context'
import type { Store } from '../../server/kernel/store/port'
import { type LectureToOpen, openLecture } from '../../server/learning/study/open-lecture'
import { answer, type ChallengeAnswer, type PlayedSeconds, report } from '../../server/learning/study/report'
import type { ChallengeAnswerView, ReportView, SessionView } from '../../server/learning/study/views'
import type { PersonDocument } from '../../server/people/documents'
import { A_CALL } from '../harness/a-call'
import { memoryStore } from './memory-store'

/** 2022-08-15 10:00 in Beijing. */
const OPENING_DAY = instant(Date.UTC(2022, 7, 15, 2))

/** The notice's rules with shorter times, so that one short history meets every one of them. */
export const BRISK = {
  coveragePercent: 95,
  rate: 1,
  leaseMinutes: 2,
  reportEverySeconds: 30,
  challengeEverySeconds: { min: 40, max: 90 },
  answerWithinSeconds: 15,
  takeOverGraceHours: 24,
}

export const LECTURES = [
  { id: 'l1', durationSeconds: 130 },
  { id: 'l2', durationSeconds: 61 },
  { id: 'l3', durationSeconds: 210 },
] as const

/** Every question's right option, by its place in the bank, so that an honest phone knows it. */
export const RIGHT = 2

const person = { _id: 'p1', openid: 'o1', region: 'shaanxi' } as PersonDocument

function briskPack(): PolicyPack {
  const [notice] = NOTICES.filter(({ id }) => id === 'shaanxi/2022')
  if (!notice) throw new Error('no notice of 2022')
  const watching = Object.fromEntries(
    Object.entries(BRISK).map(([name, value]) => [name, { state: 'reading', value, reading: '' }]),
  ) as unknown as PolicyPack['watching']
  return sealPack({ ...notice, watching })
}
const packs = packLookup([briskPack()])

export class LectureWorld {
  readonly store: Store = memoryStore()
  readonly startedAt = OPENING_DAY
  now: Instant = OPENING_DAY
  private drawn: number

  constructor(seed: number) {
    this.drawn = seed
  }

  async seed(): Promise<this> {
    const lectures = LECTURES.map((lecture, i) => ({
      ...lecture,
      number: i + 1,
      title: lecture.id,
      fileId: '',
      nominalMinutes: 45,
    }))
    const approved = {
      kind: 'online-course',
      providerId: 'platform',
      meets: ['courseware-audited', 'within-specialty'],
    }
    const place = {
      _id: 'c1',
      region: 'shaanxi',
      year: 2022,
      category: 'professional',
      baseName: '',
      baseLevel: 'city',
    }
    const course = { ...place, ...approved, subjectId: null, hours: 800, title: 'c1', sample: true, lectures }
    await this.store.insert('courses', course as never)
    for (const { id, durationSeconds } of lectures) {
      await this.store.insert('lecture-courses', { _id: id, courseId: 'c1' })
      const challenges = [0.2, 0.5, 0.8].map((part) => ({
        id: `${id}-${part}`,
        afterSecond: Math.floor(durationSeconds * part),
        prompt: '？',
        options: ['一', '二', '三'],
        key: RIGHT,
      }))
      await this.store.insert('lecture-challenges', { _id: id, courseId: 'c1', challenges })
    }
    return this
  }

  pass(seconds: number): void {
    this.now = plusSeconds(this.now, seconds)
  }

  open(input: Omit<LectureToOpen, 'deviceName'>): Promise<SessionView> {
    return openLecture(this.context(), person, { ...input, deviceName: input.deviceId })
  }

  report(input: PlayedSeconds): Promise<ReportView> {
    return report(this.context(), input)
  }

  /** Chooses an option by its place in the bank, wherever it is shown. */
  async answer(input: ChallengeAnswer): Promise<ChallengeAnswerView> {
    const watch = await this.store.get('watch', person._id)
    const shown = watch?.current?.session.challenge?.order.indexOf(input.choice) ?? -1
    return answer(this.context(), { ...input, choice: shown < 0 ? input.choice : shown })
  }

  /** Seeded dice: a history replays exactly. */
  private roll(below: number): number {
    this.drawn = (Math.imul(this.drawn, 1_664_525) + 1_013_904_223) >>> 0
    return (this.drawn >>> 8) % below
  }

  private context(): Context {
    const bytes = (count: number) => Uint8Array.from({ length: count }, () => this.roll(256))
    const files = { temporaryUrl: async () => ({ url: '', expiresAt: this.now }) }
    return {
      call: A_CALL,
      openid: 'o1',
      now: this.now,
      dice: { integerBelow: (below) => this.roll(below), bytes },
      store: this.store,
      ports: { files, sampleContent: 'allowed' } as unknown as Context['ports'],
      packs,
    }
  }
}
