import { hoursOf } from '../kernel/hours'
import type { CoursewareRules, ExamRules, Stated } from '../policy/pack'
import { checkBank } from './check-bank'
import { checkCourseware } from './check-courseware'
import type { CoursewareFacts, LectureFacts } from './course-facts'

const says = <T>(value: T, clause: Stated<T>['clause'] = 'SX20-21'): Stated<T> => ({
  state: 'stated',
  value,
  clause,
  words: '…',
})

const RULES: CoursewareRules = {
  publicHours: says(hoursOf(24)),
  publicLectures: says(24),
  professionalHours: says([8, 16, 24, 32, 56].map(hoursOf), 'SX20-22'),
  patrioticHours: says(hoursOf(4), 'SX20-7'),
  lectureMinutes: says({ least: 45, warnLeast: 54, warnMost: 66, most: 75 }, 'SX20-23'),
  filledPercent: says(95, 'SX20-23'),
  openingSequence: says(true, 'SX20-24'),
  titleSeconds: says(5, 'SX20-25'),
  credits: says(['课程名称', '单位'], 'SX20-25'),
  closingCredits: says(['制作单位', '录制时间'], 'SX20-26'),
  previewSeconds: says(180, 'SX20-27'),
  codec: says('h264', 'SX20-28'),
  container: says('mp4', 'SX20-28'),
  videoKbps: says({ least: 800, most: 1024 }, 'SX20-29'),
  frame: says({ width: 1280, height: 720 }, 'SX20-30'),
  aspect: says('16:9', 'SX20-31'),
  framesPerSecond: says(25, 'SX20-32'),
  progressive: says(true, 'SX20-32'),
  uniform: says(['frame', 'aspect'], 'SX20-30'),
  audio: says({ codec: 'aac', hertz: 48_000, kbps: 128, channels: 2 }, 'SX20-34'),
  audioTolerancePercent: says(5, 'SX20-34'),
  peakDb: says({ least: -8, most: -2 }, 'SX20-35'),
  oneVideoStream: says(true, 'SX20-39'),
  byEye: [{ id: 'no-advertising', label: '没有广告', needed: says(true, 'SX20-40') }],
}

type Change = Partial<Omit<LectureFacts, 'video' | 'audio'>> & {
  video?: Partial<LectureFacts['video']>
  audio?: Partial<LectureFacts['audio']>
}

const lecture = (number: number, { video, audio, ...change }: Change = {}): LectureFacts => ({
  number,
  seconds: 3_600,
  titleSeconds: 5,
  titleNames: ['课程名称', '单位'],
  container: 'mp4',
  videoStreams: 1,
  ...change,
  video: {
    codec: 'h264',
    averageKbps: 900,
    width: 1280,
    height: 720,
    aspect: '16:9',
    framesPerSecond: 25,
    progressive: true,
    ...video,
  },
  audio: { codec: 'aac', hertz: 48_000, kbps: 128, channels: 2, peakDb: -5, ...audio },
})

const lectures = (count: number): LectureFacts[] =>
  Array.from({ length: count }, (_, index) => lecture(index + 1))

const COURSE: CoursewareFacts = {
  category: 'public',
  hours: hoursOf(24),
  patrioticHours: hoursOf(4),
  openingSequence: true,
  closingNames: ['制作单位', '录制时间'],
  previews: [180],
  lectures: lectures(24),
  confirmed: ['no-advertising'],
}

const found = (change: Partial<CoursewareFacts>, rules = RULES) =>
  checkCourseware(rules, { ...COURSE, ...change }).map(({ severity, check }) => `${severity} ${check}`)

/** A course with the given change in its second lecture. */
const withLecture = (change: Change) => ({
  lectures: COURSE.lectures.map((one) => (one.number === 2 ? lecture(2, change) : one)),
})

test('a course that keeps every rule leaves nothing to say', () => {
  expect(checkCourseware(RULES, COURSE)).toEqual([])
})

test('a finding names the clause, the lecture, what is so and what is asked', () => {
  expect(checkCourseware(RULES, { ...COURSE, ...withLecture({ titleSeconds: 5.001 }) })).toEqual([
    {
      severity: 'error',
      check: 'titleSeconds',
      clause: 'SX20-25',
      lecture: 2,
      text: '片头5.001秒，不得超过5秒。',
    },
  ])
})

describe('the course', () => {
  test.each<[string, Partial<CoursewareFacts>, string[]]>([
    ['SX20-21: 23 lectures', { lectures: lectures(23) }, ['error publicLectures']],
    ['SX20-21: 25 lectures', { lectures: lectures(25) }, ['error publicLectures']],
    ['SX20-21: 16 hours', { hours: hoursOf(16) }, ['error publicHours']],
    ['SX20-7: 3.99 patriotic hours', { patrioticHours: hoursOf(3.99) }, ['error patrioticHours']],
    ['SX20-7: 5 patriotic hours', { patrioticHours: hoursOf(5) }, []],
    ['SX20-24: no common opening', { openingSequence: false }, ['error openingSequence']],
    ['SX20-26: no date at the end', { closingNames: ['制作单位'] }, ['error closingCredits']],
    ['SX20-27: no preview', { previews: [] }, ['error previewSeconds']],
    ['SX20-27: two previews', { previews: [60, 60] }, ['error previewSeconds']],
    ['SX20-27: an empty preview', { previews: [0] }, ['error previewSeconds']],
    ['SX20-27: 180.1 s', { previews: [180.1] }, ['error previewSeconds']],
    ['SX20-27: 1 s', { previews: [1] }, []],
    ['SX20-40: not yet looked at', { confirmed: [] }, ['human no-advertising']],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected)
  })

  test.each([
    [7, ['error professionalHours']],
    [8, []],
    [16, []],
    [24, []],
    [32, []],
    [40, ['error professionalHours']],
    [56, []],
  ])('SX20-22: a professional course of %i hours', (hours, expected) => {
    const { patrioticHours: _, ...rest } = COURSE
    const course = {
      ...rest,
      category: 'professional',
      hours: hoursOf(hours),
      lectures: lectures(hours),
    } as const
    expect(checkCourseware(RULES, course).map(({ severity, check }) => `${severity} ${check}`)).toEqual(
      expected,
    )
  })

  test('SX20-23: the lectures fill 95 percent of the hours, to the second', () => {
    const of = (seconds: number) => ({
      lectures: COURSE.lectures.map((one) => ({ ...one, seconds })),
    })
    expect(found(of(3_420))).toEqual([])
    expect(found({ lectures: [...of(3_420).lectures.slice(1), lecture(1, { seconds: 3_419 })] })).toEqual([
      'error filledPercent',
    ])
  })

  test('SX20-30, SX20-31: all lectures share frame and aspect, even where each is in order', () => {
    const larger = withLecture({ video: { width: 1920, height: 1080 } })
    expect(found(larger)).toEqual(['error uniform'])
    const all = {
      lectures: COURSE.lectures.map(({ number }) => lecture(number, { video: { aspect: '4:3' } })),
    }
    expect(new Set(found(all))).toEqual(new Set(['warning aspect']))
    expect(found(withLecture({ video: { aspect: '4:3' } }))).toEqual(['error uniform', 'warning aspect'])
  })

  test('where patriotic hours, an opening or a look are not asked, none is missed', () => {
    const rules = {
      ...RULES,
      patrioticHours: null,
      openingSequence: says(false),
      progressive: says(false),
      oneVideoStream: says(false),
      byEye: RULES.byEye.map((one) => ({ ...one, needed: says(false) })),
    }
    const { patrioticHours: _, ...course } = COURSE
    const change = withLecture({ videoStreams: 2, video: { progressive: false } })
    expect(checkCourseware(rules, { ...course, ...change, openingSequence: false, confirmed: [] })).toEqual(
      [],
    )
  })
})

describe('a lecture', () => {
  test.each<[string, Change, string[]]>([
    ['SX20-23: 44:59', { seconds: 2_699 }, ['error lectureMinutes']],
    ['SX20-23: 45 minutes', { seconds: 2_700 }, ['warning lectureMinutes']],
    ['SX20-23: 53:59', { seconds: 3_239 }, ['warning lectureMinutes']],
    ['SX20-23: 54 minutes', { seconds: 3_240 }, []],
    ['SX20-23: 66 minutes', { seconds: 3_960 }, []],
    ['SX20-23: 66:01', { seconds: 3_961 }, ['warning lectureMinutes']],
    ['SX20-23: 75 minutes', { seconds: 4_500 }, ['warning lectureMinutes']],
    ['SX20-23: 75:01', { seconds: 4_501 }, ['error lectureMinutes']],
    ['SX20-25: a title of 5.000 s', { titleSeconds: 5 }, []],
    ['SX20-25: a title of 5.001 s', { titleSeconds: 5.001 }, ['error titleSeconds']],
    ['SX20-25: no unit in the title', { titleNames: ['课程名称'] }, ['error credits']],
    ['SX20-28: another codec', { video: { codec: 'hevc' } }, ['error codec']],
    ['SX20-28: another container', { container: 'mkv' }, ['error container']],
    ['SX20-29: 799 kbps', { video: { averageKbps: 799 } }, ['error videoKbps']],
    ['SX20-29: 800 kbps', { video: { averageKbps: 800 } }, []],
    ['SX20-29: 1024 kbps', { video: { averageKbps: 1024 } }, []],
    ['SX20-29: 1025 kbps', { video: { averageKbps: 1025 } }, ['error videoKbps']],
    ['SX20-29: slides that stand still', { video: { leastKbps: 120 } }, ['warning videoKbps']],
    ['SX20-29: a moment too rich', { video: { mostKbps: 1025 } }, ['warning videoKbps']],
    ['SX20-30: 1279 wide', { video: { width: 1279 } }, ['error uniform', 'error frame']],
    ['SX20-30: 719 high', { video: { height: 719 } }, ['error uniform', 'error frame']],
    ['SX20-32: 24 frames', { video: { framesPerSecond: 24 } }, ['error framesPerSecond']],
    ['SX20-32: 30 frames', { video: { framesPerSecond: 30 } }, ['error framesPerSecond']],
    ['SX20-32: interlaced', { video: { progressive: false } }, ['error progressive']],
    ['SX20-34: another codec', { audio: { codec: 'mp3' } }, ['error audio']],
    ['SX20-34: 44.1 kHz', { audio: { hertz: 44_100 } }, ['error audio']],
    ['SX20-34: one channel', { audio: { channels: 1 } }, ['error audio']],
    ['SX20-34: 121.6 kbps', { audio: { kbps: 121.6 } }, []],
    ['SX20-34: 121.5 kbps', { audio: { kbps: 121.5 } }, ['error audioTolerancePercent']],
    ['SX20-34: 134.4 kbps', { audio: { kbps: 134.4 } }, []],
    ['SX20-34: 134.5 kbps', { audio: { kbps: 134.5 } }, ['error audioTolerancePercent']],
    ['SX20-35: −8 dB', { audio: { peakDb: -8 } }, []],
    ['SX20-35: −8.1 dB', { audio: { peakDb: -8.1 } }, ['warning peakDb']],
    ['SX20-35: −2 dB', { audio: { peakDb: -2 } }, []],
    ['SX20-35: −1.9 dB', { audio: { peakDb: -1.9 } }, ['warning peakDb']],
    ['SX20-39: two video streams', { videoStreams: 2 }, ['error oneVideoStream']],
  ])('%s', (_, change, expected) => {
    expect(found(withLecture(change))).toEqual(expected)
  })

  test('its length is said in minutes and seconds', () => {
    const textOf = (seconds: number) =>
      checkCourseware(RULES, { ...COURSE, ...withLecture({ seconds }) }).map(({ text }) => text)
    expect(textOf(3_239)).toEqual(['这一讲53分59秒，宜在54到66分钟之间。'])
    expect(textOf(4_560)).toEqual(['这一讲76分钟，须在45到75分钟之间。'])
  })
})

describe('each fault says what is so and what is asked', () => {
  const textsOf = (change: Partial<CoursewareFacts>) =>
    checkCourseware(RULES, { ...COURSE, ...change }).map(({ text }) => text)

  test.each<[string, Partial<CoursewareFacts>, string[]]>([
    ['publicHours', { hours: hoursOf(16) }, ['公需课16小时，须为24小时。']],
    ['publicLectures', { lectures: lectures(25) }, ['公需课25讲，须为24讲。']],
    ['patrioticHours', { patrioticHours: hoursOf(3.5) }, ['爱国主义教育内容3.5小时，不得少于4小时。']],
    [
      'professionalHours',
      { category: 'professional', hours: hoursOf(7) },
      ['专业课7小时，须为8、16、24、32、56小时之一。'],
    ],
    [
      'filledPercent',
      { category: 'professional', hours: hoursOf(8), lectures: lectures(7) },
      ['各讲加起来420分钟，至少要有8小时的95%。'],
    ],
    ['openingSequence', { openingSequence: false }, ['第一讲之前没有统一片头。']],
    ['closingCredits', { closingNames: [] }, ['片尾缺少：制作单位、录制时间。']],
    ['no preview', { previews: [] }, ['有0个预览视频，须有一个。']],
    ['two previews', { previews: [60, 60] }, ['有2个预览视频，须有一个。']],
    ['a long preview', { previews: [181] }, ['预览视频181秒，须在180秒以内。']],
    ['by eye', { confirmed: [] }, ['请看过、听过后确认：没有广告。']],
    [
      'frames that differ',
      withLecture({ video: { width: 1920, height: 1080 } }),
      ['各讲的分辨率不统一：1280×720、1920×1080。'],
    ],
    [
      'aspects that differ',
      withLecture({ video: { aspect: '4:3' } }),
      ['各讲的画幅宽高比不统一：16:9、4:3。', '画幅4:3，推荐16:9。'],
    ],
    ['seconds', withLecture({ seconds: 2_401.5 }), ['这一讲40分1秒，须在45到75分钟之间。']],
    ['titleSeconds', withLecture({ titleSeconds: 6 }), ['片头6秒，不得超过5秒。']],
    ['credits', withLecture({ titleNames: [] }), ['片头缺少：课程名称、单位。']],
    ['container', withLecture({ container: 'mkv' }), ['封装是mkv，须为mp4。']],
    ['oneVideoStream', withLecture({ videoStreams: 2 }), ['文件里有2路视频，须为单一视频。']],
    ['codec', withLecture({ video: { codec: 'hevc' } }), ['视频编码是hevc，须为h264。']],
    [
      'frame',
      {
        lectures: COURSE.lectures
          .map(({ number }) => lecture(number, { video: { width: 640, height: 360 } }))
          .slice(0, 24),
      },
      Array(24).fill('分辨率640×360，不得低于1280×720。'),
    ],
    ['framesPerSecond', withLecture({ video: { framesPerSecond: 30 } }), ['帧率30，须为25帧/秒。']],
    ['progressive', withLecture({ video: { progressive: false } }), ['扫描方式须为逐行扫描。']],
    [
      'videoKbps',
      withLecture({ video: { averageKbps: 1_025 } }),
      ['平均码率1025kbps，须在800到1024kbps之间。'],
    ],
    ['a part of it', withLecture({ video: { leastKbps: 1 } }), ['有的片段码率不在800到1024kbps之间。']],
    ['audio codec', withLecture({ audio: { codec: 'mp3' } }), ['音频编码是mp3，须为aac。']],
    ['hertz', withLecture({ audio: { hertz: 44_100 } }), ['采样率44100Hz，须为48000Hz。']],
    ['channels', withLecture({ audio: { channels: 1 } }), ['1个声道，须为2个。']],
    ['audio rate', withLecture({ audio: { kbps: 64 } }), ['音频码率64kbps，须为128kbps，上下不超过5%。']],
    ['peakDb', withLecture({ audio: { peakDb: -1 } }), ['声音峰值-1dB，宜在-8到-2dB之间。']],
  ])('%s', (_, change, texts) => {
    expect(textsOf(change)).toEqual(texts)
  })

  test('a finding about the course names no lecture, and no clause where a reading asks for it', () => {
    const publicHours = { state: 'reading', value: hoursOf(24), reading: '…' } as const
    expect(checkCourseware({ ...RULES, publicHours }, { ...COURSE, hours: hoursOf(16) })).toEqual([
      {
        severity: 'error',
        check: 'publicHours',
        clause: null,
        lecture: null,
        text: '公需课16小时，须为24小时。',
      },
    ])
  })

  test('a course without a patriotic part lacks all of it; one without lectures is not uneven', () => {
    const { patrioticHours: _, ...course } = COURSE
    expect(checkCourseware(RULES, course).map(({ text }) => text)).toEqual([
      '爱国主义教育内容0小时，不得少于4小时。',
    ])
    expect(found({ lectures: [] })).toEqual(['error publicLectures', 'error filledPercent'])
  })
})

describe('SX20-41: a bank holds three times the paper, kind by kind', () => {
  const exam = {
    single: says(30, 'SX20-41'),
    multiple: says(10, 'SX20-41'),
    judge: says(10, 'SX20-41'),
    bankMultiple: says(3, 'SX20-41'),
  } as ExamRules

  test.each([
    [{ single: 90, multiple: 30, judge: 30 }, []],
    [{ single: 90, multiple: 30, judge: 29 }, ['judge']],
    [{ single: 90, multiple: 29, judge: 30 }, ['multiple']],
    [{ single: 89, multiple: 30, judge: 30 }, ['single']],
    [{ single: 0, multiple: 0, judge: 0 }, ['single', 'multiple', 'judge']],
  ])('%p', (counts, expected) => {
    expect(checkBank(exam, counts).map(({ check }) => check)).toEqual(expected)
  })

  test('each kind by its name', () => {
    const none = { single: 1, multiple: 2, judge: 3 }
    expect(checkBank(exam, none).map(({ text, clause }) => `${clause} ${text}`)).toEqual([
      'SX20-41 题库有1道单选题，不得少于90道。',
      'SX20-41 题库有2道多选题，不得少于30道。',
      'SX20-41 题库有3道判断题，不得少于30道。',
    ])
  })
})
