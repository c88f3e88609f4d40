import type { CoursewareRules } from '../policy/pack'
import type { LectureFacts } from './course-facts'
import { type Finding, unless } from './finding'

/**
 * Lists the faults of one lecture's file.
 * Worked examples: a lecture of 53 minutes 59 seconds is a warning, of 44:59 an error (SX20-23, as we read
 * “60 分钟左右”); a title of 5.000 s is in order, of 5.001 s is not (SX20-25).
 */
export const checkLecture = (rules: CoursewareRules, lecture: LectureFacts): Finding[] =>
  [
    ...ofLength(rules, lecture),
    ...ofTitle(rules, lecture),
    ...ofFile(rules, lecture),
    ...ofPicture(rules, lecture),
    ...ofRate(rules, lecture),
    ...ofSound(rules, lecture),
  ].map((finding) => ({ ...finding, lecture: lecture.number }))

function ofLength({ lectureMinutes }: CoursewareRules, { seconds }: LectureFacts): Finding[] {
  const { least, warnLeast, warnMost, most } = lectureMinutes.value
  const minutes = seconds / 60
  const about = { check: 'lectureMinutes', rule: lectureMinutes }
  const said = `这一讲${minutesText(seconds)}`
  if (minutes < least || minutes > most)
    return unless(false, { ...about, text: `${said}，须在${least}到${most}分钟之间。` })
  return unless(minutes >= warnLeast && minutes <= warnMost, {
    ...about,
    severity: 'warning',
    text: `${said}，宜在${warnLeast}到${warnMost}分钟之间。`,
  })
}

const minutesText = (seconds: number): string => {
  const rest = Math.floor(seconds % 60)
  return `${Math.floor(seconds / 60)}分${rest === 0 ? '钟' : `${rest}秒`}`
}

function ofTitle({ titleSeconds, credits }: CoursewareRules, lecture: LectureFacts): Finding[] {
  const absent = credits.value.filter((name) => !lecture.titleNames.includes(name))
  return [
    ...unless(lecture.titleSeconds <= titleSeconds.value, {
      check: 'titleSeconds',
      rule: titleSeconds,
      text: `片头${lecture.titleSeconds}秒，不得超过${titleSeconds.value}秒。`,
    }),
    ...unless(absent.length === 0, {
      check: 'credits',
      rule: credits,
      text: `片头缺少：${absent.join('、')}。`,
    }),
  ]
}

function ofFile({ container, codec, oneVideoStream }: CoursewareRules, lecture: LectureFacts): Finding[] {
  return [
    ...unless(lecture.container === container.value, {
      check: 'container',
      rule: container,
      text: `封装是${lecture.container}，须为${container.value}。`,
    }),
    ...unless(!oneVideoStream.value || lecture.videoStreams === 1, {
      check: 'oneVideoStream',
      rule: oneVideoStream,
      text: `文件里有${lecture.videoStreams}路视频，须为单一视频。`,
    }),
    ...unless(lecture.video.codec === codec.value, {
      check: 'codec',
      rule: codec,
      text: `视频编码是${lecture.video.codec}，须为${codec.value}。`,
    }),
  ]
}

function ofPicture(rules: CoursewareRules, { video }: LectureFacts): Finding[] {
  const { frame, aspect, framesPerSecond, progressive } = rules
  const { width, height } = frame.value
  return [
    ...unless(video.width >= width && video.height >= height, {
      check: 'frame',
      rule: frame,
      text: `分辨率${video.width}×${video.height}，不得低于${width}×${height}。`,
    }),
    ...unless(video.aspect === aspect.value, {
      check: 'aspect',
      rule: aspect,
      severity: 'warning',
      text: `画幅${video.aspect}，推荐${aspect.value}。`,
    }),
    ...unless(video.framesPerSecond === framesPerSecond.value, {
      check: 'framesPerSecond',
      rule: framesPerSecond,
      text: `帧率${video.framesPerSecond}，须为${framesPerSecond.value}帧/秒。`,
    }),
    ...unless(!progressive.value || video.progressive, {
      check: 'progressive',
      rule: progressive,
      text: '扫描方式须为逐行扫描。',
    }),
  ]
}

/** The average rate decides: still slides fall below any floor for a while, which is only pointed out. */
function ofRate({ videoKbps }: CoursewareRules, { video }: LectureFacts): Finding[] {
  const { least, most } = videoKbps.value
  const within = (kbps: number): boolean => kbps >= least && kbps <= most
  const about = { check: 'videoKbps', rule: videoKbps }
  const parts = [video.leastKbps, video.mostKbps].filter((kbps) => kbps !== undefined)
  return [
    ...unless(within(video.averageKbps), {
      ...about,
      text: `平均码率${video.averageKbps}kbps，须在${least}到${most}kbps之间。`,
    }),
    ...unless(parts.every(within), {
      ...about,
      severity: 'warning',
      text: `有的片段码率不在${least}到${most}kbps之间。`,
    }),
  ]
}

function ofSound(rules: CoursewareRules, { audio }: LectureFacts): Finding[] {
  const { codec, hertz, kbps, channels } = rules.audio.value
  const { audioTolerancePercent: tolerance, peakDb } = rules
  const about = { check: 'audio', rule: rules.audio }
  return [
    ...unless(audio.codec === codec, { ...about, text: `音频编码是${audio.codec}，须为${codec}。` }),
    ...unless(audio.hertz === hertz, { ...about, text: `采样率${audio.hertz}Hz，须为${hertz}Hz。` }),
    ...unless(audio.channels === channels, {
      ...about,
      text: `${audio.channels}个声道，须为${channels}个。`,
    }),
    ...unless(Math.abs(bits(audio.kbps) - bits(kbps)) * 100 <= bits(kbps) * tolerance.value, {
      check: 'audioTolerancePercent',
      rule: tolerance,
      text: `音频码率${audio.kbps}kbps，须为${kbps}kbps，上下不超过${tolerance.value}%。`,
    }),
    ...unless(audio.peakDb >= peakDb.value.least && audio.peakDb <= peakDb.value.most, {
      check: 'peakDb',
      rule: peakDb,
      severity: 'warning',
      text: `声音峰值${audio.peakDb}dB，宜在${peakDb.value.least}到${peakDb.value.most}dB之间。`,
    }),
  ]
}

/** Converted to whole bits, so that the limit of a tolerance is exact. */
const bits = (kbps: number): number => Math.round(kbps * 1000)
