import type { DemoCourse } from '../shapes'
import { lecture, SX20, SX22 } from './lecture'

const professional = {
  region: 'shaanxi',
  year: 2022,
  category: 'professional',
  subjectId: null,
  baseName: '西秦大学继续教育基地',
  baseLevel: 'province',
  kind: 'online-course',
  providerId: 'platform',
  meets: ['courseware-audited', 'within-specialty'],
  bankId: 'law-2022',
} as const

/** Invented courses with the hours that the specification allows (SX20-22); their samples teach the notices. */
export const professionalCourses: readonly DemoCourse[] = [
  {
    ...professional,
    id: 'sx22-water',
    title: '水利工程勘测与数字孪生流域',
    hours: 32,
    summary: '面向水利、勘测专业技术人员的专业课，32 学时。样片是开班和结业两讲导学。',
    teacher: { name: '韩砚清', title: '正高级工程师', unit: '秦岭水利勘测设计院' },
    lectures: [
      lecture('sx22-water-1', {
        number: 1,
        title: '开班导学：专业课怎样开设',
        hours: 16,
        slides: [
          {
            title: '专业课科目由谁定',
            lines: ['2022年继续教育培训专业课科目，', '由各级继续教育基地根据', '授权培训专业范围自行确定。'],
            source: `${SX22} 一`,
            asks: ['专业课科目由谁确定？', ['学员自己', '各级继续教育基地', '学员所在单位'], 1],
          },
          {
            title: '专业课的五类时长（小时）',
            lines: ['根据情况将课程分为若干讲，每讲时长应在60分钟左右。'],
            figures: ['8', '16', '24', '32', '56'].map((amount, i) => ({
              amount,
              unit: '',
              label: `第${'一二三四五'[i]}类`,
            })),
            source: `${SX20} 附件3 一（一）`,
            asks: ['下面哪一个是专业课的时长类别？', ['20 小时', '32 小时', '48 小时'], 1],
          },
        ],
      }),
      lecture('sx22-water-2', {
        number: 2,
        title: '结业导学：学时用在哪里',
        hours: 16,
        slides: [
          {
            title: '省级基地的学时',
            lines: ['参加省级基地继续教育培训学时', '可作为申报初、中、高级职称的', '申报条件。'],
            source: `${SX22} 一`,
            asks: ['申报高级职称，要有哪一级基地的学时？', ['市级基地', '县级基地', '省级基地'], 2],
          },
          {
            title: '市级基地的学时',
            lines: ['参加市级基地继续教育培训学时', '可作为申报初、中级职称的', '申报条件。'],
            source: `${SX22} 一`,
            asks: ['市级基地的学时可以作为申报哪些职称的条件？', ['初、中级职称', '高级职称', '所有职称'], 0],
          },
        ],
      }),
    ],
  },
  {
    ...professional,
    id: 'sx22-standards',
    title: '工程建设标准与质量责任',
    hours: 16,
    summary: '面向工程类专业技术人员的专业课，16 学时。样片是开班导学。',
    teacher: { name: '罗雁书', title: '高级工程师', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-standards-1', {
        number: 1,
        title: '开班导学：学多少才算完成',
        hours: 16,
        slides: [
          {
            title: '一年的学时',
            lines: ['公需课和专业课学习学时同时达标方视为完成。'],
            figures: [
              { amount: '80', unit: '小时', label: '累计不少于' },
              { amount: '24', unit: '小时', label: '公需课不少于' },
              { amount: '56', unit: '小时', label: '专业课不少于' },
            ],
            source: `${SX22} 一`,
            asks: ['专业课一年不少于多少小时？', ['24 小时', '56 小时', '80 小时'], 1],
          },
          {
            title: '用自己的名字学',
            lines: [
              '未注册学员可通过微信扫码注册，',
              '已注册学员通过微信扫码登录，',
              '登录时需完善个人相关信息。',
            ],
            source: `${SX22} 二（四）`,
            asks: ['没有注册的学员怎样注册？', ['微信扫码注册', '到基地填表注册', '打电话注册'], 0],
          },
        ],
      }),
    ],
  },
  {
    ...professional,
    id: 'sx22-law',
    title: '专业技术人员继续教育法规与学时管理',
    hours: 8,
    summary: '读懂 2022 年通知：学多少、怎么学、谁来认、学时为什么算。8 学时，一讲一考。',
    teacher: { name: '顾明章', title: '研究员', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-law-1', {
        number: 1,
        title: '学时从哪里来，凭什么算',
        hours: 8,
        slides: [
          {
            title: '三条路',
            lines: ['专业技术人员继续教育学时', '可通过网络学习、面授学习', '和同等学时认证获取。'],
            source: `${SX22} 二（二）`,
            asks: ['下面哪一种是获取学时的途径？', ['购买培训教材', '结转上年学时', '同等学时认证'], 2],
          },
          {
            title: '谁来认证',
            lines: [
              '由学员通过学习平台进行申请，',
              '人事主管单位审核认证，',
              '各基地原则上不得从事学时认证。',
            ],
            source: `${SX22} 二（二）`,
            asks: ['同等学时由谁审核认证？', ['继续教育基地', '人事主管单位', '学员自己'], 1],
          },
          {
            title: '只认平台',
            lines: ['凡未通过学习平台认定的学时', '均视为无效。'],
            source: `${SX22} 二（二）`,
            asks: ['没有通过学习平台认定的学时怎样处理？', ['视为无效', '减半计入', '照常计入'], 0],
          },
          {
            title: '补学到什么时候',
            lines: ['2021年及以前年度公需课和', '专业课科目考试日期', '截止2022年9月30日。'],
            source: `${SX22} 二（五）`,
            asks: [
              '2021 年度的科目，考试截止到哪一天？',
              ['2022 年 12 月 31 日', '2022 年 9 月 30 日', '2022 年 7 月 7 日'],
              1,
            ],
          },
        ],
      }),
    ],
  },
  {
    ...professional,
    baseName: '长宁市继续教育基地',
    baseLevel: 'city',
    id: 'sx22-fees',
    title: '继续教育经费与收费规定',
    hours: 8,
    summary: '市级基地的专业课，8 学时。市级基地的学时可用于申报初、中级职称。',
    teacher: { name: '方若川', title: '高级经济师', unit: '长宁市继续教育基地' },
    lectures: [
      lecture('sx22-fees-1', {
        number: 1,
        title: '一个课时最多收多少钱',
        hours: 8,
        slides: [
          {
            title: '培训费的上限',
            lines: ['收取培训费（含考试及证书费用）。'],
            figures: [
              { amount: '3.6', unit: '元/人·课时', label: '网络学习最高不超过' },
              { amount: '5', unit: '元/人·课时', label: '集中面授最高不超过' },
            ],
            source: `${SX22} 三（三）`,
            asks: ['网络学习每课时最高收多少？', ['3.6 元', '5 元', '8 元'], 0],
          },
          {
            title: '单位的经费',
            lines: ['将不低于专业技术人员工资总额的', '1.5%经费用于本单位', '继续教育工作。'],
            source: `${SX22} 三（三）`,
            asks: ['单位的继续教育经费不低于工资总额的多少？', ['0.5%', '1%', '1.5%'], 2],
          },
        ],
      }),
    ],
  },
  {
    ...professional,
    id: 'sx22-courseware',
    title: '网络课件制作与课程题库建设',
    hours: 24,
    summary: '面向基地课程研发人员的专业课，24 学时：怎样拍、什么指标、题库多大。',
    teacher: { name: '陆澄观', title: '高级讲师', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-courseware-1', {
        number: 1,
        title: '一讲课怎样录制',
        hours: 12,
        slides: [
          {
            title: '多机位拍摄',
            lines: [
              '采用多机位拍摄（2机位以上，',
              '至少包含PPT视频流、教师视频流',
              '或者PPT与教师的合成视频流）。',
            ],
            source: `${SX20} 附件3 一（四）`,
            asks: ['多机位拍摄，要几个机位以上？', ['1 个', '2 个', '4 个'], 1],
          },
          {
            title: '片头说清五件事',
            lines: [
              '每讲片头不超过5秒，应包括：',
              '课程名称、讲次、主讲教师姓名、',
              '专业技术职务、单位等信息。',
            ],
            source: `${SX20} 附件3 二（一）`,
            asks: ['每讲片头不超过多少秒？', ['5 秒', '15 秒', '30 秒'], 0],
          },
          {
            title: '先给学员看一眼',
            lines: ['每门课程专门制作一个预览小视频，', '时长3分钟以内。'],
            source: `${SX20} 附件3 二（二）`,
            asks: ['预览小视频的时长是多少以内？', ['10 分钟', '5 分钟', '3 分钟'], 2],
          },
        ],
      }),
      lecture('sx22-courseware-2', {
        number: 2,
        title: '视频、音频和题库的指标',
        hours: 12,
        slides: [
          {
            title: '视频',
            lines: ['视频压缩采用H.264编码的MP4格式。'],
            figures: [
              { amount: '25', unit: '帧/秒', label: '视频帧率' },
              { amount: '1024', unit: 'kbps', label: '最高码率不高于' },
              { amount: '800', unit: 'kbps', label: '最低码率不低于' },
            ],
            source: `${SX20} 附件3 三（二）`,
            asks: ['视频帧率是多少？', ['15 帧/秒', '25 帧/秒', '60 帧/秒'], 1],
          },
          {
            title: '音频',
            lines: ['必须是双声道，必须做混音处理。'],
            figures: [
              { amount: '48', unit: 'KHz', label: '采样率' },
              { amount: '128', unit: 'kbps', label: '音频码流率（恒定）' },
            ],
            source: `${SX20} 附件3 三（三）`,
            asks: ['音频码流率恒定为多少？', ['64 kbps', '96 kbps', '128 kbps'], 2],
          },
          {
            title: '题库题量不少于',
            lines: ['试题与题库的比例按1:3的标准。'],
            figures: [
              { amount: '90', unit: '个', label: '单选题' },
              { amount: '30', unit: '个', label: '多选题' },
              { amount: '30', unit: '个', label: '判断题' },
            ],
            source: `${SX20} 附件3 二（四）`,
            asks: ['题库中的单选题不少于多少个？', ['90 个', '60 个', '30 个'], 0],
          },
        ],
      }),
    ],
  },
]
