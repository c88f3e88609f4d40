import type { Condition, EvidenceField, LearningKind } from '../../domain/policy/learning-kind'
import type { Category, DateRule, Notice, Provider, TitleGate, TitleLevel } from '../../domain/policy/pack'
import type { ClauseId, Reading } from '../../domain/policy/value'
import {
  OUR_EXAM,
  OUR_MINIMUM_AGE,
  OUR_NATIONAL_BASES,
  OUR_OVERSIGHT,
  OUR_PENDING,
  OUR_VISIT_DAYS,
  OUR_WATCHING,
} from '../our-readings'
import { day, hours, reading, readingOf, silent, stated } from '../say'

const SCOPE_WORDS =
  '在我县各类企事业单位、社会中介组织从事专业技术工作，与用人单位确定了人员劳动（聘用）关系的专业技术人员，以及在城市、农村从事专业技术工作但无工作单位的人员。'
const REQUIREMENT_WORDS =
  '专业技术人员应按规定参加继续教育，每年累计应不少于 90 学时，其中公需课不少于 30 学时，专业课不少于 60 学时。'
const WAIVER_WORDS = '2022 年度泰安市组建的各级职称评审委员会对企业专业技术人员继续教育学时不作硬性要求。'
const MODES_WORDS = '公需科目和专业科目学习可采取线上、线下培训的形式开展。'
const ONLINE_WORDS =
  '线上培训可登陆泰安市专业技术人员继续教育平台（<http://sdta.yxlearning.com/>）、泰安市专业技术人员继续教育培训网（<https://ta.tyjrp.com/>）、泰安市专业技术人员继续教育培训平台（<http://ta.zhuanjip.com>）以及石大云培——泰安市专业技术人员继续教育学习平台（<https://sdta.treewises.com/>），采取网络在线的方式学习，考试合格登记相应继续教育学时。'
const RURAL_WORDS = '乡村振兴板块学时计入专业科目学时。'
const FREE_TOPICS_WORDS =
  '自主选择疫情防控、医养健康、信息化及网络安全、电子商务、知识产权、人才国际化、人文素养等方面内容的学习。'
const PLAN_DAY_WORDS = '5月20日前做好专业科目培训计划申报、备案工作。'
const UNAPPROVED_WORDS = '未经核准举办继续教育培训班的，不进行继续教育学时认定。'
const TRAINING_WORDS =
  '培训进修类，由人力资源社会保障部门、行业主管部门举办、批准，或经人力资源社会保障部门备案，包括各类脱产、半脱产继续教育培训、进修、研修、专题讲座、学术交流、出国学习、远程教育及其他相关继续教育实践活动，按实际学时登记，不超过8学时/天。'
const SELF_STUDY_WORDS =
  '自学类，包括专业技术人员个人自学、单位统一安排自学、自学考试、在职学历教育，由用人单位建立学习档案并确定具体学时，每年累计不超过40学时。'
const CONVERTED_WORDS = '每项（篇、本）计10学时，折算学时每年累计不超过30学时。'
const OUTCOME_WORDS = '成果类，包括科研成果奖励、专利或用人单位认可的其他重要成果等。'
const PAPER_WORDS = '论文著作类，包括公开发表的学术、技术论文、学术会议交流论文、出版著作、译著等。'
const UNRESTRICTED_WORDS =
  '自2022年起，我市不再限制继续教育报名和学习时间，专业技术人员可根据个人安排自主选择时间报名进行继续教育学习，在线上完成培训内容的学习，考试合格后可在继续教育培训平台下载相应学时电子证书。'
const REGISTER_WORDS =
  '自2022年起，专业技术人员参加各类线上、线下继续教育培训所获学时统一使用山东省专业技术人员继续教育公共服务平台（<http://117.73.255.69:9080>，以下简称省平台）进行登记和审核。'
const CERTIFICATE_WORDS =
  '专业技术人员完成年度继续教育学习任务，在山东省专业技术人员继续教育公共服务平台（<http://117.73.255.69:9080>）登记并经审核认定后，可登录个人账号自行打印全省统一制式的继续教育电子证书。'
const REGISTRATION_WORDS =
  '按要求4月28日前完成主管部门、用人单位的注册及审核，5月7日前完成专业技术人员个人账号注册审核工作。'
const REGISTERED_BY_WORDS = '各乡镇、县直主管部门要指导好用人单位和专业技术人员注册审核工作'
const ORDER_WORDS =
  '各乡镇、县直主管部门应先完成注册，再指导所属用人单位在省平台进行注册，然后指导专业技术人员个人注册。'
const PERSON_WORDS =
  '个人账号由个人注册、单位负责审核，或由单位管理员登录单位账号查询统计模块进行批量导入学员操作'
const ACCOUNT_WORDS = '个人账号由个人注册、单位负责审核'
const TOWNSHIP_WORDS = '非公有制经济组织按照属地原则，选择所在乡镇、街道为主管部门注册及审核。'
const NO_REPEAT_WORDS = '泰安市专业技术人员继续教育平台上的所获学时整体接入省平台，无需重复申报。'
const CHAIN_WORDS =
  '专业技术人员通过其他继续教育学习所获学时可按照个人申报、单位审核、主管部门审查、人社部门审验等流程在省平台登记。'
const AUGUST_WORDS =
  '为不影响 2022 年度专业技术人员职称评审，原则上应在 8 月底前完成相应专业技术人员省平台学时申报审核工作。'
const CLASS_WORDS =
  '应通过省平台上传培训计划等相关材料后进行线上申报，经人社部门审核通过后可开展相关培训，培训结束考试合格后可在平台登记相应继续教育学时。'
const MAKE_UP_WORDS =
  '自 2022 年起，泰安市专业技术人员继续教育学习开放补学功能，学员根据个人自愿原则，可登录我市继续教育线上平台自主选择 2018-2021 年度公需科目、专业科目按照公需课不少于 30 学时，专业课不少于 60 学时的标准进行补学，考试合格后补发相应年度继续教育学时（学分）电子证书。'
const BASE_PLAN_WORDS =
  '省级继续教育基地应制定 2022 年度继续教育工作计划，于 5 月 20 日前通过“山东省专业技术人员继续教育公共服务平台”报县人社局专业技术人员管理科，经上级部门审核同意后组织实施。'
const IMPORTANT_WORDS =
  '用人单位要把专业技术人员参加继续教育情况作为专业技术人员考核、聘任和申报评审职称的重要条件'
const CITY_PHONES_WORDS =
  '泰安市继续教育平台技术支持电话：四个平台依次为：400-806-8255、400-097-7789、400-683-6699、0532-86980631。'
const PROVINCE_PHONE_WORDS = '山东省专业技术人员继续教育公共服务平台技术支持电话：400-837-0811。'
const COUNTY_CONTACT_WORDS = '县人力资源社会保障部门联系电话：5620362，电子邮箱：sdnyzjk@126.com。'

/** The four platforms of the city, in the notice's order; its phones follow the same order. */
const platform = (id: string, says: { name: string; address: string; phone: string }): Provider => ({
  id,
  name: stated(says.name, 'NY22-4', ONLINE_WORDS),
  address: stated(says.address, 'NY22-4', ONLINE_WORDS),
  phone: stated(says.phone, 'NY22-24', CITY_PHONES_WORDS),
})

const PLATFORMS: readonly Provider[] = [
  platform('ta-yxlearning', {
    name: '泰安市专业技术人员继续教育平台',
    address: 'http://sdta.yxlearning.com/',
    phone: '400-806-8255',
  }),
  platform('ta-tyjrp', {
    name: '泰安市专业技术人员继续教育培训网',
    address: 'https://ta.tyjrp.com/',
    phone: '400-097-7789',
  }),
  platform('ta-zhuanjip', {
    name: '泰安市专业技术人员继续教育培训平台',
    address: 'http://ta.zhuanjip.com',
    phone: '400-683-6699',
  }),
  platform('ta-treewises', {
    name: '石大云培——泰安市专业技术人员继续教育学习平台',
    address: 'https://sdta.treewises.com/',
    phone: '0532-86980631',
  }),
]

const EXAM_PASSED_ONLINE: Condition = {
  needs: stated('exam-passed', 'NY22-4', '考试合格登记相应继续教育学时。'),
  cure: '请在原来学习的市平台通过这门课程的考试，合格后学时自动接入，不用另行申报。',
}

/**
 * Courses of the city's platforms: their hours are imported together, and no trainee declares them again
 * (NY22-16).
 */
const ofPlatforms = (kind: Pick<LearningKind, 'id' | 'label' | 'aliases' | 'category'>): LearningKind => ({
  ...kind,
  route: 'import',
  formula: { kind: 'actual', says: stated(true, 'NY22-4', '考试合格登记相应继续教育学时。') },
  caps: [],
  conditions: [EXAM_PASSED_ONLINE],
  providers: stated(
    PLATFORMS.map(({ id }) => id),
    'NY22-4',
    ONLINE_WORDS,
  ),
  evidence: null,
})

/** The notice does not say whether its other hours are public or professional. */
const asProfessional = (clause: ClauseId, words: string): Reading<Category> =>
  readingOf(
    'professional',
    '通知没有说这一类算公需课还是专业课；我们计入专业课，人社部门另有说法的，以其为准。',
    clause,
    words,
  )

const evidence = (fields: readonly EvidenceField[], why: string): Reading<readonly EvidenceField[]> =>
  reading(fields, `通知没有列出申报要交的材料；${why}`)

/** Papers and outcomes: so many hours an item, both under the one limit of converted hours. */
const converted = (
  kind: Pick<LearningKind, 'id' | 'label' | 'aliases' | 'evidence' | 'conditions'>,
  words: string,
): LearningKind => ({
  ...kind,
  route: 'claim',
  category: asProfessional('NY22-10', words),
  formula: { kind: 'per-item', hoursPerItem: stated(hours(10), 'NY22-10', CONVERTED_WORDS) },
  caps: ['converted-year'],
  providers: null,
})

const NOT_BY_RANK = '合作完成的，通知没有说按排名折减，我们不折减，由单位审核。'

const KINDS: readonly LearningKind[] = [
  ofPlatforms({
    id: 'online-course',
    label: '线上课程（泰安市平台）',
    aliases: ['线上培训'],
    category: null,
  }),
  ofPlatforms({
    id: 'rural-revitalisation',
    label: '乡村振兴板块课程（泰安市平台）',
    aliases: ['乡村振兴板块'],
    category: stated('professional', 'NY22-5', RURAL_WORDS),
  }),
  {
    id: 'class',
    label: '线下培训班',
    aliases: ['线下培训'],
    route: 'face-to-face',
    category: null,
    formula: {
      kind: 'actual',
      says: stated(true, 'NY22-18', '培训结束考试合格后可在平台登记相应继续教育学时。'),
    },
    caps: [],
    conditions: [
      {
        needs: stated('plan-approved', 'NY22-7', UNAPPROVED_WORDS),
        cure: '请举办单位说明培训计划是否已在省平台申报并经人社部门审核通过；没有核准的培训班，学时无法认定。',
      },
      {
        needs: stated('exam-passed', 'NY22-18', CLASS_WORDS),
        cure: '请参加这期培训班的考试，合格后由举办单位在省平台登记。',
      },
    ],
    providers: null,
    evidence: null,
  },
  {
    id: 'training',
    label: '培训进修类',
    aliases: [],
    route: 'claim',
    category: asProfessional('NY22-8', TRAINING_WORDS),
    formula: { kind: 'actual', says: stated(true, 'NY22-8', TRAINING_WORDS) },
    caps: ['training-day'],
    conditions: [
      {
        needs: stated('organiser-recognised', 'NY22-8', TRAINING_WORDS),
        cure: '请向举办单位要来人社部门或行业主管部门举办、批准的文件，或在人社部门备案的证明。',
      },
    ],
    providers: null,
    evidence: evidence(
      ['title', 'organiser', 'from-to', 'days', 'hours', 'photo'],
      '请写明学了什么、谁办的、起止日期、天数和学时，并附举办、批准或备案的证明照片。',
    ),
  },
  {
    id: 'self-study',
    label: '自学类',
    aliases: [],
    route: 'claim',
    category: asProfessional('NY22-9', SELF_STUDY_WORDS),
    formula: {
      kind: 'actual',
      says: readingOf(true, '学习档案里单位确定多少学时，就计多少学时。', 'NY22-9', SELF_STUDY_WORDS),
    },
    caps: ['self-study-year'],
    conditions: [
      {
        needs: stated('study-record-kept', 'NY22-9', '用人单位未建立学习档案的不予登记。'),
        cure: '请单位先建立您的学习档案，写明学了什么、确定多少学时，再来申报。',
      },
    ],
    providers: null,
    evidence: evidence(
      ['title', 'from-to', 'hours', 'photo'],
      '请写明学了什么、起止日期和单位确定的学时，并附学习档案的照片。',
    ),
    ways: stated(['个人自学', '单位统一安排自学', '自学考试', '在职学历教育'], 'NY22-9', SELF_STUDY_WORDS),
  },
  converted(
    {
      id: 'outcome',
      label: '成果类',
      aliases: ['科研成果'],
      evidence: evidence(
        ['title', 'certificate-number', 'patent-number', 'photo'],
        `请写明成果名称和获奖证书号或专利号（没有的由单位说明），并附证书照片。${NOT_BY_RANK}`,
      ),
      conditions: [
        {
          needs: stated('outcome-recognised', 'NY22-10', OUTCOME_WORDS),
          cure: '获奖证书、专利证书拍照上传就行；没有获奖也不是专利的，请先请单位出具认可意见，拍照一并上传。',
          assumed: true,
        },
      ],
    },
    OUTCOME_WORDS,
  ),
  converted(
    {
      id: 'paper',
      label: '论文著作类',
      aliases: ['论文著作'],
      evidence: evidence(
        ['title', 'doi', 'isbn', 'photo'],
        `请写明题目和论文的DOI或著作的书号（没有的由单位说明），并附封面、目录的照片。${NOT_BY_RANK}`,
      ),
      conditions: [
        {
          needs: readingOf(
            'published',
            '“公开发表的”管学术、技术论文；学术会议交流论文以收入会议论文集、著作译著以出版为公开。',
            'NY22-10',
            PAPER_WORDS,
          ),
          cure: '等发表或出版以后再申报；只有录用通知的还不算。',
          assumed: true,
        },
      ],
    },
    PAPER_WORDS,
  ),
]

/** A day that reminds: the notice asks for it, and does not say that later is refused. */
const reminding = (
  rule: Pick<DateRule, 'act' | 'label' | 'by' | 'way'>,
  on: string,
  source: readonly [ClauseId, string],
): DateRule => ({
  ...rule,
  force: readingOf('soft', '通知没有说过期不再办理；过了这一天记为迟办，请尽快补办。', ...source),
  day: stated(day(on), ...source),
})

const DATES: readonly DateRule[] = [
  reminding(
    {
      act: 'register-unit',
      label: '主管部门、用人单位注册及审核',
      by: stated(['各乡镇、县直主管部门', '用人单位'], 'NY22-13', REGISTERED_BY_WORDS),
      way: stated(['主管部门完成注册', '用人单位注册', '专业技术人员个人注册'], 'NY22-13', ORDER_WORDS),
    },
    '2022-04-28',
    ['NY22-13', REGISTRATION_WORDS],
  ),
  reminding(
    {
      act: 'register-person',
      label: '个人账号注册审核',
      way: stated(['个人注册，或由单位管理员批量导入', '单位审核'], 'NY22-14', PERSON_WORDS),
    },
    '2022-05-07',
    ['NY22-13', REGISTRATION_WORDS],
  ),
  reminding(
    {
      act: 'file-plan',
      label: '专业科目培训计划申报、备案',
      by: readingOf(
        ['各行业主管部门', '宁阳县乡村振兴学院'],
        '通知没有写明由谁申报；前一句说的是行业主管部门组织、依托乡村振兴学院开展，谁办班谁申报。',
        'NY22-7',
        PLAN_DAY_WORDS,
      ),
      way: stated(
        ['通过省平台上传培训计划等材料，线上申报', '人社部门审核通过', '开展培训'],
        'NY22-18',
        CLASS_WORDS,
      ),
    },
    '2022-05-20',
    ['NY22-7', PLAN_DAY_WORDS],
  ),
  reminding(
    {
      act: 'file-plan',
      label: '省级继续教育基地报年度工作计划',
      by: stated(['省级继续教育基地'], 'NY22-21', BASE_PLAN_WORDS),
      way: stated(
        ['通过省平台报县人社局专业技术人员管理科', '上级部门审核同意', '组织实施'],
        'NY22-21',
        BASE_PLAN_WORDS,
      ),
    },
    '2022-05-20',
    ['NY22-21', BASE_PLAN_WORDS],
  ),
  {
    act: 'finish-for-title',
    label: '申报2022年度职称的人员完成学时申报审核',
    force: readingOf(
      'soft',
      '“原则上”不是截止：过了8月底记为迟办，仍可办理；能否赶上当年评审，由人社部门写明理由决定。',
      'NY22-17',
      AUGUST_WORDS,
    ),
    day: readingOf(day('2022-08-31'), '“8月底前”算到8月31日当天。', 'NY22-17', AUGUST_WORDS),
  },
]

const TITLE_YEARS_OPEN =
  '通知没有规定申报职称看哪几年；这里先看2018年以来有没有一个完整达标的年度，评审委员会另有要求的，以其为准。'

const titleYears: TitleGate = {
  kind: 'years',
  count: readingOf(1, TITLE_YEARS_OPEN, 'NY22-22', IMPORTANT_WORDS),
  since: readingOf(
    2018,
    '通知没有规定从哪一年起算；补学最早开放到2018年度，这里从2018年看起。',
    'NY22-20',
    MAKE_UP_WORDS,
  ),
  lastYearBefore: readingOf(
    0,
    '通知没有规定算到哪一年；申报当年的学时在8月底前审核完的，可以用于当年评审。',
    'NY22-17',
    AUGUST_WORDS,
  ),
  consecutive: reading(false, '通知没有要求各年度连续。'),
  currentOnlyVerified: reading(
    false,
    '市平台的学时整体接入，无须另行审验；自己申报的学时要等审核通过才计入。',
  ),
}

const EVERY_LEVEL = reading<readonly TitleLevel[]>(
  ['junior', 'middle', 'senior'],
  '通知没有按基地的级别区分学时能用于哪一级职称；各级职称都算。',
)

/** The county's notice of 2022-04-22, which passes on the city's; it bears no number. */
export const TAIAN_2022: Notice = {
  id: 'shandong/taian-2022',
  region: 'shandong',
  year: 2022,
  standardYears: readingOf(
    [2022, 2021, 2020, 2019, 2018],
    '2022年度按本通知；2018至2021年度的补学，通知写明同样按公需课30、专业课60的标准。',
    'NY22-20',
    MAKE_UP_WORDS,
  ),
  documents: {
    NY22: {
      number: '宁阳县2022年4月22日通知（原文未写文号）',
      title: '关于做好2022年度宁阳县专业技术人员继续教育工作的通知',
      issuedOn: day('2022-04-22'),
    },
  },
  inForceFrom: reading(day('2022-01-01'), '通知针对2022全年度，不论何时印发；在下一年度的通知之前一直适用。'),
  scope: readingOf(
    ['enterprise', 'institution', 'intermediary', 'temporary', 'central-unit', 'private-unit', 'no-unit'],
    '“各类企事业单位”包括驻县的中央单位和非公有制单位；临聘人员确定了劳动（聘用）关系的也在内。',
    'NY22-1',
    SCOPE_WORDS,
  ),
  requirement: {
    total: stated(hours(90), 'NY22-2', REQUIREMENT_WORDS),
    public: stated(hours(30), 'NY22-2', REQUIREMENT_WORDS),
    professional: stated(hours(60), 'NY22-2', REQUIREMENT_WORDS),
    bothParts: stated(true, 'NY22-2', '其中公需课不少于 30 学时，专业课不少于 60 学时。'),
  },
  publicSubjects: {
    theme: silent('通知没有给公需科目定一个主题，只列出专题。'),
    choice: readingOf(
      'free',
      '通知列出专题，没有规定每个专题学多少；在这些内容里任选，够学时就行。',
      'NY22-6',
      FREE_TOPICS_WORDS,
    ),
    subjects: [],
    topics: [
      {
        emphasis: 'focus',
        topics: stated(
          [
            '习近平新时代中国特色社会主义思想',
            '党的十九大和十九届历次全会精神',
            '黄河流域生态保护和高质量发展',
          ],
          'NY22-6',
          '2022年继续教育公需科目重点围绕“习近平新时代中国特色社会主义思想”“党的十九大和十九届历次全会精神”“黄河流域生态保护和高质量发展”专题系列课程开展学习',
        ),
      },
      {
        emphasis: 'also',
        topics: stated(
          ['八大发展战略、十大创新', '专业技术人员职业道德和能力建设'],
          'NY22-6',
          '加强对我省“八大发展战略、十大创新”和“专业技术人员职业道德和能力建设”专题系列课程的学习',
        ),
      },
      {
        emphasis: 'free',
        topics: stated(
          ['疫情防控', '医养健康', '信息化及网络安全', '电子商务', '知识产权', '人才国际化', '人文素养'],
          'NY22-6',
          FREE_TOPICS_WORDS,
        ),
      },
    ],
    modes: stated(['online', 'face-to-face'], 'NY22-4', MODES_WORDS),
  },
  kinds: KINDS,
  caps: [
    {
      id: 'training-day',
      label: '培训进修类每天',
      per: 'day',
      limit: stated(hours(8), 'NY22-8', '按实际学时登记，不超过8学时/天。'),
    },
    {
      id: 'self-study-year',
      label: '自学类每年',
      per: 'year',
      limit: stated(hours(40), 'NY22-9', '每年累计不超过40学时。'),
    },
    {
      id: 'converted-year',
      label: '成果类和论文著作类每年合计',
      per: 'year',
      limit: readingOf(
        hours(30),
        '“折算学时每年累计”是成果类和论文著作类合在一起的上限，不是各30学时。',
        'NY22-10',
        CONVERTED_WORDS,
      ),
    },
  ],
  countsOnce: reading(
    true,
    '同一门课程，不论在四个平台的哪一个学，当年只计一次；同一篇论文、同一项专利在各年度里也只计一次，计在先用的那一年。',
  ),
  claimable: readingOf(
    ['professional'],
    '通知没有说申报的学时可以算公需课；公需课请在市平台或培训班学习。',
    'NY22-4',
    MODES_WORDS,
  ),
  exclusions: [],
  providers: PLATFORMS,
  bases: {
    admitted: silent(
      '通知点名的省级基地是宁阳县乡村振兴学院，没有列出全部基地；其他基地以人社部门公布的为准。',
    ),
    national: OUR_NATIONAL_BASES,
    disqualified: null,
    certifies: readingOf(
      false,
      '申报的学时由单位、主管部门和人社部门审核，通知没有让基地认定；基地只登记自己培训班的学时。',
      'NY22-16',
      CHAIN_WORDS,
    ),
  },
  profileBeforeUse: readingOf(
    true,
    '个人账号要由单位审核，没有姓名和单位就没有人能审；请先填完个人信息。',
    'NY22-14',
    ACCOUNT_WORDS,
  ),
  pendingUntilVerified: { ...OUR_PENDING, clause: 'NY22-14', words: ACCOUNT_WORDS },
  carryOver: reading<boolean>(false, '通知没有说多出的学时可以转到下一年度；我们不自动结转。'),
  windows: [
    {
      fromYear: 2018,
      throughYear: stated(2021, 'NY22-20', MAKE_UP_WORDS),
      lastDay: silent('通知没有规定补学的截止日期。'),
      kinds: stated(['online-course', 'rural-revitalisation'], 'NY22-20', MAKE_UP_WORDS),
      aimDay: null,
    },
    {
      fromYear: 2022,
      throughYear: readingOf(
        2022,
        '通知针对2022年度；以后年度的学时标准以当年的通知为准。',
        'NY22-11',
        UNRESTRICTED_WORDS,
      ),
      lastDay: silent('通知不再限制报名和学习时间，2022年度没有截止日期。'),
      kinds: null,
      aimDay: reading(
        day('2022-12-31'),
        '学时按年度计算，通知没有写截止日。我们以年末提醒，过后不会关闭，直到新的通知另有规定。',
      ),
    },
  ],
  dates: DATES,
  review: {
    chain: stated(['unit', 'department', 'bureau'], 'NY22-16', CHAIN_WORDS),
    exceptions: [
      {
        case: 'no-unit',
        label: '无工作单位的人员',
        chain: readingOf(
          ['township', 'bureau'],
          '通知没有说没有单位的人由谁审核；我们请居住地的乡镇、街道审核，再由人社部门审验。',
          'NY22-1',
          SCOPE_WORDS,
        ),
      },
      {
        case: 'private-unit',
        label: '非公有制经济组织的人员',
        chain: readingOf(
          ['unit', 'township', 'bureau'],
          '非公有制经济组织以所在乡镇、街道为主管部门，审查这一步由乡镇、街道办理。',
          'NY22-15',
          TOWNSHIP_WORDS,
        ),
      },
    ],
    automatic: readingOf(
      ['online', 'import', 'face-to-face'],
      '市平台的学时整体接入，不用申报；核准的培训班由举办单位登记，也不用个人申报。',
      'NY22-16',
      NO_REPEAT_WORDS,
    ),
    yearlySubmission: reading(false, '通知没有要求每年另行提交申请。'),
    visitDays: OUR_VISIT_DAYS,
  },
  deemings: [
    {
      id: 'enterprise-2022',
      label: '企业专业技术人员（泰安市组建的职称评审委员会，2022年度）',
      covers: stated('waived', 'NY22-3', WAIVER_WORDS),
      years: null,
      yearChosen: null,
      leastMonths: null,
      when: stated('city-committee', 'NY22-3', WAIVER_WORDS),
      titleYears: stated([2022], 'NY22-3', WAIVER_WORDS),
      onlyFor: readingOf(
        ['enterprise', 'private-unit'],
        '通知写的是企业；非公有制经济组织绝大多数是企业，一并按企业看，不是企业的（如民办非企业单位）请在单位性质里写明。',
        'NY22-3',
        WAIVER_WORDS,
      ),
      onlyLines: null,
      onlyLevels: null,
      onlyHeld: null,
    },
  ],
  substitutions: [],
  titles: [
    { level: 'junior', label: '初级', gate: titleYears },
    { level: 'middle', label: '中级', gate: titleYears },
    { level: 'senior', label: '高级', gate: titleYears },
  ],
  titleLevels: { nation: EVERY_LEVEL, province: EVERY_LEVEL, city: EVERY_LEVEL },
  fees: silent('市平台可以缴费，通知没有写收费标准；以平台公示的为准。'),
  exam: OUR_EXAM,
  watching: OUR_WATCHING,
  courseware: silent('通知没有规定课件制作要求。'),
  oversight: OUR_OVERSIGHT,
  integrityRecordYears: silent('通知没有规定失信记录的期限。'),
  minimumAgeYears: OUR_MINIMUM_AGE,
  entries: [
    {
      label: '山东省专业技术人员继续教育公共服务平台（登记、审核）',
      address: stated('http://117.73.255.69:9080', 'NY22-12', REGISTER_WORDS),
    },
    {
      label: '山东省专业技术人员继续教育公共服务平台（登录个人账号打印电子证书）',
      address: stated('http://117.73.255.69:9080', 'NY22-19', CERTIFICATE_WORDS),
    },
  ],
  help: [
    {
      label: '宁阳县人社部门（邮箱 sdnyzjk@126.com）',
      phone: stated('5620362', 'NY22-24', COUNTY_CONTACT_WORDS),
    },
    {
      label: '山东省专业技术人员继续教育公共服务平台',
      phone: stated('400-837-0811', 'NY22-24', PROVINCE_PHONE_WORDS),
    },
  ],
  labels: {
    regionName: '山东省泰安市宁阳县',
    issuerName: '山东省专业技术人员继续教育公共服务平台',
    public: '公需课',
    professional: '专业课',
    hour: '学时',
  },
}
