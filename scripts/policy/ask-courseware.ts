// Questions about courseware and banks. A case names only its differences from a course that meets the
// specification.
import * as z from 'zod'
import { checkBank } from '../../domain/courseware/check-bank'
import { checkCourseware } from '../../domain/courseware/check-courseware'
import type { LectureFacts } from '../../domain/courseware/course-facts'
import type { Finding } from '../../domain/courseware/finding'
import type { PolicyPack } from '../../domain/policy/pack'
import type { Answer } from './answer'
import { hours } from './facts-schema'

const video = z.strictObject({
  codec: z.string().default('h264'),
  averageKbps: z.number().default(900),
  leastKbps: z.number().optional(),
  mostKbps: z.number().optional(),
  width: z.number().default(1280),
  height: z.number().default(720),
  aspect: z.string().default('16:9'),
  framesPerSecond: z.number().default(25),
  progressive: z.boolean().default(true),
})
const audio = z.strictObject({
  codec: z.string().default('aac'),
  hertz: z.number().default(48_000),
  kbps: z.number().default(128),
  channels: z.number().default(2),
  peakDb: z.number().default(-4),
})
const lecture = z.strictObject({
  minutes: z.number().default(60),
  titleSeconds: z.number().default(5),
  titleNames: z.array(z.string()).default(['课程名称', '讲次', '主讲教师姓名', '专业技术职务', '单位']),
  container: z.string().default('mp4'),
  videoStreams: z.number().default(1),
  video: video.prefault({}),
  audio: audio.prefault({}),
})

const EYES = [
  'picture-noise',
  'sound-noise',
  'video-level',
  'steady-picture',
  'sound-in-sync',
  'mixed',
  'two-cameras',
  'no-advertising',
  'preview-teaches',
]

/** `lectures` is how many, all alike by `lecture`; `last` is how the last one differs from the others. */
export const courseFacts = z.strictObject({
  category: z.enum(['public', 'professional']).default('professional'),
  hours: hours.default(800 as never),
  lectures: z.number().int().optional(),
  lecture: lecture.prefault({}),
  last: lecture.optional(),
  patrioticHours: hours.optional(),
  openingSequence: z.boolean().default(true),
  closingNames: z.array(z.string()).default(['制作单位', '录制时间']),
  previews: z.array(z.number()).default([120]),
  confirmed: z.array(z.string()).default(EYES),
})

export function findingsOfCourse({ courseware }: PolicyPack, facts: z.output<typeof courseFacts>): Answer {
  if ('state' in courseware) return { ok: false, code: 'NO_RULE', note: courseware.note, clauses: [] }
  const { lectures, lecture: each, last, patrioticHours, ...course } = facts
  const count = lectures ?? course.hours / 100
  const all = Array.from({ length: count }, (_, index) =>
    lectureOf(index + 1, index === count - 1 ? (last ?? each) : each),
  )
  const findings = checkCourseware(courseware, {
    ...course,
    ...(patrioticHours === undefined ? {} : { patrioticHours }),
    lectures: all,
  })
  return answerOf(findings, clausesIn(courseware))
}

function lectureOf(number: number, { minutes, ...rest }: z.output<typeof lecture>): LectureFacts {
  const { leastKbps, mostKbps, ...picture } = rest.video
  const parts = {
    ...(leastKbps === undefined ? {} : { leastKbps }),
    ...(mostKbps === undefined ? {} : { mostKbps }),
  }
  return { ...rest, number, seconds: Math.round(minutes * 60), video: { ...picture, ...parts } }
}

export const bankFacts = z.strictObject({ single: z.number(), multiple: z.number(), judge: z.number() })

export const findingsOfBank = ({ exam }: PolicyPack, counts: z.output<typeof bankFacts>): Answer =>
  answerOf(checkBank(exam, counts), clausesIn(exam))

/** The findings, each kind once, and every clause that was looked at: a course in order is in order by those. */
function answerOf(findings: readonly Finding[], clauses: string[]): Answer {
  const kinds = new Set(findings.map(({ check, severity }) => `${check} ${severity}`))
  return {
    ok: findings.every(({ severity }) => severity !== 'error'),
    findings: [...kinds].sort(),
    texts: findings.map(({ text }) => text),
    clauses,
  }
}

function clausesIn(rules: unknown): string[] {
  if (rules === null || typeof rules !== 'object') return []
  if ('state' in rules) return 'clause' in rules ? [String(rules.clause)] : []
  return [...new Set(Object.values(rules).flatMap(clausesIn))]
}
