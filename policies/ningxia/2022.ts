import type { Condition, EvidenceField, LearningKind, Pushed } from '../../domain/policy/learning-kind'
import type { DeemingRule, Notice, Substitution, TitleLevel, TitleRule } from '../../domain/policy/pack'
import type { ClauseId, Reading } from '../../domain/policy/value'
import {
  OUR_EXAM,
  OUR_MINIMUM_AGE,
  OUR_NATIONAL_BASES,
  OUR_ONCE,
  OUR_OVERSIGHT,
  OUR_PENDING,
  OUR_VISIT_DAYS,
  OUR_WATCHING,
} from '../our-readings'
import { day, hours, missing, reading, readingOf, silent, stated } from '../say'

const BOTH_WORDS =
  '根据《专业技术人员继续教育规定》（人力资源社会保障部令第25号），专业技术人员应按要求完成继续教育公需课和专业课学习。'
const PUBLIC_WORDS =
  '专业技术人员继续教育公需课通过“宁夏专业技术人员继续教育培训网 (<http://nxzj.chinahrt.com/>)”进行网络学习，由系统自动审核登记。'
const ROUTES_WORDS =
  '专业技术人员继续教育专业课可通过以下方式和途径进行学习：参加行业主管部门的专项知识培训；参加用人单位和行业主管部门认可的培训班、研修班或进修班学习；参加学术会议、讲座或访学（问）等专业学术活动；参加网络远程教育、移动端学习；到教学、科研、生产单位进行继续教育实践活动；行业主管部门规定的其他方式途径。'
const WORKSHOP_WORDS = '参加用人单位和行业主管部门认可的培训班、研修班或进修班学习'
const OTHER_WORDS = '行业主管部门规定的其他方式途径。'
const MIDDLE_WORDS =
  '申报中级专业技术职务任职资格的，审验近 4 年（2018-2021 年）继续教育学时，总学时累计不少于 360 学时，其中公需课不少于 120 学时'
const SENIOR_WORDS =
  '申报副高级及以上专业技术职务任职资格的，审验近 5 年（2017-2021 年）继续教育学时，总学时累计不少于 450 学时，其中公需课不少于 150 学时。'
const MASTER_WORDS = '硕士研究生学历的继续教育学时根据任职年限要求计算。'
const DEGREE_WORDS =
  '在审验年限期间取得高一级学历或第二学历的教育，可视为接受继续教育，其中，在审验期内入学并毕业的，视同完成审验期继续教育任务，只需提交学历证明'
const CROSSING_WORDS = '跨审验期入学并毕业的，具体学时需由院校提供学时证明，并需完成审验期内的公需课目学习。'
const TRIP_WORDS =
  '参加国内外考察和专业技术交流活动的，依据考察或培训的有关文件，按实际考察培训时间(路程时间除外)，每天以 6 学时折合计算专业课程培训学时。'
const TEACHING_WORDS =
  '对 2022 年担任继续教育培训师资的专业技术人员，继续按照授课 1 学时授予 3 学时的标准记入个人继续教育总学时(继续医学教育等有另行规定的，按原规定执行)。'
const LANGUAGE_WORDS =
  '对不要求外语和计算机应用能力考试的职称评审系列(专业)，凡以往参加过职称外语考试并达到合格标准的，可代替公需课 40 个学时'
const COMPUTER_WORDS =
  '参加过全国计算机应用能力考试并达到合格标准的专业技术人员，每个模块可代替公需课 10 个学时'
const SERIES_WORDS = '对不要求外语和计算机应用能力考试的职称评审系列(专业)'
const SUBSTITUTION_END_WORDS = '(此项政策截止 2022 年年底，以后不再执行)。'
const QUALIFICATION_WORDS =
  '对已取得中级或副高级职称后考取职业资格的，可视同完成任职期内专业课学习任务，鼓励专业技术人员提升综合能力。'
const CATALOGUE_WORDS =
  '依托宁夏专业技术人员继续教育服务平台，上线公需课及九大重点产业、教师、工程、农业、自然科研、社会哲学科研、档案、新闻、艺术群文、律师和公证员、图资、会计、经济、工艺美术、卫生等系列部分专业科目共计 4344 门，8255 学时的培训课程'
const PROOF_WORDS = '根据考试考核结果如实出具专业技术人员参加继续教育的证明。'
const VERIFY_WORDS = '各级人社部门、各系列评审委员会要严格按规定的程序和权限，切实做好继续教育审验工作。'

const PUBLIC_ONLINE: LearningKind = {
  id: 'public-online',
  label: '公需课（宁夏专业技术人员继续教育培训网）',
  aliases: [],
  route: 'import',
  category: stated('public', 'NX22-2', PUBLIC_WORDS),
  formula: { kind: 'actual', says: stated(true, 'NX22-2', PUBLIC_WORDS) },
  caps: [],
  conditions: [],
  providers: stated(['nxzj'], 'NX22-2', PUBLIC_WORDS),
  evidence: null,
}

/** The professional part of the service platform's catalogue; its public part is the training site's (NX22-2). */
const ONLINE_COURSE: LearningKind = {
  id: 'online-course',
  label: '网络专业课（继续教育服务平台）',
  aliases: ['手机APP学习'],
  route: 'online',
  category: readingOf(
    'professional',
    '服务平台上的专业科目计入专业课；公需课在培训网学习，自动登记。',
    'NX22-14',
    CATALOGUE_WORDS,
  ),
  formula: {
    kind: 'actual',
    says: readingOf(true, '课程目录里这门课是多少学时，就计多少学时。', 'NX22-14', CATALOGUE_WORDS),
  },
  caps: [],
  conditions: [
    {
      needs: readingOf(
        'exam-passed',
        '通知要求根据考试考核结果如实出具证明；网络课程要考试合格才登记学时。',
        'NX22-15',
        PROOF_WORDS,
      ),
      cure: '请通过这门课程的考试；考试合格后学时自动登记，不用另行申报。',
    },
  ],
  providers: null,
  evidence: null,
}

const evidence = (fields: readonly EvidenceField[], why: string): Reading<readonly EvidenceField[]> =>
  reading(fields, `通知没有列出申报要交的材料；${why}`)

interface Route {
  readonly id: string
  readonly label: string
  readonly aliases?: readonly string[]
  /** The route in the notice's own words. */
  readonly words: string
  readonly conditions?: readonly Condition[]
  readonly evidence: Reading<readonly EvidenceField[]>
  readonly pushed?: Reading<readonly Pushed[]>
}

/** One of the six routes to professional hours: none of them says how many hours it gives. */
const route = ({ words, conditions = [], aliases = [], ...kind }: Route): LearningKind => ({
  ...kind,
  aliases,
  route: 'claim',
  category: stated('professional', 'NX22-3', ROUTES_WORDS),
  formula: {
    kind: 'actual',
    says: readingOf(
      true,
      '通知只列出学习途径，没有规定折合多少学时；按证明上的实际学时计入，由审验的人核对。',
      'NX22-3',
      words,
    ),
  },
  caps: [],
  conditions,
  providers: null,
})

const SIX_ROUTES: readonly LearningKind[] = [
  route({
    id: 'line-training',
    label: '行业主管部门的专项知识培训',
    words: '参加行业主管部门的专项知识培训',
    pushed: readingOf(
      [
        { by: 'department', mode: 'face-to-face' },
        { by: 'department', mode: 'online' },
      ],
      '行业主管部门送来的名单，是它自己办的专项知识培训；由部门负责如实登记，不用个人再申报。',
      'NX22-3',
      '参加行业主管部门的专项知识培训',
    ),
    evidence: evidence(
      ['title', 'organiser', 'from-to', 'hours', 'photo'],
      '请写明培训名称、举办的行业主管部门、起止日期和学时，并附证明的照片。',
    ),
  }),
  route({
    id: 'workshop',
    label: '培训班、研修班、进修班',
    aliases: ['高级研修班'],
    words: WORKSHOP_WORDS,
    pushed: readingOf(
      [{ by: 'base', mode: 'face-to-face' }],
      '基地送来的面授名单是培训班、研修班或进修班；用人单位和行业主管部门认可的才计入。',
      'NX22-3',
      WORKSHOP_WORDS,
    ),
    conditions: [
      {
        needs: stated('organiser-recognised', 'NX22-3', WORKSHOP_WORDS),
        cure: '请先由用人单位和行业主管部门都认可这个班，把认可的文件附上再来申报。',
      },
    ],
    evidence: evidence(
      ['title', 'organiser', 'from-to', 'hours', 'photo'],
      '请写明班名、举办单位、起止日期和学时，并附单位和行业主管部门认可的证明照片。',
    ),
  }),
  route({
    id: 'academic-meeting',
    label: '学术会议、讲座、访学',
    aliases: ['访问学者'],
    words: '参加学术会议、讲座或访学（问）等专业学术活动',
    evidence: evidence(
      ['title', 'organiser', 'from-to', 'hours', 'photo'],
      '请写明会议、讲座或访学的名称、举办单位、起止日期和学时，并附证明的照片。',
    ),
  }),
  route({
    id: 'remote-learning',
    label: '其他网络远程教育、移动端学习',
    words: '参加网络远程教育、移动端学习',
    pushed: readingOf(
      [{ by: 'base', mode: 'online' }],
      '基地自己开的网络课程是网络远程教育，不是服务平台的课程；由基地根据考试考核结果如实登记。',
      'NX22-3',
      '参加网络远程教育、移动端学习',
    ),
    evidence: evidence(
      ['title', 'organiser', 'hours', 'certificate-number', 'photo'],
      '请写明课程、平台、学时和学时证明的编号，并附证明的照片。',
    ),
  }),
  route({
    id: 'practice',
    label: '到教学、科研、生产单位实践',
    words: '到教学、科研、生产单位进行继续教育实践活动',
    evidence: evidence(
      ['title', 'organiser', 'from-to', 'hours', 'photo'],
      '请写明实践内容、接收单位、起止日期和学时，并附接收单位证明的照片。',
    ),
  }),
  route({
    id: 'other-route',
    label: '行业主管部门规定的其他途径',
    words: OTHER_WORDS,
    conditions: [
      {
        needs: stated('organiser-recognised', 'NX22-3', OTHER_WORDS),
        cure: '请向行业主管部门要来规定这种学习方式的文件，写上文号再来申报。',
      },
    ],
    evidence: evidence(
      ['title', 'organiser', 'from-to', 'hours', 'document-number', 'photo'],
      '请写明学了什么、谁办的、起止日期、学时和行业主管部门文件的文号，并附证明的照片。',
    ),
  }),
]

const TRIP: LearningKind = {
  id: 'trip',
  label: '国内外考察、专业技术交流',
  aliases: ['考察', '专业技术交流'],
  route: 'claim',
  category: stated('professional', 'NX22-8', TRIP_WORDS),
  formula: { kind: 'per-day', hoursPerDay: stated(hours(6), 'NX22-8', TRIP_WORDS) },
  caps: [],
  conditions: [
    {
      needs: stated('documented', 'NX22-8', TRIP_WORDS),
      cure: '请附考察或培训的文件，要看得出去了几天、路上几天；路程时间不计。',
    },
  ],
  providers: null,
  evidence: evidence(
    ['title', 'organiser', 'from-to', 'days', 'travel-days', 'document-number', 'photo'],
    '请写明去哪里考察交流、共几天、路上几天和文件的文号，并附文件的照片。',
  ),
}

/** Teaching in 2022 lies outside the windows that 2022 looks at, and counts in the year of the teaching. */
const TEACHING: LearningKind = {
  id: 'teaching',
  label: '担任继续教育培训师资（授课）',
  aliases: ['授课'],
  route: 'claim',
  category: readingOf(
    'professional',
    '通知只说记入总学时，没有说算公需课还是专业课；授课不是学公需课，计入专业课。计在授课的那一年：2022年授课的，计入2022年。',
    'NX22-9',
    TEACHING_WORDS,
  ),
  formula: {
    kind: 'multiple',
    factor: stated(3, 'NX22-9', TEACHING_WORDS),
    otherYears: {
      stated: stated([2022], 'NX22-9', TEACHING_WORDS),
      factor: readingOf(
        3,
        '通知只写2022年的授课；“继续按照”说明以前也是这样记，2017至2021年的授课同样一共记3倍。当年另有规定的，以当年的为准。',
        'NX22-9',
        TEACHING_WORDS,
      ),
    },
    ownRule: {
      lines: readingOf(
        ['health'],
        '卫生系列人员的授课一般是继续医学教育，按原规定执行；原规定没有随通知公布，学时由审核的人认定。',
        'NX22-9',
        TEACHING_WORDS,
      ),
      table: missing('继续医学教育等另行规定的授课学时标准', 'NX22-9', TEACHING_WORDS),
    },
  },
  caps: [],
  conditions: [],
  providers: null,
  evidence: evidence(
    ['title', 'organiser', 'from-to', 'hours', 'photo'],
    '请写明讲了什么、举办单位、起止日期和授课学时（按讲课的学时填，一共记3倍），并附聘书或课表的照片；继续医学教育等另有规定的，请报“继续医学教育授课”。',
  ),
}

/** Teaching that keeps a rule of its own: nobody is given three hours for one by this notice. */
const MEDICAL_TEACHING: LearningKind = {
  id: 'medical-teaching',
  label: '继续医学教育授课（按原规定）',
  aliases: ['继续医学教育师资'],
  route: 'claim',
  category: readingOf(
    'professional',
    '通知没有说算公需课还是专业课；授课不是学公需课，计入专业课。',
    'NX22-9',
    TEACHING_WORDS,
  ),
  formula: {
    kind: 'recognised',
    table: missing('继续医学教育等另行规定的授课学时标准', 'NX22-9', TEACHING_WORDS),
  },
  caps: [],
  conditions: [],
  providers: null,
  evidence: evidence(
    ['title', 'organiser', 'from-to', 'hours', 'document-number', 'photo'],
    '请写明讲了什么、举办单位、起止日期、按原规定应记的学时和规定的文号，并附聘书或课表的照片。',
  ),
}

const DEGREE_STUDY: LearningKind = {
  id: 'degree-study',
  label: '学历教育（跨审验期入学、毕业）',
  aliases: ['高一级学历', '第二学历'],
  route: 'claim',
  category: readingOf(
    'professional',
    '院校证明的学时计入专业课；通知写明审验期内的公需课还要另外学。',
    'NX22-7',
    CROSSING_WORDS,
  ),
  formula: {
    kind: 'actual',
    says: readingOf(true, '院校的学时证明写多少学时，就计多少学时。', 'NX22-7', CROSSING_WORDS),
  },
  caps: [],
  conditions: [
    {
      needs: stated('provider-certified', 'NX22-7', CROSSING_WORDS),
      cure: '请向院校要来学时证明，写明这一年学了多少学时，再来申报。',
    },
  ],
  providers: null,
  evidence: evidence(
    ['title', 'school', 'from-to', 'hours', 'photo'],
    '请写明专业、院校、起止日期和院校证明的学时，并附学时证明的照片。',
  ),
}

const DEGREE: DeemingRule = {
  id: 'degree',
  label: '取得高一级学历或第二学历（审验期内入学并毕业）',
  covers: stated('all-years', 'NX22-7', DEGREE_WORDS),
  years: null,
  yearChosen: null,
  leastMonths: null,
  when: stated('within-years-looked-at', 'NX22-7', DEGREE_WORDS),
  titleYears: null,
  onlyFor: null,
  onlyLines: null,
  onlyLevels: null,
  onlyHeld: null,
}

const QUALIFICATION: DeemingRule = {
  id: 'qualification',
  label: '取得中级或副高级职称后考取职业资格',
  covers: readingOf(
    'professional',
    '通知只说视同完成专业课，公需课仍要学够。总学时怎么算，通知没有说；公需课够了，总学时就视为够了。',
    'NX22-11',
    QUALIFICATION_WORDS,
  ),
  years: null,
  yearChosen: null,
  leastMonths: null,
  when: stated('after-present-title', 'NX22-11', QUALIFICATION_WORDS),
  titleYears: null,
  onlyFor: null,
  onlyLines: null,
  onlyLevels: readingOf(
    ['senior'],
    '“已取得中级或副高级职称后考取”：申报中级的人还没有中级职称，只有申报副高级及以上的用得上。',
    'NX22-11',
    QUALIFICATION_WORDS,
  ),
  onlyHeld: stated(['middle', 'deputy-senior'], 'NX22-11', QUALIFICATION_WORDS),
}

/** Past exams count in the public hours and so in the total; when they were passed does not matter. */
const substitution = (exam: Pick<Substitution, 'id' | 'label' | 'hoursEach' | 'atMost'>): Substitution => ({
  ...exam,
  lastDay: readingOf(
    day('2022-12-31'),
    '“2022年年底”算到12月31日当天，看申报职称的日期；考试可以是以前考的。',
    'NX22-10',
    SUBSTITUTION_END_WORDS,
  ),
  onlySeriesWithoutExam: stated(true, 'NX22-10', SERIES_WORDS),
  cappedAtRequirement: readingOf(
    true,
    '代替的是公需课，公需课够了就不再增加；代替的学时同时算进总学时。',
    'NX22-10',
    LANGUAGE_WORDS,
  ),
})

const SUBSTITUTIONS: readonly Substitution[] = [
  substitution({
    id: 'foreign-language',
    label: '职称外语考试合格',
    hoursEach: stated(hours(40), 'NX22-10', LANGUAGE_WORDS),
    atMost: readingOf(1, '通知没有说考过几次就代替几次；职称外语每人只代替一次。', 'NX22-10', LANGUAGE_WORDS),
  }),
  substitution({
    id: 'computer-module',
    label: '全国计算机应用能力考试合格（每个模块）',
    hoursEach: stated(hours(10), 'NX22-10', COMPUTER_WORDS),
    atMost: silent('通知没有规定最多几个模块；代替的学时以公需课的要求为限。'),
  }),
]

const WINDOW_WHY =
  '2022年评审看到2021年为止，也就是申报年份的前一年。这几年累计够就行：每一年没有下限，专业课也没有单独的下限。'

interface Sums {
  readonly years: number
  readonly total: number
  readonly public: number
}

/** The sums of one title over its window, all of them from one sentence. */
const sums = (asked: Sums, clause: ClauseId, words: string) => ({
  kind: 'window' as const,
  years: stated(asked.years, clause, words),
  lastYearBefore: readingOf(1, WINDOW_WHY, clause, words),
  total: stated(hours(asked.total), clause, words),
  public: stated(hours(asked.public), clause, words),
})

const TITLES: readonly TitleRule[] = [
  {
    level: 'junior',
    label: '初级',
    gate: silent('通知只规定了中级、副高级及以上；初级职称的学时要求请问本单位或当地人社部门。'),
  },
  {
    level: 'middle',
    label: '中级',
    gate: {
      ...sums({ years: 4, total: 360, public: 120 }, 'NX22-4', MIDDLE_WORDS),
      byTenure: readingOf(
        ['硕士研究生'],
        '通知没有写怎么按任职年限计算；我们按任职年数占4年的比例折算，任职满4年及以上的仍按4年。',
        'NX22-5',
        MASTER_WORDS,
      ),
      byTenureLikely: readingOf(
        ['硕士', '硕士学历', '研究生', '研究生学历', '在职研究生'],
        '只写“硕士”“研究生”的，先按硕士研究生学历看；只有硕士学位、没有研究生学历的，不在其内。',
        'NX22-5',
        MASTER_WORDS,
      ),
    },
  },
  {
    level: 'senior',
    label: '副高级及以上',
    gate: {
      ...sums({ years: 5, total: 450, public: 150 }, 'NX22-6', SENIOR_WORDS),
      byTenure: null,
      byTenureLikely: null,
    },
  },
]

const EVERY_LEVEL = reading<readonly TitleLevel[]>(
  ['junior', 'middle', 'senior'],
  '通知没有按基地的级别区分学时能用于哪一级职称；各级职称都算。',
)

/** 宁人社发〔2022〕23号. The notice bears no date. */
export const NINGXIA_2022: Notice = {
  id: 'ningxia/2022',
  region: 'ningxia',
  year: 2022,
  standardYears: readingOf(
    [2022, 2021, 2020, 2019, 2018, 2017],
    '2022年的职称评审要审验2017年以来的学时，往年的通知没有收进来；这几年学了什么、算什么，都按本通知看。',
    'NX22-6',
    SENIOR_WORDS,
  ),
  documents: {
    NX22: {
      number: '宁人社发〔2022〕23号',
      title: '自治区人力资源和社会保障厅关于做好2022年全区专业技术人员继续教育工作的通知',
      issuedOn: null,
    },
  },
  inForceFrom: reading(
    day('2022-01-01'),
    '通知没有写印发日期，针对2022全年度；在下一年度的通知之前一直适用。',
  ),
  scope: silent('通知没有逐类列出人员，只写明包括非公经济组织的专业技术人员；谁都不因此被排除。'),
  requirement: silent(
    '通知没有规定每一年的学时。申报职称时看几年累计：总学时和公需课都要够，专业课没有单独的下限。',
  ),
  publicSubjects: {
    theme: silent('通知没有规定公需课的主题。'),
    choice: readingOf(
      'free',
      '通知没有指定公需课的科目；在培训网上任选，学多少登记多少。',
      'NX22-2',
      PUBLIC_WORDS,
    ),
    subjects: [],
    topics: [],
    modes: stated(['online'], 'NX22-2', PUBLIC_WORDS),
  },
  kinds: [PUBLIC_ONLINE, ONLINE_COURSE, ...SIX_ROUTES, TRIP, TEACHING, MEDICAL_TEACHING, DEGREE_STUDY],
  caps: [],
  countsOnce: OUR_ONCE,
  claimable: readingOf(
    ['professional'],
    '公需课和专业课都要学，不能互相顶替；申报的学时只计专业课，公需课由培训网自动登记。',
    'NX22-1',
    BOTH_WORDS,
  ),
  exclusions: [],
  providers: [
    {
      id: 'nxzj',
      name: stated('宁夏专业技术人员继续教育培训网', 'NX22-2', PUBLIC_WORDS),
      address: stated('http://nxzj.chinahrt.com/', 'NX22-2', PUBLIC_WORDS),
      phone: null,
    },
  ],
  bases: {
    admitted: silent('通知没有公布基地名单；以人社部门认定的继续教育基地为准。'),
    national: OUR_NATIONAL_BASES,
    disqualified: null,
    certifies: readingOf(
      false,
      '基地只根据考试考核结果如实出具证明；学时由用人单位和人社部门审验。',
      'NX22-15',
      PROOF_WORDS,
    ),
  },
  profileBeforeUse: reading(true, '登记和审验都要对得上本人和单位；请先填完个人信息。'),
  pendingUntilVerified: OUR_PENDING,
  carryOver: reading<boolean>(
    false,
    '通知不按年度要求学时，没有结转一说；学时计在学习的那一年，评审时累计。',
  ),
  windows: [
    {
      fromYear: 2022,
      throughYear: reading(
        2022,
        '通知部署2022年度的继续教育，没有说往年可以补学，也没有说以后的年度；没有说的我们不开放。',
      ),
      lastDay: silent('通知没有规定2022年度学习的截止日期。'),
      kinds: null,
      aimDay: reading(
        day('2022-12-31'),
        '学时计在学习的那一年，通知没有写截止日。我们以年末提醒，过后不会关闭，直到新的通知另有规定。',
      ),
    },
  ],
  dates: [],
  review: {
    chain: readingOf(
      ['unit', 'bureau'],
      '通知说“规定的程序和权限”，没有写全各步：先由用人单位审核，再由人社部门审验；评审委员会评审时再看一次。',
      'NX22-16',
      VERIFY_WORDS,
    ),
    exceptions: [],
    automatic: readingOf(
      ['import', 'online'],
      '培训网的公需课由系统自动审核登记；平台上的网络课程同样由系统登记，不用人审核。',
      'NX22-2',
      PUBLIC_WORDS,
    ),
    yearlySubmission: reading(false, '通知没有要求每年另行提交申请；申报职称时审验几年的学时。'),
    visitDays: OUR_VISIT_DAYS,
  },
  deemings: [DEGREE, QUALIFICATION],
  substitutions: SUBSTITUTIONS,
  titles: TITLES,
  titleLevels: { nation: EVERY_LEVEL, province: EVERY_LEVEL, city: EVERY_LEVEL },
  fees: silent('通知没有规定收费标准。'),
  exam: OUR_EXAM,
  watching: OUR_WATCHING,
  courseware: silent('通知没有规定课件制作要求。'),
  oversight: OUR_OVERSIGHT,
  integrityRecordYears: silent('通知说违反审验纪律的按条例和职称评审纪律处理，没有规定失信记录的期限。'),
  minimumAgeYears: OUR_MINIMUM_AGE,
  entries: [
    {
      label: '宁夏专业技术人员继续教育培训网（公需课）',
      address: stated('http://nxzj.chinahrt.com/', 'NX22-2', PUBLIC_WORDS),
    },
  ],
  // The notice speaks of a 400 hotline and an app without giving a number or an address.
  help: [],
  labels: {
    regionName: '宁夏回族自治区',
    issuerName: '宁夏专业技术人员继续教育服务平台',
    public: '公需课',
    professional: '专业课',
    hour: '学时',
  },
}
