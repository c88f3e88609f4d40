import type { Condition, LearningKind } from '../../domain/policy/learning-kind'
import type { Bases, Labels, Notice, TitleGate } from '../../domain/policy/pack'
import {
  OUR_MINIMUM_AGE,
  OUR_NATIONAL_BASES,
  OUR_ONCE,
  OUR_OVERSIGHT,
  OUR_PENDING,
  OUR_VISIT_DAYS,
  OUR_WATCHING,
} from '../our-readings'
import { missing, reading, readingOf, silent, stated } from '../say'

/** Rules of the text of 2020, by which every Shaanxi year is read whose own text does not differ. */
export const REQUIREMENT_WORDS =
  '专业技术人员参加继续教育的时间，每年累计应不少于80小时（公需课不少于24小时，专业课不少于56小时），公需课和专业课学时必须同时达标方视为完成年度继续教育学时要求。'
export const STATUTE_WORDS = `按照《陕西省专业技术人员继续教育条例》规定，继续教育培训的内容分为公需课和专业课培训两部分。${REQUIREMENT_WORDS}`
const ROUTES_WORDS =
  '专业技术人员继续教育成绩可通过网络学习、面授学习和同等学时认证获取。面授、网络课程的学习成绩由学习平台自动生成；'
const EQUIVALENT_WORDS =
  '同等学时认证严格参照《陕西省专业技术人员继续教育证书管理暂行办法》（陕人社发〔2016〕27号）执行，由学员通过学习平台进行申请，人事主管单位审核。'
const ONLY_PLATFORM_WORDS = '凡未通过学习平台认定的学时成绩均视为无效。'
export const PUBLIC_MODES_WORDS =
  '公需课学习分为面授和网络两种形式，专业技术人员既可参加各基地组织的面授培训，也可登录全省专业技术人员继续教育学习平台进行网络学习。'
export const OWN_SPECIALTY_WORDS =
  '专业技术人员可根据自身专业，自由选择具有相应培训专业和培训权限的基地参加面授学习，或在全省专业技术人员继续教育平台进行网络学习。'
const SITE_WORDS = '陕西省专业技术人员继续教育网：<http://jxjy.xidian.edu.cn>'
const TITLE_YEARS_OPEN = '通知没有规定申报职称看哪几年；这里先看申报当年，所在系列另有要求的，以其为准。'
const NOT_TIED = '当年的通知没有把基地的层级和申报职称的级别联系起来，两级基地的学时都可以用于各级职称。'

const gate: TitleGate = {
  kind: 'years',
  count: reading(1, TITLE_YEARS_OPEN),
  since: null,
  lastYearBefore: reading(0, TITLE_YEARS_OPEN),
  consecutive: reading(false, TITLE_YEARS_OPEN),
  currentOnlyVerified: reading(false, '平台生成的学时无须另行审验，学完即可用于申报。'),
}

const bases: Bases = {
  admitted: silent('通知没有列出基地名单；基地以省、市人社部门公布的为准。'),
  national: OUR_NATIONAL_BASES,
  disqualified: null,
  certifies: readingOf(
    false,
    '同等学时由人事主管单位审核，没有给基地认证的权限。',
    'SX20-13',
    EQUIVALENT_WORDS,
  ),
}

const labels: Labels = {
  regionName: '陕西省',
  issuerName: '全省专业技术人员继续教育学习平台',
  public: '公需课',
  professional: '专业课',
  hour: '学时',
}

type Standing = Pick<
  Notice,
  | 'scope'
  | 'caps'
  | 'countsOnce'
  | 'claimable'
  | 'exclusions'
  | 'providers'
  | 'bases'
  | 'profileBeforeUse'
  | 'pendingUntilVerified'
  | 'carryOver'
  | 'review'
  | 'deemings'
  | 'substitutions'
  | 'titles'
  | 'titleLevels'
  | 'watching'
  | 'oversight'
  | 'integrityRecordYears'
  | 'minimumAgeYears'
  | 'help'
  | 'labels'
>

/** The common part of the year 2020 and of the years without a notice. */
export const SHAANXI_STANDING: Standing = {
  scope: silent('通知没有列举人员范围。'),
  caps: [],
  countsOnce: OUR_ONCE,
  claimable: reading(
    ['professional'],
    '当年的通知没有说公需课能不能认证；与后来的年度一致，认证只计专业课。',
  ),
  exclusions: [],
  providers: [
    {
      id: 'platform',
      name: stated('全省专业技术人员继续教育学习平台', 'SX20-6', PUBLIC_MODES_WORDS),
      address: stated('http://jxjy.xidian.edu.cn', 'SX20-2', SITE_WORDS),
      phone: null,
    },
  ],
  bases,
  profileBeforeUse: reading(true, '通知没有写登录要求；学时要记到本人名下，先完善个人信息再学习。'),
  pendingUntilVerified: OUR_PENDING,
  carryOver: reading<boolean>(false, '通知没有说多出的学时可以转到下一年度；我们不自动结转。'),
  review: {
    chain: stated(['unit'], 'SX20-13', EQUIVALENT_WORDS),
    exceptions: [],
    automatic: stated(['online', 'face-to-face'], 'SX20-13', ROUTES_WORDS),
    yearlySubmission: reading(false, '通知没有要求每年另行提交申请。'),
    visitDays: OUR_VISIT_DAYS,
  },
  deemings: [],
  substitutions: [],
  titles: [
    { level: 'junior', label: '初级', gate },
    { level: 'middle', label: '中级', gate },
    { level: 'senior', label: '高级', gate },
  ],
  titleLevels: {
    nation: reading(['junior', 'middle', 'senior'], NOT_TIED),
    city: reading(['junior', 'middle', 'senior'], NOT_TIED),
    province: reading(['junior', 'middle', 'senior'], NOT_TIED),
  },
  watching: OUR_WATCHING,
  oversight: OUR_OVERSIGHT,
  integrityRecordYears: silent('通知没有规定失信记录的期限。'),
  minimumAgeYears: OUR_MINIMUM_AGE,
  help: [],
  labels,
}

export const SITE = {
  label: '陕西省专业技术人员继续教育网',
  address: stated('http://jxjy.xidian.edu.cn', 'SX20-2', SITE_WORDS),
}

/** The three routes to hours (SX20-13); a year adds its own conditions for courses and classes. */
export const threeWays = (asked: {
  readonly online: readonly Condition[]
  readonly class: readonly Condition[]
}): readonly LearningKind[] => [
  {
    id: 'online-course',
    label: '网络课程',
    aliases: ['网络学习'],
    route: 'online',
    category: null,
    formula: { kind: 'actual', says: stated(true, 'SX20-13', ROUTES_WORDS) },
    caps: [],
    conditions: asked.online,
    providers: stated(['platform'], 'SX20-13', ONLY_PLATFORM_WORDS),
    evidence: null,
  },
  {
    id: 'class',
    label: '面授培训',
    aliases: ['面授学习'],
    route: 'face-to-face',
    category: null,
    formula: { kind: 'actual', says: stated(true, 'SX20-13', ROUTES_WORDS) },
    caps: [],
    conditions: asked.class,
    providers: stated(['platform'], 'SX20-13', ONLY_PLATFORM_WORDS),
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
        'SX20-13',
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
]

/** No text connects hours with an exam; every Shaanxi year is read alike. */
export const PASSED: Condition = {
  needs: readingOf(
    'exam-passed',
    '通知说到网络课程考核，没有说考核与学时的关系；我们在看完全部课时并通过考试后计入学时。',
    'SX20-41',
    '网络课程考核试卷按照“30个单选题、10个多选题、10个判断题”的标准组卷',
  ),
  cure: '请通过这门课程的考试。',
}
