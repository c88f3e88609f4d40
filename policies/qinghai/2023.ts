import type { EvidenceField, LearningKind } from '../../domain/policy/learning-kind'
import type {
  DateRule,
  DeemingRule,
  Notice,
  TitleGate,
  TitleLevel,
  YearWindow,
} from '../../domain/policy/pack'
import type { ClauseId } from '../../domain/policy/value'
import {
  OUR_EXAM,
  OUR_MINIMUM_AGE,
  OUR_ONCE,
  OUR_OVERSIGHT,
  OUR_PENDING,
  OUR_VISIT_DAYS,
  OUR_WATCHING,
} from '../our-readings'
import { day, hours, missing, reading, readingOf, silent, stated } from '../say'

const INTEGRITY_WORDS = '一经查实，列入全国、全省信用信息共享平台，记录期为3年。'
const REQUIREMENT_WORDS =
  '专业技术人员每年参加继续教育的学时不少于 135 学时，其中公需科目不少于 45 学时、专业科目不少于 90 学时。'
const PUBLIC_WORDS = '公需科目采取线上培训方式开展，学员登录青海干部网络学院培训平台自主学习。'
const PROFESSIONAL_WORDS = '专业科目采取线上与线下、集中与分散、课堂讲授与实践操作相结合等形式开展。'
const KINDS_WORDS =
  '专业科目(包括网络课程类、培训进修类、自学类、技术带教帮扶类、创新成果类、学术论文、学术著作、专题授课、考试命题、技能大赛)学时认定'
const FILING_WORDS =
  '各行业主管部门、各继续教育基地、各用人单位于7月中旬前完成年内计划组织实施的各类线上、线下培训的备案工作'
const APPROVAL_WORDS = '年度培训工作方案及计划经人社部门审核通过后，方可组织开展培训工作。'
const STUDY_WORDS =
  '专业技术人员继续教育学习时间自各继续教育基地、行业主管部门、所在单位印发通知之日起开始至12月20日结束。'
const SUBMIT_WORDS = '请专业技术人员于12月10日前向所在单位提交年度继续教育学时申请'
const VERIFY_WORDS = '各级人社部门、各行业主管部门、自主审验单位于12月20日前完成逐级审验工作。'
const CLOSE_WORDS =
  '本年度专业技术人员继续教育学时审验截止时间为12月31日24时，届时“继续教育个人端”和“继续教育管理端”将自动关闭，无法进行学时提交、审验工作。'
const NOT_NEXT_YEAR_WORDS = '学时审验工作不得延至下一年。'
const PUSH_BY_WORDS =
  '省卫健委、省财政厅等自主培训行业部门以及各继续教育基地要积极与“继续教育管理系统管理端”技术人员对接'
const PUSH_WORDS =
  '每个月月底将本基地、本行业当月培训数据推送至“继续教育管理系统管理端”，实现数据向上汇集和共享。'
const NOT_REGISTERED_WORDS =
  '参加各类考前辅导、事业单位新进人员岗前培训、“法宣在线”等不纳入专业技术人员继续教育培训学时认定范围，不作学时登记。'
const EPIDEMIC_WORDS = '医务人员参加疫情防控经历,视同完成一年继续教育学时学分。'
const WAIVER_WORDS =
  '为我省经济发展和重大战略实施作出突出贡献,具有绝招、绝技、绝活,并长期坚守在生产服务一线岗位工作的高技能领军人才,或获得中华技能大奖、全国技术能手、国家级技能大师工作室带头人、享受国务院政府特殊津贴的高技能人才,申报职称时,对继续教育可不作要求。'
const VILLAGE_WORDS =
  '对受组织选派担任驻村第一书记和工作队队员的专业技术人员,驻村满1年(实年)以上的,可视同参加并完成任现职期间任意一年继续教育学时。'
const TITLE_WORDS =
  '自2023年起,专业技术人员申报高级、中级职称时,分别提交自2019年以来近4年、3年的继续教育学时,可不连续计算,但所提交的每一年度的继续教育须同时达到公需课、专业课学时要求。'
const LINE_WORDS = '全省卫生、会计专业技术人员分别按照省级行业主管部门安排部署完成培训、审验等工作。'
const TECHNICAL_PHONES = '技术咨询电话：18970996140 15979952660 15500597407'

/** The annex that decides the hours of the professional kinds. It is missing. */
const ANNEX_2 = missing('青海省2023年通知附件2', 'QH23-18', '现行有关政策规定执行(见附件2)。')

const PUBLIC_ONLINE: LearningKind = {
  id: 'public-online',
  label: '公需科目（青海干部网络学院）',
  aliases: [],
  route: 'import',
  category: stated('public', 'QH23-5', PUBLIC_WORDS),
  formula: {
    kind: 'actual',
    says: readingOf(true, '青海干部网络学院登记多少学时，就记多少学时。', 'QH23-5', PUBLIC_WORDS),
  },
  caps: [],
  conditions: [],
  providers: stated(['qh-cadre-academy'], 'QH23-5', PUBLIC_WORDS),
  evidence: null,
}

/**
 * Courses and classes of bases, line departments and units: only those filed and approved beforehand count.
 */
const organised = (kind: Pick<LearningKind, 'id' | 'label' | 'route'>): LearningKind => ({
  ...kind,
  aliases: [],
  category: stated('professional', 'QH23-6', PROFESSIONAL_WORDS),
  formula: {
    kind: 'actual',
    says: readingOf(
      true,
      '附件2没有随通知公布；备案的课程和班次按审核通过的学时计入，附件2另有规定的以附件2为准。',
      'QH23-18',
      KINDS_WORDS,
    ),
  },
  caps: [],
  conditions: [
    {
      needs: stated('plan-approved', 'QH23-9', APPROVAL_WORDS),
      cure: '请举办单位说明这期培训是否已备案并经人社部门审核通过；没有备案的学时无法认定，由举办单位负责解释。',
    },
  ],
  providers: null,
  evidence: null,
})

const EVIDENCE_WHY = '附件2没有随通知公布；我们只要审验的人需要看的几项，缺什么由审验的人告诉您。'

/** A claim of a trainee: the annex with its hours is missing, so a reviewer recognises them. */
const claimed = (
  kind: Pick<LearningKind, 'id' | 'label'> & { readonly aliases?: readonly string[] },
  evidence: readonly EvidenceField[],
): LearningKind => ({
  aliases: [],
  ...kind,
  route: 'claim',
  category: stated('professional', 'QH23-18', KINDS_WORDS),
  formula: { kind: 'recognised', table: ANNEX_2 },
  caps: [],
  conditions: [],
  providers: null,
  evidence: reading(evidence, EVIDENCE_WHY),
})

const KINDS: readonly LearningKind[] = [
  PUBLIC_ONLINE,
  organised({ id: 'online-course', label: '网络课程类', route: 'online' }),
  organised({ id: 'training', label: '培训进修类', route: 'face-to-face' }),
  claimed({ id: 'self-study', label: '自学类' }, ['title', 'from-to', 'hours', 'photo']),
  claimed({ id: 'mentoring', label: '技术带教帮扶类' }, ['title', 'organiser', 'from-to', 'photo']),
  claimed({ id: 'innovation', label: '创新成果类', aliases: ['创新实践类'] }, [
    'title',
    'level',
    'author-rank',
    'patent-number',
    'photo',
  ]),
  claimed({ id: 'paper', label: '学术论文' }, ['title', 'level', 'author-rank', 'doi', 'photo']),
  claimed({ id: 'book', label: '学术著作' }, ['title', 'author-rank', 'isbn', 'photo']),
  claimed({ id: 'lecturing', label: '专题授课' }, ['title', 'organiser', 'from-to', 'hours', 'photo']),
  claimed({ id: 'exam-setting', label: '考试命题' }, ['organiser', 'from-to', 'document-number', 'photo']),
  claimed({ id: 'skills-contest', label: '技能大赛' }, [
    'title',
    'organiser',
    'level',
    'certificate-number',
    'photo',
  ]),
]

/** 2023 closes for good with its last day; the years before it closed each with their own. */
const WINDOWS: readonly YearWindow[] = [
  ...[2019, 2020, 2021, 2022].map((year) => ({
    fromYear: year,
    throughYear: readingOf(
      year,
      '通知没有开放补学；往年的学时在当年年末截止。',
      'QH23-12',
      NOT_NEXT_YEAR_WORDS,
    ),
    lastDay: readingOf(
      day(`${year}-12-31`),
      '学时审验不得延至下一年，因此往年的学时已在当年12月31日截止，现在不能补学。',
      'QH23-12',
      NOT_NEXT_YEAR_WORDS,
    ),
    kinds: null,
    aimDay: null,
  })),
  {
    fromYear: 2023,
    throughYear: readingOf(
      2023,
      '通知说的“本年度”是2023年度；须在年内完成当年的培训，以后的年度以当年的通知为准。',
      'QH23-12',
      CLOSE_WORDS,
    ),
    lastDay: stated(day('2023-12-31'), 'QH23-12', CLOSE_WORDS),
    kinds: null,
    aimDay: null,
  },
]

const UNTIL_CLOSE = '标题写12月20日前，正文写系统12月31日24时关闭：过了这一天记为迟办，系统关闭之前仍可办理。'

const closing = (act: DateRule['act'], label: string): DateRule => ({
  act,
  label,
  force: stated('hard', 'QH23-12', CLOSE_WORDS),
  day: stated(day('2023-12-31'), 'QH23-12', CLOSE_WORDS),
})

/** A day stated by the notice that reminds, because the system itself stays open until the year's last day. */
const reminding = (
  rule: Pick<DateRule, 'act' | 'label' | 'by'>,
  on: string,
  source: readonly [ClauseId, string],
): DateRule => ({
  ...rule,
  force: readingOf('soft', UNTIL_CLOSE, ...source),
  day: stated(day(on), ...source),
})

const MID_JULY = '“7月中旬前”从严是7月10日、从宽是7月20日：7月10日起提醒，7月20日为最后一天。'

const DATES: readonly DateRule[] = [
  {
    act: 'file-plan',
    label: '培训计划备案（提醒）',
    force: readingOf('soft', MID_JULY, 'QH23-9', FILING_WORDS),
    day: readingOf(day('2023-07-10'), MID_JULY, 'QH23-9', FILING_WORDS),
  },
  {
    act: 'file-plan',
    label: '培训计划备案（截止）',
    force: readingOf('hard', `${MID_JULY}过后由人社部门写明原因才能重开。`, 'QH23-9', FILING_WORDS),
    day: readingOf(day('2023-07-20'), MID_JULY, 'QH23-9', FILING_WORDS),
    by: stated(['各行业主管部门', '各继续教育基地', '各用人单位'], 'QH23-9', FILING_WORDS),
    way: stated(['备案年内的线上、线下培训', '人社部门审核通过', '组织开展培训'], 'QH23-9', APPROVAL_WORDS),
  },
  reminding({ act: 'study', label: '学习培训' }, '2023-12-20', ['QH23-10', STUDY_WORDS]),
  {
    act: 'study',
    label: '学习培训（年度关闭）',
    force: readingOf(
      'hard',
      '系统关闭之后不能再提交、审验本年度的学时，之后学的不能计入2023年度。',
      'QH23-12',
      CLOSE_WORDS,
    ),
    day: stated(day('2023-12-31'), 'QH23-12', CLOSE_WORDS),
  },
  reminding({ act: 'submit-claim', label: '向单位提交年度学时申请' }, '2023-12-10', [
    'QH23-11',
    SUBMIT_WORDS,
  ]),
  closing('submit-claim', '提交年度学时申请（系统关闭）'),
  reminding(
    {
      act: 'verify-claim',
      label: '逐级审验',
      by: stated(['各级人社部门', '各行业主管部门', '自主审验单位'], 'QH23-11', VERIFY_WORDS),
    },
    '2023-12-20',
    ['QH23-11', VERIFY_WORDS],
  ),
  closing('verify-claim', '审验（系统关闭）'),
  {
    act: 'push-data',
    label: '推送当月培训数据',
    force: readingOf(
      'soft',
      '通知没有说过了月底不再接收；迟到的数据记为迟报，照样接收。',
      'QH23-22',
      PUSH_WORDS,
    ),
    day: stated('month-end', 'QH23-22', PUSH_WORDS),
    by: stated(['省卫健委、省财政厅等自主培训行业部门', '各继续教育基地'], 'QH23-22', PUSH_BY_WORDS),
  },
]

const waiver = (id: string, label: string): DeemingRule => ({
  id,
  label,
  covers: stated('waived', 'QH23-15', WAIVER_WORDS),
  years: null,
  yearChosen: null,
  leastMonths: null,
  when: null,
  titleYears: null,
  onlyFor: null,
  onlyLines: null,
  onlyLevels: null,
  onlyHeld: null,
})

const DEEMINGS: readonly DeemingRule[] = [
  {
    id: 'epidemic-duty',
    label: '医务人员参加疫情防控',
    covers: stated('year', 'QH23-14', EPIDEMIC_WORDS),
    years: stated(1, 'QH23-14', EPIDEMIC_WORDS),
    yearChosen: readingOf(
      'any',
      '通知说“视同完成一年”，没有说抵哪一年；由本人选一年，一般选参加疫情防控的那一年，公需、专业都算完成，只选一次。',
      'QH23-14',
      EPIDEMIC_WORDS,
    ),
    leastMonths: null,
    when: null,
    titleYears: null,
    onlyFor: null,
    onlyLines: stated(['health'], 'QH23-14', EPIDEMIC_WORDS),
    onlyLevels: null,
    onlyHeld: null,
  },
  {
    id: 'village',
    label: '驻村第一书记和工作队队员',
    covers: stated('year', 'QH23-16', VILLAGE_WORDS),
    years: readingOf(
      1,
      '驻村两年、三年，通知也只说抵任意一年；由您在任现职期间选一年，只选一次。',
      'QH23-16',
      VILLAGE_WORDS,
    ),
    yearChosen: stated('any-in-term', 'QH23-16', VILLAGE_WORDS),
    leastMonths: stated(12, 'QH23-16', VILLAGE_WORDS),
    when: null,
    titleYears: null,
    onlyFor: null,
    onlyLines: null,
    onlyLevels: null,
    onlyHeld: null,
  },
  waiver('skilled-talent', '高技能领军人才（绝招、绝技、绝活）'),
  waiver('awards', '中华技能大奖、全国技术能手等高技能人才'),
]

/** Some whole years, chosen one by one since 2019: a gap between them is no fault. */
const wholeYears = (count: number): TitleGate => ({
  kind: 'years',
  count: stated(count, 'QH23-17', TITLE_WORDS),
  since: stated(2019, 'QH23-17', TITLE_WORDS),
  lastYearBefore: readingOf(
    0,
    '“近4年、3年”没有说算到哪一年；申报当年的学时审验通过后也可以提交。',
    'QH23-17',
    TITLE_WORDS,
  ),
  consecutive: stated(false, 'QH23-17', TITLE_WORDS),
  currentOnlyVerified: readingOf(
    true,
    '申报当年的学时还没有审验完，不能当作已达到；审验通过后就可以选这一年。',
    'QH23-17',
    TITLE_WORDS,
  ),
})

const EVERY_LEVEL = reading<readonly TitleLevel[]>(
  ['junior', 'middle', 'senior'],
  '通知没有按基地的级别区分学时能用于哪一级职称；各级职称都算。',
)

/** 青海省2023年通知, whose text bears no number. Words are the notice's own, commas of either width as it has them. */
export const QINGHAI_2023: Notice = {
  id: 'qinghai/2023',
  region: 'qinghai',
  year: 2023,
  standardYears: readingOf(
    [2023],
    '通知只部署2023年；往年是否达标，以当年审验登记的结果为准。',
    'QH23-3',
    '现就做好 2023 年全省专业技术人员继续教育工作及有关事项通知如下',
  ),
  documents: {
    QH23: {
      number: '青海省人力资源和社会保障厅2023年6月8日通知（原文未写文号）',
      title: '关于做好2023年专业技术人员继续教育培训工作的通知',
      issuedOn: day('2023-06-08'),
    },
  },
  inForceFrom: reading(day('2023-01-01'), '通知针对2023全年度，不论何时印发；在下一年度的通知之前一直适用。'),
  scope: stated(
    ['enterprise', 'institution', 'temporary', 'central-unit', 'private-unit', 'garrison-kindergarten'],
    'QH23-1',
    '全省各级各类企事业单位专业技术人员（含临聘专业技术人员）、中央驻青单位、民办机构、驻军幼儿园的专业技术人员按规定参加继续教育培训。',
  ),
  requirement: {
    total: stated(hours(135), 'QH23-3', REQUIREMENT_WORDS),
    public: stated(hours(45), 'QH23-3', REQUIREMENT_WORDS),
    professional: stated(hours(90), 'QH23-3', REQUIREMENT_WORDS),
    bothParts: stated(true, 'QH23-3', REQUIREMENT_WORDS),
  },
  publicSubjects: {
    theme: silent('通知没有规定公需科目的主题。'),
    choice: readingOf(
      'free',
      '通知没有指定公需科目的课程；在青海干部网络学院任选，够学时就行。',
      'QH23-5',
      PUBLIC_WORDS,
    ),
    subjects: [],
    topics: [],
    modes: stated(['online'], 'QH23-5', PUBLIC_WORDS),
  },
  kinds: KINDS,
  caps: [],
  countsOnce: OUR_ONCE,
  claimable: readingOf(
    ['professional'],
    '公需科目只从青海干部网络学院取得，不能申报认定；可以申报的都是专业科目。',
    'QH23-5',
    PUBLIC_WORDS,
  ),
  exclusions: [
    {
      topic: 'exam-coaching',
      label: '考前辅导',
      excluded: stated(true, 'QH23-19', NOT_REGISTERED_WORDS),
      onlyFor: null,
      recognised: readingOf(
        [
          { all: ['考前'], none: ['心理', '思考前', '参考前'] },
          { all: ['考试', '辅导'], none: ['命题', '心理'] },
          { all: ['考试', '冲刺'], none: ['心理'] },
          { all: ['资格考试', '培训'], none: ['命题', '考务', '考官'] },
          { all: ['应试'], none: ['供应试', '反应试', '响应试', '效应试', '感应试', '适应试'] },
          { all: ['备考'], none: ['装备考', '设备考', '储备考', '战备考'] },
          { all: ['押题'] },
          { all: ['冲刺班'] },
        ],
        '通知说的是“各类考前辅导”，不论课程叫什么名字；名称里有这些词的，按考前辅导看。',
        'QH23-19',
        NOT_REGISTERED_WORDS,
      ),
    },
    {
      topic: 'induction',
      label: '事业单位新进人员岗前培训',
      excluded: stated(true, 'QH23-19', NOT_REGISTERED_WORDS),
      onlyFor: readingOf(
        ['institution', 'temporary', 'central-unit', 'garrison-kindergarten'],
        '通知写的是事业单位新进人员，事业单位的临聘人员也在内；企业、民办机构的岗前培训不在其内。中央驻青单位、驻军幼儿园看不出是不是事业单位，和没有写明单位性质的一样，按事业单位看。',
        'QH23-19',
        NOT_REGISTERED_WORDS,
      ),
      recognised: readingOf(
        [
          { all: ['岗前'], none: ['转岗前', '离岗前'] },
          { all: ['入职', '培训'], none: ['融入职', '介入职', '纳入职', '引入职', '深入职', '嵌入职'] },
          { all: ['新进', '培训'], none: ['新进展', '创新进'] },
          { all: ['新入职'] },
          { all: ['新聘', '培训'] },
          { all: ['新录用', '培训'] },
        ],
        '同样的培训各单位叫法不同；名称里有这些词的，按新进人员岗前培训看。',
        'QH23-19',
        NOT_REGISTERED_WORDS,
      ),
    },
    {
      topic: 'fxzx',
      label: '法宣在线',
      excluded: stated(true, 'QH23-19', NOT_REGISTERED_WORDS),
      onlyFor: null,
      recognised: readingOf(
        [{ all: ['法宣在线'] }, { all: ['法宣'], none: ['普法宣', '法宣传', '法宣讲', '法宣贯', '法宣誓'] }],
        '名称里写明是法宣在线的学习，不论由谁送来。',
        'QH23-19',
        NOT_REGISTERED_WORDS,
      ),
    },
  ],
  providers: [
    {
      id: 'qh-cadre-academy',
      name: stated('青海干部网络学院', 'QH23-5', PUBLIC_WORDS),
      address: null,
      phone: null,
    },
  ],
  bases: {
    admitted: stated(
      [
        '青海开放大学继续教育学院',
        '青海大学继续教育学院',
        '青海交通职业技术学院',
        '青海建筑职业技术学院',
        '青海农牧科技职业学院',
        '青海省监狱管理局中心医院',
      ],
      'QH23-7',
      '青海开放大学继续教育学院、青海大学继续教育学院、青海交通职业技术学院、青海建筑职业技术学院、青海农牧科技职业学院、青海省监狱管理局中心医院 6 家单位继续面向全省开展专业技术人员继续教育培训工作。',
    ),
    national: stated(
      true,
      'QH23-6',
      '参加由国家级、省级继续教育基地或由本行业主管部门、用人单位组织的线上线下专业课程培训。',
    ),
    disqualified: {
      names: stated(
        ['海西州职业技术学校', '青海师范大学成人教育学院', '青海省团校', '青海省冶金工业技术学校'],
        'QH23-8',
        '海西州职业技术学校、青海师范大学成人教育学院、青海省团校、青海省冶金工业技术学校 4 家单位不再作为青海省省级专业技术人员继续教育基地',
      ),
      from: readingOf(
        day('2023-01-01'),
        '“自2023年起”从1月1日算；2023年以前在这几家学的学时不受影响。',
        'QH23-8',
        '自 2023 年起，海西州职业技术学校、青海师范大学成人教育学院、青海省团校、青海省冶金工业技术学校 4 家单位不再作为青海省省级专业技术人员继续教育基地',
      ),
    },
    certifies: readingOf(
      false,
      '审验由单位、主管部门和人社部门进行，通知没有让基地审验；基地只如实记录和推送培训数据。',
      'QH23-11',
      VERIFY_WORDS,
    ),
  },
  profileBeforeUse: readingOf(
    true,
    '学时要逐级审验，没有姓名和单位就没有人能审；请先填完个人信息。',
    'QH23-21',
    '做好账号注册（新增单位和人员）、专业课备案、提交学时申请、审核审验学时、学时管理等工作。',
  ),
  pendingUntilVerified: OUR_PENDING,
  carryOver: stated(false, 'QH23-4', '获得的继续教育学时不得结转或顺延至下一年度。'),
  windows: WINDOWS,
  dates: DATES,
  review: {
    chain: readingOf(
      ['unit', 'department', 'bureau'],
      '通知说“逐级审验”，没有写全各级：先单位，再主管部门，最后人社部门。',
      'QH23-11',
      VERIFY_WORDS,
    ),
    exceptions: [
      {
        case: 'health',
        label: '卫生专业技术人员',
        chain: stated(['line-department'], 'QH23-2', LINE_WORDS),
      },
      {
        case: 'accounting',
        label: '会计专业技术人员',
        chain: stated(['line-department'], 'QH23-2', LINE_WORDS),
      },
      {
        case: 'self-reviewing',
        label: '自主审验单位',
        chain: readingOf(['unit'], '自主审验单位自己审验，不再逐级上报。', 'QH23-11', VERIFY_WORDS),
      },
    ],
    automatic: readingOf(
      ['import'],
      '青海干部网络学院和基地、部门推送来的数据按来源登记，不用个人逐条申报；年度申请仍要逐级审验。',
      'QH23-22',
      PUSH_WORDS,
    ),
    yearlySubmission: stated(true, 'QH23-11', SUBMIT_WORDS),
    visitDays: OUR_VISIT_DAYS,
  },
  deemings: DEEMINGS,
  substitutions: [],
  titles: [
    {
      level: 'junior',
      label: '初级',
      gate: silent('通知只规定了高级和中级；认定职称和转换职称系列的学时要求在附件2，没有随通知公布。'),
    },
    { level: 'middle', label: '中级', gate: wholeYears(3) },
    { level: 'senior', label: '高级', gate: wholeYears(4) },
  ],
  titleLevels: { nation: EVERY_LEVEL, province: EVERY_LEVEL, city: EVERY_LEVEL },
  fees: silent('通知没有规定收费标准。'),
  exam: OUR_EXAM,
  watching: OUR_WATCHING,
  courseware: silent('通知没有规定课件制作要求。'),
  oversight: {
    voidsFalseHours: readingOf(
      true,
      '通知规定弄虚作假一经查实列入信用平台；查实不真实的学时没有学过，因此同时按无效处理。',
      'QH23-24',
      INTEGRITY_WORDS,
    ),
    withdrawsCertifying: OUR_OVERSIGHT.withdrawsCertifying,
  },
  integrityRecordYears: stated(3, 'QH23-24', INTEGRITY_WORDS),
  minimumAgeYears: OUR_MINIMUM_AGE,
  entries: [],
  help: [
    { label: '技术咨询', phone: stated('18970996140', 'QH23-26', TECHNICAL_PHONES) },
    { label: '技术咨询', phone: stated('15979952660', 'QH23-26', TECHNICAL_PHONES) },
    { label: '技术咨询', phone: stated('15500597407', 'QH23-26', TECHNICAL_PHONES) },
    {
      label: '省级人社部门政策咨询',
      phone: stated('0971-8258157', 'QH23-26', '省级人社部门政策咨询电话：0971-8258157'),
    },
  ],
  labels: {
    regionName: '青海省',
    issuerName: '青海省专业技术人员继续教育管理系统',
    public: '公需科目',
    professional: '专业科目',
    hour: '学时',
  },
}
