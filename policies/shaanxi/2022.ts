import type { Notice, Reading, Stated } from '../../domain/policy/pack'
import {
  OUR_EXAM_CONDUCT,
  OUR_MINIMUM_AGE,
  OUR_NATIONAL_BASES,
  OUR_ONCE,
  OUR_PENDING,
  OUR_VISIT_DAYS,
  OUR_WATCHING,
} from '../our-readings'
import { day, hours, missing, reading, readingOf, silent, stated, yuan } from '../say'
import { SHAANXI_2020_DOCUMENT, SHAANXI_2020_EXAM_SIZES } from './2020'
import { SHAANXI_2020_COURSEWARE } from './2020-courseware'

const REQUIREMENT_WORDS =
  '累计应不少于80小时,其中公需课不少于24小时,专业课不少于56小时,公需课和专业课学习学时同时达标方视为完成年度继续教育培训要求。'
const MODES_WORDS =
  '2022年度继续教育培训分为面授和网络两种形式，专业技术人员既可参加各基地组织的面授培训，也可登录全省专业技术人员继续教育学习平台进行网络学习。'
const AUTOMATIC_WORDS = '面授、网络课程的学习学时由学习平台自动生成。'
const EQUIVALENT_WORDS =
  '同等学时认证严格参照《陕西省专业技术人员继续教育证书管理暂行办法》（陕人社发〔2016〕27号）执行，由学员通过学习平台进行申请，人事主管单位审核认证，各基地原则上不得从事学时认证。'
const MAKE_UP_WORDS = '2021年及以前年度公需课和专业课科目考试日期截止2022年9月30日。'
const SPECIALTY_WORDS = '2022年继续教育培训专业课科目，由各级继续教育基地根据授权培训专业范围自行确定。'
const SPOT_CHECK_WORDS =
  '省人社厅按有关规定将抽查部分单位学时认证情况，出现违规认证学时的，将取消单位学时认证权限，对违规认证学时按无效处理。'
const ONLY_PLATFORM_WORDS = '学员在学习平台查询和打印继续教育证书，凡未通过学习平台认定的学时均视为无效。'
const FEE_WORDS =
  '专业技术人员继续教育培训按照网络学习最高不超过3.6元/人·课时、集中面授最高不超过5元/人·课时收取培训费(含考试及证书费用)'
const BASE_CITY_WORDS = '参加市级基地继续教育培训学时可作为申报初、中级职称的申报条件'
const BASE_PROVINCE_WORDS = '参加省级基地继续教育培训学时可作为申报初、中、高级职称的申报条件'
const STANDING_SPECIFICATION =
  '2022年的通知没有重复试卷和题库的数量，沿用2020年通知附件3《继续教育网络课件制作规范》。'
const TITLE_YEARS_OPEN = '通知没有规定申报职称看哪几年；这里先看申报当年，所在系列另有要求的，以其为准。'

const STANDING_COURSEWARE =
  '2022年的通知没有重复课件制作规范，沿用2020年通知附件3《继续教育网络课件制作规范》。'

const examSize = (size: Stated<number>): Reading<number> => ({
  ...size,
  state: 'reading',
  reading: STANDING_SPECIFICATION,
})

/** Everything the specification of 2020 says, as our reading for 2022. */
function standingOn<T>(rules: T): T {
  if (rules === null || typeof rules !== 'object') return rules
  if ('state' in rules)
    return rules.state === 'stated' ? { ...rules, state: 'reading', reading: STANDING_COURSEWARE } : rules
  const entries = Object.entries(rules).map(([key, rule]) => [key, standingOn(rule)])
  return (Array.isArray(rules) ? entries.map(([, rule]) => rule) : Object.fromEntries(entries)) as T
}

const titleYears = {
  kind: 'years',
  count: reading(1, TITLE_YEARS_OPEN),
  since: null,
  lastYearBefore: reading(0, TITLE_YEARS_OPEN),
  consecutive: reading(false, TITLE_YEARS_OPEN),
  currentOnlyVerified: reading(false, '平台生成的学时无须另行审验，学完即可用于申报。'),
} as const

/**
 * 陕人社函〔2022〕259号. Words are the notice's own, with its own punctuation; a question that it leaves open is a
 * `reading`.
 */
export const SHAANXI_2022: Notice = {
  id: 'shaanxi/2022',
  region: 'shaanxi',
  year: 2022,
  standardYears: stated([2022], 'SX22-1', '现就做好2022年度全省专业技术人员继续教育培训有关事项通知如下'),
  documents: {
    SX22: {
      number: '陕人社函〔2022〕259号',
      title: '关于做好2022年度全省专业技术人员继续教育培训(知识更新工程)有关事项的通知',
      issuedOn: day('2022-07-07'),
    },
    SX20: SHAANXI_2020_DOCUMENT,
  },
  inForceFrom: reading(day('2022-01-01'), '通知针对2022全年度，不论何时印发；在下一年度的通知之前一直适用。'),
  scope: silent('通知没有列举人员范围。'),
  requirement: {
    total: stated(hours(80), 'SX22-1', REQUIREMENT_WORDS),
    public: stated(hours(24), 'SX22-1', REQUIREMENT_WORDS),
    professional: stated(hours(56), 'SX22-1', REQUIREMENT_WORDS),
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
          hours(12),
          'SX22-2',
          '《深入学习十九届六中全会精神，砥砺初心赓续百年历史伟业》，培训时长12 小时',
        ),
      },
      {
        id: 'sx22-public-2',
        title:
          '深入学习习近平总书记三次来陕考察重要讲话精神，解放思想改革创新再接再厉谱写陕西高质量发展新篇章',
        hours: stated(
          hours(10),
          'SX22-2',
          '科目二是《深入学习习近平总书记三次来陕考察重要讲话精神，解放思想改革创新再接再厉谱写陕西高质量发展新篇章》，培训时长10 小时。',
        ),
      },
      {
        id: 'sx22-public-3',
        title: '深入学习领会习近平总书记中央人才工作会议上的重要讲话精神',
        hours: stated(
          hours(2),
          'SX22-2',
          '科目三是《深入学习领会习近平总书记中央人才工作会议上的重要讲话精神》，培训时长2 小时。',
        ),
      },
    ],
    topics: [],
    modes: stated(['online', 'face-to-face'], 'SX22-4', MODES_WORDS),
  },
  kinds: [
    {
      id: 'online-course',
      label: '网络课程',
      aliases: ['网络学习'],
      route: 'online',
      category: null,
      formula: { kind: 'actual', says: stated(true, 'SX22-9', AUTOMATIC_WORDS) },
      caps: [],
      conditions: [
        {
          needs: stated(
            'courseware-audited',
            'SX22-8',
            '审核通过的视频课件置入全省专业技术人员继续教育学习平台。',
          ),
          cure: '请等课件审核通过后再学。',
        },
        {
          needs: stated('within-specialty', 'SX22-3', SPECIALTY_WORDS),
          only: 'professional',
          cure: '请选择基地授权专业范围内的课程。',
        },
        {
          needs: readingOf(
            'exam-passed',
            '通知说到科目考试，没有说考试与学时的关系；我们在看完全部课时并通过考试后计入学时。',
            'SX22-15',
            MAKE_UP_WORDS,
          ),
          cure: '请通过这门课程的考试。',
        },
      ],
      providers: stated(['platform'], 'SX22-11', ONLY_PLATFORM_WORDS),
      evidence: null,
    },
    {
      id: 'class',
      label: '面授培训',
      aliases: ['面授学习'],
      route: 'face-to-face',
      category: null,
      formula: { kind: 'actual', says: stated(true, 'SX22-9', AUTOMATIC_WORDS) },
      caps: [],
      conditions: [
        {
          needs: stated(
            'plan-approved',
            'SX22-17',
            '各基地若要开展面授培训，应严格按照当地疫情防控部门有关疫情防控要求，做好培训备案和疫情防控措施，并对培训疫情防控承担主体责任。',
          ),
          cure: '请举办基地先做好培训备案。',
        },
        {
          needs: stated(
            'within-specialty',
            'SX22-14',
            '专业技术人员可根据自身专业，自行选择具有相应培训专业和培训权限的基地参加面授学习，或在全省专业技术人员继续教育平台进行网络学习。',
          ),
          only: 'professional',
          cure: '请选择具有相应培训专业和培训权限的基地。',
        },
      ],
      providers: stated(['platform'], 'SX22-11', ONLY_PLATFORM_WORDS),
      evidence: null,
    },
    {
      id: 'equivalent',
      label: '同等学时认证',
      aliases: [],
      route: 'claim',
      category: null,
      formula: {
        kind: 'recognised',
        table: missing(
          '《陕西省专业技术人员继续教育证书管理暂行办法》（陕人社发〔2016〕27号）',
          'SX22-9',
          EQUIVALENT_WORDS,
        ),
      },
      caps: [],
      conditions: [],
      providers: null,
      evidence: reading(
        ['title', 'organiser', 'from-to', 'hours', 'photo'],
        '通知没有列出认证要交的材料；我们请学员写明学了什么、谁办的、起止日期和学时，并附证明照片。',
      ),
    },
  ],
  caps: [],
  countsOnce: OUR_ONCE,
  claimable: stated(['professional'], 'SX22-10', '公需课为必学科目，不能认证。'),
  exclusions: [],
  providers: [
    {
      id: 'platform',
      name: stated('全省专业技术人员继续教育学习平台', 'SX22-4', MODES_WORDS),
      address: stated(
        'http://jxjy.xidian.edu.cn',
        'SX22-12',
        '陕西省专业技术人员继续教育网：<http://jxjy.xidian.edu.cn>',
      ),
      phone: null,
    },
  ],
  bases: {
    admitted: silent('通知没有列出基地名单；基地以省、市人社部门公布的为准。'),
    national: OUR_NATIONAL_BASES,
    disqualified: null,
    certifies: readingOf(
      false,
      '“原则上不得”按不得处理；确需例外的，由上级人社部门写明理由。',
      'SX22-9',
      EQUIVALENT_WORDS,
    ),
  },
  profileBeforeUse: stated(
    true,
    'SX22-13',
    '全省专业技术人员继续教育学习平台实行实名制登录，未注册学员可通过微信扫码注册，已注册学员通过微信扫码登录，登录时需完善个人相关信息。',
  ),
  pendingUntilVerified: {
    ...OUR_PENDING,
    clause: 'SX22-13',
    words: '全省专业技术人员继续教育学习平台实行实名制登录',
  },
  carryOver: reading<boolean>(false, '通知没有说多出的学时可以转到下一年度；我们不自动结转。'),
  windows: [
    {
      fromYear: null,
      throughYear: stated(2021, 'SX22-14', '2021年度及以前公需课和专业课科目补学'),
      lastDay: stated(day('2022-09-30'), 'SX22-15', MAKE_UP_WORDS),
      kinds: stated(
        ['online-course', 'class'],
        'SX22-14',
        '专业技术人员可根据自身专业，自行选择具有相应培训专业和培训权限的基地参加面授学习，或在全省专业技术人员继续教育平台进行网络学习。',
      ),
      aimDay: null,
    },
    {
      fromYear: 2022,
      throughYear: readingOf(
        2022,
        '通知针对2022年度；以后的年度以当年的通知为准。',
        'SX22-1',
        REQUIREMENT_WORDS,
      ),
      lastDay: silent('通知没有规定2022年度学时的截止日期；下一年度的通知可能规定。'),
      kinds: null,
      aimDay: reading(
        day('2022-12-31'),
        '学时按年度计算，通知没有写截止日。我们以年末提醒，过后不会关闭，直到新的通知另有规定。',
      ),
    },
  ],
  dates: [],
  review: {
    chain: stated(['unit'], 'SX22-9', EQUIVALENT_WORDS),
    exceptions: [],
    automatic: stated(['online', 'face-to-face'], 'SX22-9', AUTOMATIC_WORDS),
    yearlySubmission: reading(false, '通知没有要求每年另行提交申请。'),
    visitDays: OUR_VISIT_DAYS,
  },
  deemings: [],
  substitutions: [],
  titles: [
    { level: 'junior', label: '初级', gate: titleYears },
    { level: 'middle', label: '中级', gate: titleYears },
    { level: 'senior', label: '高级', gate: titleYears },
  ],
  titleLevels: {
    nation: readingOf(
      ['junior', 'middle', 'senior'],
      '通知只写了市级、省级基地；国家级基地不低于省级，按省级基地看。',
      'SX22-5',
      BASE_PROVINCE_WORDS,
    ),
    city: stated(['junior', 'middle'], 'SX22-5', BASE_CITY_WORDS),
    province: stated(['junior', 'middle', 'senior'], 'SX22-5', BASE_PROVINCE_WORDS),
  },
  fees: {
    kind: stated('ceiling', 'SX22-18', FEE_WORDS),
    onlineFenPerHour: stated(yuan(3.6), 'SX22-18', FEE_WORDS),
    faceToFaceFenPerHour: stated(yuan(5), 'SX22-18', FEE_WORDS),
    inclusive: stated(true, 'SX22-18', FEE_WORDS),
    onlyTrainingHours: stated(true, 'SX22-18', '不得擅自设立收费项目、扩大收费范围和提高收费标准。'),
    reduction: silent(
      '2022年的通知没有重复2020年29个县（区）的降费，也没有说停止执行；这些县（区）的人收费前请向人社、发改部门问清楚，低于最高价总是可以的。',
    ),
    doubts: [],
    payrollShareTenths: stated(15, 'SX22-19', '将不低于专业技术人员工资总额的1.5%经费用于本单位继续教育工作'),
  },
  exam: {
    single: examSize(SHAANXI_2020_EXAM_SIZES.single),
    multiple: examSize(SHAANXI_2020_EXAM_SIZES.multiple),
    judge: examSize(SHAANXI_2020_EXAM_SIZES.judge),
    bankMultiple: examSize(SHAANXI_2020_EXAM_SIZES.bankMultiple),
    ...OUR_EXAM_CONDUCT,
  },
  watching: OUR_WATCHING,
  courseware: standingOn(SHAANXI_2020_COURSEWARE),
  oversight: {
    voidsFalseHours: stated(true, 'SX22-16', SPOT_CHECK_WORDS),
    withdrawsCertifying: stated(true, 'SX22-16', SPOT_CHECK_WORDS),
  },
  integrityRecordYears: silent('通知没有规定失信记录的期限。'),
  minimumAgeYears: OUR_MINIMUM_AGE,
  entries: [
    {
      label: '陕西省专业技术人员继续教育网',
      address: stated(
        'http://jxjy.xidian.edu.cn',
        'SX22-12',
        '陕西省专业技术人员继续教育网：<http://jxjy.xidian.edu.cn>',
      ),
    },
    {
      label: '陕西省人社厅门户网站',
      address: stated(
        'http://rst.shaanxi.gov.cn/',
        'SX22-12',
        '陕西省人社厅门户网站：<http://rst.shaanxi.gov.cn/>(陕西省人力资源和社会保障厅-政务服务网-快速链接-陕西省专业技术人员继续教育学习管理平台)',
      ),
    },
    {
      label: '省政府政务服务网',
      address: stated(
        'http://zwfw.shaanxi.gov.cn/',
        'SX22-12',
        '省政府政务服务网：<http://zwfw.shaanxi.gov.cn/>',
      ),
    },
  ],
  help: [],
  labels: {
    regionName: '陕西省',
    issuerName: '全省专业技术人员继续教育学习平台',
    public: '公需课',
    professional: '专业课',
    hour: '学时',
  },
}
