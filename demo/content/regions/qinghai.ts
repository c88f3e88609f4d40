import type { DemoCourse, DemoOrganisation, DemoPerson } from '../../shapes'
import { idNumberOf } from '../id-number-of'
import { lecture } from '../lecture'
import { QH23 } from '../questions/ask'

const region = 'qinghai' as const
const here = { region, areaCode: '990101' }

/** Invented, every one of them. The base trains the staff of its own line: it is none of the province's six (QH23-7). */
export const organisations: readonly DemoOrganisation[] = [
  {
    id: 'qh-bureau',
    name: '雪河市人力资源和社会保障局（演示）',
    kind: 'bureau',
    parentId: null,
    ...here,
  },
  { id: 'qh-water', name: '雪河市水利局（演示）', kind: 'department', parentId: 'qh-bureau', ...here },
  // An institution: induction training of its people never counts (QH23-19).
  {
    id: 'qh-hydrology',
    name: '雪河水文勘测队',
    kind: 'unit',
    parentId: 'qh-water',
    nature: 'institution',
    ...here,
  },
  { id: 'qh-centre', name: '雪河水利行业培训中心', kind: 'base', parentId: 'qh-water', ...here },
]

const unit = { organisationId: 'qh-hydrology', completed: [] }

export const people: readonly DemoPerson[] = [
  {
    id: 'qinghai-newcomer',
    openid: 'o-demo-qinghai-newcomer',
    name: '索南多杰',
    idNumber: idNumberOf('19920318', '373'),
    mobile: '13800001011',
    registered: 'no',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'qinghai-trainee',
    openid: 'o-demo-qinghai-trainee',
    name: '马雪莲',
    idNumber: idNumberOf('19870709', '284'),
    mobile: '13800001012',
    registered: 'verified',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'qinghai-reviewer',
    openid: 'o-demo-qinghai-reviewer',
    name: '祁连成',
    idNumber: idNumberOf('19800125', '195'),
    mobile: '13800001013',
    registered: 'verified',
    isReviewer: true,
    ...unit,
  },
  {
    id: 'qinghai-colleague',
    openid: 'o-demo-qinghai-colleague',
    name: '白玛央金',
    idNumber: idNumberOf('19940403', '206'),
    mobile: '13800001016',
    registered: 'verified',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'qinghai-department',
    openid: 'o-demo-qinghai-department',
    name: '才让卓玛',
    idNumber: idNumberOf('19830512', '202'),
    mobile: '13800001014',
    registered: 'verified',
    organisationId: 'qh-water',
    isReviewer: true,
    roles: ['department-reviewer'],
    completed: [],
  },
  {
    id: 'qinghai-bureau',
    openid: 'o-demo-qinghai-bureau',
    name: '湟源清',
    idNumber: idNumberOf('19760204', '231'),
    mobile: '13800001015',
    registered: 'verified',
    organisationId: 'qh-bureau',
    isReviewer: true,
    roles: ['bureau-reviewer', 'bureau-staff'],
    completed: [],
  },
]

const professional = {
  region,
  year: 2023,
  category: 'professional',
  subjectId: null,
  baseName: '雪河水利行业培训中心',
  baseLevel: 'province',
  audience: 'own-staff',
  kind: 'online-course',
  providerId: 'platform',
  meets: ['plan-approved', 'courseware-audited'],
  bankId: 'law-2022',
} as const

/** Professional courses only: public hours of Qinghai come from 青海干部网络学院 alone (QH23-5). */
export const courses: readonly DemoCourse[] = [
  {
    ...professional,
    id: 'qh23-rules',
    title: '继续教育规定：一年 135 学时',
    hours: 16,
    summary: '读懂 2023 年的通知：135 学时怎么组成，什么时候提交，什么不算。16 学时。',
    teacher: { name: '祁望舒', title: '高级讲师', unit: '雪河水利行业培训中心' },
    lectures: [
      lecture('qh23-rules-1', {
        number: 1,
        title: '一年 135 学时',
        hours: 16,
        slides: [
          {
            title: '一年要学多少',
            lines: ['专业技术人员每年参加继续教育的学时'],
            figures: [
              { amount: '135', unit: '学时', label: '每年不少于' },
              { amount: '45', unit: '学时', label: '公需科目不少于' },
              { amount: '90', unit: '学时', label: '专业科目不少于' },
            ],
            source: `${QH23} 二（二）`,
            asks: ['公需科目一年不少于多少学时？', ['24 学时', '30 学时', '45 学时'], 2],
          },
          {
            title: '不得结转',
            lines: ['获得的继续教育学时', '不得结转或顺延至下一年度。'],
            source: `${QH23} 二（二）`,
            asks: ['今年多出的学时，明年能用吗？', ['不得结转或顺延', '可以结转一年', '可以结转一半'], 0],
          },
          {
            title: '什么时候提交',
            lines: ['请专业技术人员于12月10日前', '向所在单位提交', '年度继续教育学时申请。'],
            source: `${QH23} 五（三）`,
            asks: ['年度学时申请在哪一天前提交？', ['12月20日', '12月10日', '12月31日'], 1],
          },
        ],
      }),
    ],
  },
  {
    ...professional,
    id: 'qh23-hydrology',
    title: '高寒地区水文监测与资料整编',
    hours: 24,
    summary: '面向水利、水文专业技术人员的专业科目课程，24 学时。样片是开班导学。',
    teacher: { name: '白雁南', title: '高级工程师', unit: '雪河水文勘测队' },
    lectures: [
      lecture('qh23-hydrology-1', {
        number: 1,
        title: '开班导学：先备案，再培训',
        hours: 24,
        slides: [
          {
            title: '先备案',
            lines: ['年度培训工作方案及计划', '经人社部门审核通过后，', '方可组织开展培训工作。'],
            source: `${QH23} 五（一）`,
            asks: ['培训计划经谁审核通过后才能开展？', ['人社部门', '培训讲师', '学员代表'], 0],
          },
          {
            title: '专业科目怎么学',
            lines: ['专业科目采取线上与线下、', '集中与分散、课堂讲授与', '实践操作相结合等形式开展。'],
            source: `${QH23} 三`,
            asks: ['专业科目可以怎样学？', ['只能线上', '线上与线下相结合', '只能集中'], 1],
          },
        ],
      }),
    ],
  },
]
