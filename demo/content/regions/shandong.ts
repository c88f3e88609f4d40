import type { DemoCourse, DemoOrganisation, DemoPerson } from '../../shapes'
import { idNumberOf } from '../id-number-of'
import { lecture } from '../lecture'
import { NY22 } from '../questions/ask'

const region = 'shandong' as const
const here = { region, areaCode: '990101' }

/** Invented, every one of them; the township stands where a unit without a department of its own belongs (NY22-15). */
export const organisations: readonly DemoOrganisation[] = [
  {
    id: 'sd-bureau',
    name: '岱阴县人力资源和社会保障局（演示）',
    kind: 'bureau',
    parentId: null,
    ...here,
  },
  { id: 'sd-farm', name: '岱阴县农业农村局（演示）', kind: 'department', parentId: 'sd-bureau', ...here },
  { id: 'sd-township', name: '岱阴县柳湾镇（演示）', kind: 'township', parentId: 'sd-bureau', ...here },
  {
    id: 'sd-station',
    name: '岱阴县农业技术推广站',
    kind: 'unit',
    parentId: 'sd-farm',
    nature: 'institution',
    ...here,
  },
  {
    id: 'sd-orchard',
    name: '柳湾果业合作社',
    kind: 'unit',
    parentId: 'sd-township',
    isPrivate: true,
    // Its people are asked about the committee alone, and those of the station nothing (NY22-3).
    nature: 'enterprise',
    ...here,
  },
]

const unit = { organisationId: 'sd-station', completed: [] }

export const people: readonly DemoPerson[] = [
  {
    id: 'shandong-newcomer',
    openid: 'o-demo-shandong-newcomer',
    name: '孔令仪',
    idNumber: idNumberOf('19940522', '466'),
    mobile: '13800001021',
    registered: 'no',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'shandong-trainee',
    openid: 'o-demo-shandong-trainee',
    name: '颜承露',
    idNumber: idNumberOf('19891114', '377'),
    mobile: '13800001022',
    registered: 'verified',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'shandong-reviewer',
    openid: 'o-demo-shandong-reviewer',
    name: '季鲁宁',
    idNumber: idNumberOf('19780830', '238'),
    mobile: '13800001023',
    registered: 'verified',
    isReviewer: true,
    ...unit,
  },
  {
    id: 'shandong-colleague',
    openid: 'o-demo-shandong-colleague',
    name: '闵子衿',
    idNumber: idNumberOf('19920707', '185'),
    mobile: '13800001024',
    registered: 'verified',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'shandong-grower',
    openid: 'o-demo-shandong-grower',
    name: '展青禾',
    idNumber: idNumberOf('19900418', '243'),
    mobile: '13800001028',
    registered: 'verified',
    organisationId: 'sd-orchard',
    isReviewer: false,
    completed: [],
  },
  {
    id: 'shandong-department',
    openid: 'o-demo-shandong-department',
    name: '公孙禾',
    idNumber: idNumberOf('19810316', '194'),
    mobile: '13800001025',
    registered: 'verified',
    organisationId: 'sd-farm',
    isReviewer: true,
    roles: ['department-reviewer'],
    completed: [],
  },
  {
    id: 'shandong-bureau',
    openid: 'o-demo-shandong-bureau',
    name: '泰和平',
    idNumber: idNumberOf('19750921', '213'),
    mobile: '13800001026',
    registered: 'verified',
    organisationId: 'sd-bureau',
    isReviewer: true,
    roles: ['bureau-reviewer', 'bureau-staff'],
    completed: [],
  },
  {
    id: 'shandong-committee',
    openid: 'o-demo-shandong-committee',
    name: '亓官素问',
    idNumber: idNumberOf('19760412', '229'),
    mobile: '13800001027',
    registered: 'verified',
    organisationId: 'sd-bureau',
    isReviewer: false,
    roles: ['committee'],
    completed: [],
  },
]

const course = {
  region,
  year: 2022,
  subjectId: null,
  baseName: '岱阴县乡村人才培训中心（演示）',
  baseLevel: 'province',
  providerId: 'ta-yxlearning',
  meets: ['exam-passed', 'courseware-audited'],
  bankId: 'law-2022',
} as const

/** As courses of the city's platforms, which give the hours there (NY22-4); their samples teach the county's notice. */
export const courses: readonly DemoCourse[] = [
  {
    ...course,
    id: 'sd22-public',
    category: 'public',
    kind: 'online-course',
    title: '职业道德和能力建设',
    hours: 8,
    summary: '2022 年公需课专题课程，8 学时。样片讲一年 90 学时怎么学。',
    teacher: { name: '闵知礼', title: '高级讲师', unit: '岱阴县乡村人才培训中心（演示）' },
    lectures: [
      lecture('sd22-public-1', {
        number: 1,
        title: '一年 90 学时',
        hours: 8,
        slides: [
          {
            title: '一年要学多少',
            lines: ['专业技术人员应按规定参加继续教育，每年累计'],
            figures: [
              { amount: '90', unit: '学时', label: '应不少于' },
              { amount: '30', unit: '学时', label: '公需课不少于' },
              { amount: '60', unit: '学时', label: '专业课不少于' },
            ],
            source: `${NY22} 二（一）`,
            asks: ['公需课一年不少于多少学时？', ['24 学时', '30 学时', '45 学时'], 1],
          },
          {
            title: '专题系列课程',
            lines: ['加强对“专业技术人员职业道德', '和能力建设”专题系列课程的学习。'],
            source: `${NY22} 二（二）`,
            asks: ['公需课要加强哪个专题的学习？', ['出国语言', '职业道德', '体育竞赛'], 1],
          },
        ],
      }),
    ],
  },
  {
    ...course,
    id: 'sd22-rural',
    category: 'professional',
    kind: 'rural-revitalisation',
    title: '乡村振兴：果园土壤改良',
    hours: 16,
    summary: '乡村振兴板块课程，计入专业课，16 学时。样片讲其他学时怎么认定。',
    teacher: { name: '万里禾', title: '高级农艺师', unit: '岱阴县农业技术推广站' },
    lectures: [
      lecture('sd22-rural-1', {
        number: 1,
        title: '板块学时和其他学时',
        hours: 16,
        slides: [
          {
            title: '乡村振兴板块',
            lines: ['乡村振兴板块学时', '计入专业科目学时。'],
            source: `${NY22} 二（二）`,
            asks: ['乡村振兴板块的学时计入哪一类？', ['公需科目', '不计学时', '专业科目'], 2],
          },
          {
            title: '自学类',
            lines: ['由用人单位建立学习档案', '并确定具体学时，', '每年累计不超过40学时。'],
            source: `${NY22} 二（三）`,
            asks: ['自学类每年累计不超过多少学时？', ['40 学时', '80 学时', '60 学时'], 0],
          },
          {
            title: '成果和论文',
            lines: ['每项（篇、本）计10学时，', '折算学时每年累计不超过30学时。'],
            source: `${NY22} 二（三）`,
            asks: ['折算学时每年累计不超过多少？', ['10 学时', '30 学时', '20 学时'], 1],
          },
        ],
      }),
    ],
  },
]
