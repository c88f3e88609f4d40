import { formatHours, ZERO_HOURS } from '../kernel/hours'
import type { CoursewareRules } from '../policy/pack'
import { checkLecture } from './check-lecture'
import type { CoursewareFacts, LectureFacts } from './course-facts'
import { type Finding, unless } from './finding'

/**
 * Lists the faults that keep a course off the platform, by its notice's specification (SX20-21 to SX20-40):
 * first those of the course, then lecture by lecture. Empty where neither the base nor a reviewer has
 * anything left to do.
 * Worked example: a public course of 24 hours in 23 lectures is an error (SX20-21).
 */
export const checkCourseware = (rules: CoursewareRules, course: CoursewareFacts): Finding[] => [
  ...(course.category === 'public' ? ofPublic(rules, course) : ofProfessional(rules, course)),
  ...ofLength(rules, course),
  ...ofSurroundings(rules, course),
  ...ofPreview(rules, course),
  ...ofLikeness(rules, course.lectures),
  ...byEye(rules, course),
  ...course.lectures.flatMap((lecture) => checkLecture(rules, lecture)),
]

function ofPublic(rules: CoursewareRules, course: CoursewareFacts): Finding[] {
  const { publicHours, publicLectures, patrioticHours } = rules
  const { hours, lectures, patrioticHours: patriotic = ZERO_HOURS } = course
  const size = [
    ...unless(hours === publicHours.value, {
      check: 'publicHours',
      rule: publicHours,
      text: `公需课${formatHours(hours)}小时，须为${formatHours(publicHours.value)}小时。`,
    }),
    ...unless(lectures.length === publicLectures.value, {
      check: 'publicLectures',
      rule: publicLectures,
      text: `公需课${lectures.length}讲，须为${publicLectures.value}讲。`,
    }),
  ]
  if (patrioticHours === null) return size
  const content = unless(patriotic >= patrioticHours.value, {
    check: 'patrioticHours',
    rule: patrioticHours,
    text: `爱国主义教育内容${formatHours(patriotic)}小时，不得少于${formatHours(patrioticHours.value)}小时。`,
  })
  return [...size, ...content]
}

const ofProfessional = ({ professionalHours }: CoursewareRules, { hours }: CoursewareFacts): Finding[] =>
  unless(professionalHours.value.includes(hours), {
    check: 'professionalHours',
    rule: professionalHours,
    text: `专业课${formatHours(hours)}小时，须为${professionalHours.value.map(formatHours).join('、')}小时之一。`,
  })

const SECONDS_PER_HUNDREDTH = 36

/** The lectures together must fill the hours; compared as integers, so that the limit is exact. */
function ofLength({ filledPercent }: CoursewareRules, { hours, lectures }: CoursewareFacts): Finding[] {
  const seconds = lectures.reduce((sum, lecture) => sum + lecture.seconds, 0)
  return unless(seconds * 100 >= hours * SECONDS_PER_HUNDREDTH * filledPercent.value, {
    check: 'filledPercent',
    rule: filledPercent,
    text: `各讲加起来${Math.floor(seconds / 60)}分钟，至少要有${formatHours(hours)}小时的${filledPercent.value}%。`,
  })
}

/** The common opening before the first lecture, and the closing after the last. */
function ofSurroundings(rules: CoursewareRules, course: CoursewareFacts): Finding[] {
  const { openingSequence, closingCredits } = rules
  const absent = closingCredits.value.filter((name) => !course.closingNames.includes(name))
  return [
    ...unless(!openingSequence.value || course.openingSequence, {
      check: 'openingSequence',
      rule: openingSequence,
      text: '第一讲之前没有统一片头。',
    }),
    ...unless(absent.length === 0, {
      check: 'closingCredits',
      rule: closingCredits,
      text: `片尾缺少：${absent.join('、')}。`,
    }),
  ]
}

function ofPreview({ previewSeconds }: CoursewareRules, { previews }: CoursewareFacts): Finding[] {
  const about = { check: 'previewSeconds', rule: previewSeconds }
  const [seconds, ...more] = previews
  if (seconds === undefined || more.length > 0)
    return unless(false, { ...about, text: `有${previews.length}个预览视频，须有一个。` })
  return unless(seconds > 0 && seconds <= previewSeconds.value, {
    ...about,
    text: `预览视频${seconds}秒，须在${previewSeconds.value}秒以内。`,
  })
}

const FEATURES: Record<'frame' | 'aspect', { label: string; of: (lecture: LectureFacts) => string }> = {
  frame: { label: '分辨率', of: ({ video }) => `${video.width}×${video.height}` },
  aspect: { label: '画幅宽高比', of: ({ video }) => video.aspect },
}

/** All lectures of a course must share these properties, with any one value of each. */
const ofLikeness = ({ uniform }: CoursewareRules, lectures: readonly LectureFacts[]): Finding[] =>
  uniform.value.flatMap((feature) => {
    const { label, of } = FEATURES[feature]
    const kinds = [...new Set(lectures.map(of))]
    return unless(kinds.length <= 1, {
      check: 'uniform',
      rule: uniform,
      text: `各讲的${label}不统一：${kinds.join('、')}。`,
    })
  })

const byEye = (rules: CoursewareRules, { confirmed }: CoursewareFacts): Finding[] =>
  rules.byEye.flatMap(({ id, label, needed }) =>
    unless(!needed.value || confirmed.includes(id), {
      check: id,
      rule: needed,
      severity: 'human',
      text: `请看过、听过后确认：${label}。`,
    }),
  )
