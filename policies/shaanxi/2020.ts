import type {
  CountyReduction,
  ExamRules,
  Fees,
  Notice,
  NoticeDocument,
  Stated,
} from '../../domain/policy/pack'
import { OUR_EXAM_CONDUCT } from '../our-readings'
import { day, hours, reading, readingOf, silent, stated, yuan } from '../say'
import { SHAANXI_2020_COURSEWARE } from './2020-courseware'
import {
  OWN_SPECIALTY_WORDS,
  PASSED,
  PUBLIC_MODES_WORDS,
  REQUIREMENT_WORDS,
  SHAANXI_STANDING,
  SITE,
  threeWays,
} from './standing'

/** 陕人社函〔2020〕354号: later years stand on it too, its 附件3 sizes every online exam. */
export const SHAANXI_2020_DOCUMENT: NoticeDocument = {
  number: '陕人社函〔2020〕354号',
  title: '关于做好2020年度全省专业技术人员继续教育(知识更新工程)有关事项的通知',
  issuedOn: day('2020-08-21'),
}

const paper = (value: number): Stated<number> =>
  stated(value, 'SX20-41', '网络课程考核试卷按照“30个单选题、10个多选题、10个判断题”的标准组卷')

/** Sizes of paper and bank: 30/10/10 drawn from at least 90/30/30. */
export const SHAANXI_2020_EXAM_SIZES: Pick<
  Record<keyof ExamRules, Stated<number>>,
  'single' | 'multiple' | 'judge' | 'bankMultiple'
> = {
  single: paper(30),
  multiple: paper(10),
  judge: paper(10),
  bankMultiple: stated(3, 'SX20-41', '试题与题库的比例按 1:3 的标准'),
}

const YEAR_WORDS = '现就做好2020年度全省专业技术人员继续教育有关事项通知如下'
const SUBJECT_WORDS = '公需课每个科目24个小时，专业技术人员任意选择一个科目学习。'
const MAKE_UP_2019_WORDS = '2019 年度公需课和专业课科目学习及考试截止 2020 年12月31日。'
const MAKE_UP_OLDER_WORDS = `2019年度以前公需课和专业课科目补学，${OWN_SPECIALTY_WORDS}`
const INVOICE_WORDS = '参与网络培训的基地,年底前必须开通电子发票功能,并完成基地发票系统与学习平台的对接'
const PRICE_WORDS =
  '2019 年以后摘帽的贫困县专业技术人员在全省各级专业技术人员继续教育基地参加面授学习时，收费标准由 5 元/小时降为 3 元/小时，在学习平台参加网络学习时，收费标准由 4 元/小时降为 2 元/小时。'
const STANDARD_WORDS =
  '严格执行省物价局、省财政厅《关于专业技术人员继续教育培训收费标准的复函》（陕价费函〔2017〕184号）规定的收费标准，不得擅自设立收费项目、扩大收费范围和提高收费标准。'
const COUNTIES_WORDS =
  '2019 年以后摘帽的贫困县共计 29 个，分别为：印台区、耀州区、白水县、佳县、清涧县、子洲县、南郑区、城固县、洋县、西乡县、勉县、宁强县、镇巴县、汉滨区、紫阳县、白河县、宁陕县、略阳县、旬阳县、平利县、石泉县、汉阴县、岚皋县、商州区、洛南县、丹凤县、商南县、山阳县、柞水县。'
const RENAMED = '旬阳县2021年撤县设市，改称旬阳市，是同一个地方；我们从2021年1月1日起两个名称都认。'

const reduction: CountyReduction = {
  inEffect: stated(true, 'SX20-11', PRICE_WORDS),
  onlineFenPerHour: stated(yuan(2), 'SX20-11', PRICE_WORDS),
  faceToFaceFenPerHour: stated(yuan(3), 'SX20-11', PRICE_WORDS),
  counties: stated(
    [
      ...['印台区', '耀州区', '白水县', '佳县', '清涧县', '子洲县', '南郑区', '城固县', '洋县', '西乡县'],
      ...['勉县', '宁强县', '镇巴县', '汉滨区', '紫阳县', '白河县', '宁陕县', '略阳县', '旬阳县', '平利县'],
      ...['石泉县', '汉阴县', '岚皋县', '商州区', '洛南县', '丹凤县', '商南县', '山阳县', '柞水县'],
    ],
    'SX20-11',
    COUNTIES_WORDS,
  ),
  aliases: [
    {
      county: '旬阳县',
      name: readingOf('旬阳市', RENAMED, 'SX20-11', COUNTIES_WORDS),
      from: readingOf(day('2021-01-01'), RENAMED, 'SX20-11', COUNTIES_WORDS),
    },
  ],
}

const fees: Fees = {
  kind: readingOf(
    'set',
    '通知说的是“收费标准”，陕价费函〔2017〕184号没有随通知公布；我们按固定价格读，少收总是可以的。',
    'SX20-16',
    STANDARD_WORDS,
  ),
  onlineFenPerHour: stated(yuan(4), 'SX20-11', PRICE_WORDS),
  faceToFaceFenPerHour: stated(yuan(5), 'SX20-11', PRICE_WORDS),
  inclusive: readingOf(
    true,
    '通知没有单列考试费和证书费；不得擅自设立收费项目，因此都含在培训费里。',
    'SX20-16',
    STANDARD_WORDS,
  ),
  onlyTrainingHours: stated(true, 'SX20-16', STANDARD_WORDS),
  reduction,
  doubts: [
    {
      from: reading(
        day('2021-01-01'),
        '新的收费文件编号是2021年的，印发的日子我们没有读到；从2021年1月1日起提醒。',
      ),
      says: silent(
        '2021年印发的陕发改价格函〔2021〕768号改为最高价：网络学习每学时3.6元、面授5元；印发日期我们没有读到，2021年的收费请按当时有效的文件核对，不超过这两个价总是可以的。',
      ),
    },
  ],
  payrollShareTenths: stated(
    15,
    'SX20-17',
    '将不低于专业技术人员工资总额的1.5%经费用于本单位继续教育教育工作',
  ),
}

/** 陕人社函〔2020〕354号, the whole year 2020 and until the next notice that was read. */
export const SHAANXI_2020: Notice = {
  ...SHAANXI_STANDING,
  id: 'shaanxi/2020',
  region: 'shaanxi',
  year: 2020,
  standardYears: stated([2020], 'SX20-5', YEAR_WORDS),
  documents: { SX20: SHAANXI_2020_DOCUMENT },
  inForceFrom: reading(day('2020-01-01'), '通知针对2020全年度，不论何时印发；在下一年度的通知之前一直适用。'),
  requirement: {
    total: stated(hours(80), 'SX20-5', REQUIREMENT_WORDS),
    public: stated(hours(24), 'SX20-5', REQUIREMENT_WORDS),
    professional: stated(hours(56), 'SX20-5', REQUIREMENT_WORDS),
    bothParts: stated(true, 'SX20-5', '公需课和专业课学时必须同时达标方视为完成年度继续教育学时要求。'),
  },
  publicSubjects: {
    theme: silent('2020年的通知没有写公需课主题。'),
    choice: stated('oneOf', 'SX20-6', SUBJECT_WORDS),
    subjects: [
      {
        id: 'sx20-public-1',
        title: '认真学习习近平总书记来陕考察讲话精神、奋力谱写陕西新时代追赶超越新篇章',
        hours: stated(hours(24), 'SX20-6', SUBJECT_WORDS),
      },
      {
        id: 'sx20-public-2',
        title: '弘扬延安精神、坚定理想信念',
        hours: stated(hours(24), 'SX20-6', SUBJECT_WORDS),
      },
    ],
    topics: [],
    modes: stated(['online', 'face-to-face'], 'SX20-6', PUBLIC_MODES_WORDS),
  },
  kinds: threeWays({
    online: [
      {
        needs: stated('courseware-audited', 'SX20-12', '省人社厅对课件核准后置入学习平台。'),
        cure: '请等课件核准后再学。',
      },
      {
        needs: stated(
          'within-specialty',
          'SX20-10',
          '2020 年专业课科目由省市行业主管部门和各级继续教育基地，根据行业特点、学员需求、业务需要和基地专业范围自行确定专业科目。',
        ),
        only: 'professional',
        cure: '请选择基地专业范围内的课程。',
      },
      PASSED,
    ],
    class: [
      {
        needs: stated(
          'within-specialty',
          'SX20-15',
          '严格专业范围，认真履行申报制度，指导各基地要严格按照认证的专业范围开展工作',
        ),
        only: 'professional',
        cure: '请选择具有相应培训专业和培训权限的基地。',
      },
    ],
  }),
  windows: [
    {
      fromYear: null,
      throughYear: readingOf(2018, '“2019年度以前”不含2019年度。', 'SX20-14', MAKE_UP_OLDER_WORDS),
      lastDay: silent('通知没有规定2019年度以前补学的截止日期。'),
      kinds: stated(['online-course', 'class'], 'SX20-14', MAKE_UP_OLDER_WORDS),
      aimDay: null,
    },
    {
      fromYear: 2019,
      throughYear: stated(2019, 'SX20-14', MAKE_UP_2019_WORDS),
      lastDay: stated(day('2020-12-31'), 'SX20-14', MAKE_UP_2019_WORDS),
      kinds: null,
      aimDay: null,
    },
    {
      fromYear: 2020,
      throughYear: readingOf(2020, '通知针对2020年度；以后的年度以当年的通知为准。', 'SX20-5', YEAR_WORDS),
      lastDay: silent('通知没有规定2020年度学时的截止日期；下一年度的通知可能规定。'),
      kinds: null,
      aimDay: reading(
        day('2020-12-31'),
        '学时按年度计算，通知没有写截止日。我们以年末提醒，过后不会关闭，直到新的通知另有规定。',
      ),
    },
  ],
  dates: [
    {
      act: 'connect-invoice',
      label: '网络培训基地开通并对接电子发票',
      force: readingOf(
        'hard',
        '通知写“必须”；过期没有对接的基地，不能再开收费的网络课程。',
        'SX20-3',
        INVOICE_WORDS,
      ),
      day: readingOf(day('2020-12-31'), '“年底前”读作到12月31日当天为止。', 'SX20-3', INVOICE_WORDS),
    },
  ],
  fees,
  exam: { ...SHAANXI_2020_EXAM_SIZES, ...OUR_EXAM_CONDUCT },
  courseware: SHAANXI_2020_COURSEWARE,
  entries: [
    SITE,
    {
      label: '陕西省人社厅门户网站',
      address: stated(
        'http://rst.shaanxi.gov.cn/',
        'SX20-2',
        '陕西省人社厅门户网站：<http://rst.shaanxi.gov.cn/>（陕西省人力资源和社会保障厅-政务服务网-快速链接-陕西省专业技术人员继续教育学习管理平台）',
      ),
    },
    {
      label: '省政府政务服务网',
      address: stated(
        'http://zwfw.shaanxi.gov.cn/',
        'SX20-2',
        '省政府政务服务网：<http://zwfw.shaanxi.gov.cn/>（部门分行-省人力资源与社会保障厅-个人服务-陕西省专业技术人员继续教育学习管理平台）',
      ),
    },
    {
      label: '微信公众号“陕西 12333”',
      address: stated(
        '陕西 12333',
        'SX20-2',
        '使用微信扫码关注陕西省人社厅公共服务平台公众号“陕西 12333”，点击“微官网”（公众号左下角菜单），选择专技教育服务板块进行学习。',
      ),
    },
  ],
}
