import type { KeyedQuestion } from '../../domain/exam/grading/question'
import { hoursOf } from '../../domain/kernel/hours'
import type { New } from '../../server/kernel/store/port'
import type {
  CourseDocument,
  Lecture,
  LectureChallengesDocument,
} from '../../server/learning/course/documents'
import type { QuestionBankDocument } from '../../server/learning/exam/documents'
import type { ChallengeView } from '../../server/learning/study/views'

/** Of every question asked while watching: its place in the bank. */
const RIGHT_CHOICE = 1
const OPTIONS = ['第一条', '第二条', '第三条']

/** Where the right option is shown. */
export const rightChoice = ({ options }: Pick<ChallengeView, 'options'>): number =>
  options.indexOf(OPTIONS[RIGHT_CHOICE] ?? '')
/** Where a wrong one is. */
export const wrongChoice = ({ options }: Pick<ChallengeView, 'options'>): number =>
  options.indexOf(OPTIONS[0] ?? '')

/** A professional course of eight hours in Shaanxi, without a lecture. */
export const emptyCourse = (id: string): New<CourseDocument> => ({
  _id: id,
  region: 'shaanxi',
  year: 2022,
  category: 'professional',
  kind: 'online-course',
  providerId: 'platform',
  meets: ['courseware-audited', 'within-specialty'],
  order: 1,
  title: `课程 ${id}`,
  summary: '',
  hours: hoursOf(8),
  subjectId: null,
  baseName: '演示继续教育基地',
  baseLevel: 'province',
  teacher: { name: '', title: '', unit: '' },
  bankId: `bank-${id}`,
  lectures: [],
  sample: true,
})

interface MadeLecture {
  lecture: Lecture
  challenges: LectureChallengesDocument['challenges']
}

/** Lectures `<course>-1`, `<course>-2`, … with three questions each. */
export const lecturesOf = (courseId: string, durations: readonly number[]): MadeLecture[] =>
  durations.map((durationSeconds, i) => {
    const id = `${courseId}-${i + 1}`
    const lecture = {
      id,
      number: i + 1,
      title: `第 ${i + 1} 讲`,
      fileId: `cloud://${id}.mp4`,
      durationSeconds,
      nominalMinutes: 45,
    }
    const challenges = [0.2, 0.5, 0.8].map((part) => ({
      id: `${id}-${part}`,
      afterSecond: Math.floor(durationSeconds * part),
      prompt: '刚才讲的是哪一条？',
      options: OPTIONS,
      key: RIGHT_CHOICE,
    }))
    return { lecture, challenges }
  })

const KEYS = { single: [2], multiple: [0, 3], judge: [1] } as const

/** A bank of so many questions of each kind, in two topics. */
export const bankOf = (
  id: string,
  sizes: Record<KeyedQuestion['type'], number>,
): New<QuestionBankDocument> => ({
  _id: id,
  questions: (['single', 'multiple', 'judge'] as const).flatMap((type) =>
    Array.from({ length: sizes[type] }, (_, i) => ({
      id: `${type}-${i}`,
      type,
      stem: `${type} ${i}`,
      options: type === 'judge' ? ['对', '错'] : ['甲', '乙', '丙', '丁'],
      key: KEYS[type],
      topic: i % 2 === 0 ? '学时' : '考试',
    })),
  ),
})

/** The answer that is right for a question of that kind. */
export const rightAnswer = (type: KeyedQuestion['type']): number[] => [...KEYS[type]]
