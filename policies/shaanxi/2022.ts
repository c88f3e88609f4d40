import type { Hours } from '../../domain/kernel/hours'
import type { Day } from '../../domain/kernel/instant'
import type { ClauseId, Notice, Reading, Stated } from '../../domain/policy/pack'
import { SHAANXI_2020_DOCUMENT, SHAANXI_2020_EXAM_SIZES } from './2020'

const stated = <T>(value: T, clause: ClauseId, words: string): Stated<T> => ({
  state: 'stated',
  value,
  clause,
  words,
})
const reading = <T>(value: T, why: string): Reading<T> => ({ state: 'reading', value, reading: why })

/** Hours are hundredths of a 学时: 24_00 is 24 学时. */
const hours = (value: number): Hours => value as Hours

const REQUIREMENT_WORDS =
  '累计应不少于80小时,其中公需课不少于24小时,专业课不少于56小时,公需课和专业课学习学时同时达标方视为完成年度继续教育培训要求。'
const ROUTES_WORDS = '专业技术人员继续教育学时可通过网络学习、面授学习和同等学时认证获取。'
const AUTOMATIC_WORDS = '面授、网络课程的学习学时由学习平台自动生成。'
const MAKE_UP_WORDS = '2021年及以前年度公需课和专业课科目考试日期截止2022年9月30日。'
const STANDING_SPECIFICATION =
  '2022年的通知没有重复试卷和题库的数量，沿用2020年通知附件3《继续教育网络课件制作规范》。'

const examSize = (size: Stated<number>): Reading<number> => ({
  ...size,
  state: 'reading',
  reading: STANDING_SPECIFICATION,
})

/** 陕人社函〔2022〕259号. Words are the notice's own, with its own punctuation; what it leaves open is a `reading`. */
export const SHAANXI_2022: Notice = {
  region: 'shaanxi',
  year: 2022,
  documents: {
    SX22: {
      number: '陕人社函〔2022〕259号',
      title: '关于做好2022年度全省专业技术人员继续教育培训(知识更新工程)有关事项的通知',
      issuedOn: '2022-07-07' as Day,
    },
    SX20: SHAANXI_2020_DOCUMENT,
  },
  inForceFrom: reading(
    '2022-01-01' as Day,
    '通知针对2022全年度，不论何时印发；在下一年度的通知之前一直适用。',
  ),
  requirement: {
    total: stated(hours(80_00), 'SX22-1', REQUIREMENT_WORDS),
    public: stated(hours(24_00), 'SX22-1', REQUIREMENT_WORDS),
    professional: stated(hours(56_00), 'SX22-1', REQUIREMENT_WORDS),
    bothParts: stated(true, 'SX22-1', '公需课和专业课学习学时同时达标方视为完成年度继续教育培训要求。'),
  },
  publicSubjects: {
    theme: stated('开拓奋进新征程,建功立业新时代。', 'SX22-2', '开拓奋进新征程,建功立业新时代。'),
    choice: reading('allOf', '三个科目的学时12、10、2相加正好是24学时，因此三个科目都要学完。'),
    subjects: [
      {
        id: 'sx22-public-1',
        title: '深入学习十九届六中全会精神，砥砺初心赓续百年历史伟业',
        hours: stated(
          hours(12_00),
          'SX22-2',
          '《深入学习十九届六中全会精神，砥砺初心赓续百年历史伟业》，培训时长12 小时',
        ),
      },
      {
        id: 'sx22-public-2',
        title:
          '深入学习习近平总书记三次来陕考察重要讲话精神，解放思想改革创新再接再厉谱写陕西高质量发展新篇章',
        hours: stated(
          hours(10_00),
          'SX22-2',
          '科目二是《深入学习习近平总书记三次来陕考察重要讲话精神，解放思想改革创新再接再厉谱写陕西高质量发展新篇章》，培训时长10 小时。',
        ),
      },
      {
        id: 'sx22-public-3',
        title: '深入学习领会习近平总书记中央人才工作会议上的重要讲话精神',
        hours: stated(
          hours(2_00),
          'SX22-2',
          '科目三是《深入学习领会习近平总书记中央人才工作会议上的重要讲话精神》，培训时长2 小时。',
        ),
      },
    ],
  },
  routes: stated(['online', 'face-to-face', 'equivalent'], 'SX22-9', ROUTES_WORDS),
  generatedByPlatform: stated(['online', 'face-to-face'], 'SX22-9', AUTOMATIC_WORDS),
  claimable: stated(['professional'], 'SX22-10', '公需课为必学科目，不能认证。'),
  equivalents: {
    state: 'missing',
    document: '《陕西省专业技术人员继续教育证书管理暂行办法》（陕人社发〔2016〕27号）',
    clause: 'SX22-9',
    words:
      '同等学时认证严格参照《陕西省专业技术人员继续教育证书管理暂行办法》（陕人社发〔2016〕27号）执行，由学员通过学习平台进行申请，人事主管单位审核认证，各基地原则上不得从事学时认证。',
  },
  onlyPlatformHours: stated(
    true,
    'SX22-11',
    '学员在学习平台查询和打印继续教育证书，凡未通过学习平台认定的学时均视为无效。',
  ),
  profileBeforeUse: stated(
    true,
    'SX22-13',
    '全省专业技术人员继续教育学习平台实行实名制登录，未注册学员可通过微信扫码注册，已注册学员通过微信扫码登录，登录时需完善个人相关信息。',
  ),
  pendingUntilVerified: {
    ...reading<true>(
      true,
      '实名须经本单位核对。核对之前学到的学时先记为待核验，核对通过后全部计入，不会丢失。',
    ),
    clause: 'SX22-13',
    words: '全省专业技术人员继续教育学习平台实行实名制登录',
  },
  carryOver: reading<boolean>(false, '通知没有说多出的学时可以转到下一年度；我们不自动结转。'),
  windows: [
    {
      fromYear: null,
      throughYear: 2021,
      lastDay: stated('2022-09-30' as Day, 'SX22-15', MAKE_UP_WORDS),
      aimDay: null,
      clause: 'SX22-15',
      words: MAKE_UP_WORDS,
    },
    {
      fromYear: 2022,
      throughYear: 2022,
      lastDay: { state: 'silent', note: '通知没有规定2022年度学时的截止日期；下一年度的通知可能规定。' },
      aimDay: reading(
        '2022-12-31' as Day,
        '学时按年度计算，通知没有写截止日。我们以年末提醒，过后不会关闭，直到新的通知另有规定。',
      ),
      clause: 'SX22-1',
      words: REQUIREMENT_WORDS,
    },
  ],
  makeUp: {
    throughYear: stated(2021, 'SX22-14', '2021年度及以前公需课和专业课科目补学'),
    lastDay: stated('2022-09-30' as Day, 'SX22-15', MAKE_UP_WORDS),
  },
  titleLevels: {
    city: stated(
      ['junior', 'middle'],
      'SX22-5',
      '参加市级基地继续教育培训学时可作为申报初、中级职称的申报条件',
    ),
    province: stated(
      ['junior', 'middle', 'senior'],
      'SX22-5',
      '参加省级基地继续教育培训学时可作为申报初、中、高级职称的申报条件',
    ),
  },
  exam: {
    single: examSize(SHAANXI_2020_EXAM_SIZES.single),
    multiple: examSize(SHAANXI_2020_EXAM_SIZES.multiple),
    judge: examSize(SHAANXI_2020_EXAM_SIZES.judge),
    bankMultiple: examSize(SHAANXI_2020_EXAM_SIZES.bankMultiple),
    passScorePercent: reading(60, '通知没有规定合格分数；我们取百分制的60分。'),
    attempts: reading(5, '通知没有规定考试次数；五次之后请先复习，由单位帮助处理。'),
    waitBetweenMinutes: reading(10, '通知没有规定补考间隔；隔10分钟，先回看没有答好的部分。'),
    durationMinutes: reading(60, '通知没有规定考试时间；50道题给60分钟。'),
    graceSeconds: reading(30, '到时之后再等30秒，让已经答好、正在发送的答案送到。'),
  },
  watching: {
    coveragePercent: reading(95, '通知没有规定看多少算学完；片头、片尾和卡顿留5%的余地。'),
    rate: reading(1, '一小时的课要学一小时：按正常速度播放计入。'),
    leaseMinutes: reading(10, '手机10分钟没有联系平台就暂停；已经学到的不会丢失，回来接着学。'),
    reportEverySeconds: reading(60, '每分钟报告一次已播放的内容；暂停、切走和看完时立即报告。'),
    challengeEverySeconds: reading(
      { min: 480, max: 900 },
      '每8到15分钟问一个刚讲过的问题；时间由平台随机决定。',
    ),
    challengesPerLectureAtLeast: reading(1, '再短的一讲也至少问一个问题。'),
    answerWithinSeconds: reading(120, '给两分钟作答；过后计时先停，回来答对，之前看的照样计入。'),
    takeOverGraceHours: reading(24, '换手机之前已经看过、还没有送到的内容，一天之内送到都计入。'),
  },
  minimumAgeYears: reading(16, '通知没有规定年龄；我们取可以就业的最低年龄16周岁。'),
  labels: {
    regionName: '陕西省',
    issuerName: '全省专业技术人员继续教育学习平台',
    public: '公需课',
    professional: '专业课',
    hour: '学时',
  },
}
