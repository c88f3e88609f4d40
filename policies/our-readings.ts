import type { ExamRules, OversightRules, WatchingRules } from '../domain/policy/pack'
import { reading } from './say'

/**
 * Rules that no notice states and every platform must decide: the conduct of exams, the evidence of watching,
 * the minimum age. They stand in one place, the same for all regions, until a bureau decides otherwise; a
 * pack may replace any of them.
 */
export const OUR_EXAM_CONDUCT: Pick<
  ExamRules,
  'passScorePercent' | 'attempts' | 'waitBetweenMinutes' | 'durationMinutes' | 'graceSeconds'
> = {
  passScorePercent: reading(60, '通知没有规定合格分数；我们取百分制的60分。'),
  attempts: reading(5, '通知没有规定考试次数；五次之后请先复习，由单位帮助处理。'),
  waitBetweenMinutes: reading(10, '通知没有规定补考间隔；隔10分钟，先回看没有答好的部分。'),
  durationMinutes: reading(60, '通知没有规定考试时间；50道题给60分钟。'),
  graceSeconds: reading(30, '到时之后再等30秒，让已经答好、正在发送的答案送到。'),
}

const OUR_PAPER = '通知没有规定试卷题数；沿用单选30、多选10、判断10的组卷方式。'

/** For regions whose notices say nothing of papers. */
export const OUR_EXAM: ExamRules = {
  single: reading(30, OUR_PAPER),
  multiple: reading(10, OUR_PAPER),
  judge: reading(10, OUR_PAPER),
  bankMultiple: reading(3, '通知没有规定题库大小；题库至少是试卷的3倍，每人抽到的题不同。'),
  ...OUR_EXAM_CONDUCT,
}

export const OUR_WATCHING: WatchingRules = {
  coveragePercent: reading(95, '通知没有规定看多少算学完；片头、片尾和卡顿留5%的余地。'),
  rate: reading(1, '一小时的课要学一小时：按正常速度播放计入。'),
  leaseMinutes: reading(10, '手机10分钟没有联系平台就暂停；已经学到的不会丢失，回来接着学。'),
  reportEverySeconds: reading(60, '每分钟报告一次已播放的内容；暂停、切走和看完时立即报告。'),
  challengeEverySeconds: reading(
    { min: 480, max: 900 },
    '每8到15分钟问一个刚讲过的问题；时间由平台随机决定。',
  ),
  answerWithinSeconds: reading(120, '给两分钟作答；过后计时先停，回来答对，之前看的照样计入。'),
  takeOverGraceHours: reading(24, '换手机之前已经看过、还没有送到的内容，一天之内送到都计入。'),
}

/** Of bases above the province's no notice but Qinghai's speaks. */
export const OUR_NATIONAL_BASES = reading(
  true,
  '通知没有单列国家级基地；国家级基地不低于省级，按省级基地看。',
)

export const OUR_MINIMUM_AGE = reading(16, '通知没有规定年龄；我们取可以就业的最低年龄16周岁。')

export const OUR_ONCE = reading(
  true,
  '同一门课程当年只计一次；同一篇论文、同一项专利在各年度里也只计一次，计在先用的那一年。',
)

export const OUR_VISIT_DAYS = reading(
  10,
  '通知没有规定每一级几天审完；我们给每一级10天，过后提醒上一级，不会当作同意。',
)

export const OUR_PENDING = reading(
  true,
  '实名须经本单位核对。核对之前学到的学时先记为待核验，核对通过后全部计入，不会丢失。',
)

/** The consequences of false hours where a notice does not state them. */
export const OUR_OVERSIGHT: OversightRules = {
  voidsFalseHours: reading(
    true,
    '通知没有写明；没有学过却认证的学时不真实，查实后按无效处理，本人可以提出异议。',
  ),
  withdrawsCertifying: reading(true, '通知没有写明；认证不实的单位，由人社部门取消认证权限，改正后恢复。'),
}
