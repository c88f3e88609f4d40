import type { DemoCourse, DemoOrganisation, DemoPerson } from '../../shapes'
import { idNumberOf } from '../id-number-of'
import { lecture } from '../lecture'
import { NX22 } from '../questions/ask'

const region = 'ningxia' as const
const here = { region, areaCode: '990101' }

/** Invented, every one of them: no such city, bureau, institute or base exists. */
export const organisations: readonly DemoOrganisation[] = [
  {
    id: 'nx-bureau',
    name: '贺川市人力资源和社会保障局（演示）',
    kind: 'bureau',
    parentId: null,
    ...here,
  },
  {
    id: 'nx-industry',
    name: '贺川市工业和信息化局（演示）',
    kind: 'department',
    parentId: 'nx-bureau',
    ...here,
  },
  {
    id: 'nx-institute',
    name: '贺川新能源设计院',
    kind: 'unit',
    parentId: 'nx-industry',
    nature: 'enterprise',
    ...here,
  },
  { id: 'nx-base', name: '贺川市继续教育基地（演示）', kind: 'base', parentId: 'nx-bureau', ...here },
]

const unit = { organisationId: 'nx-institute', completed: [] }

export const people: readonly DemoPerson[] = [
  {
    id: 'ningxia-newcomer',
    openid: 'o-demo-ningxia-newcomer',
    name: '纳晓岚',
    idNumber: idNumberOf('19960203', '168'),
    mobile: '13800001031',
    registered: 'no',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'ningxia-trainee',
    openid: 'o-demo-ningxia-trainee',
    name: '哈志远',
    idNumber: idNumberOf('19850616', '279'),
    mobile: '13800001032',
    registered: 'verified',
    isReviewer: false,
    ...unit,
  },
  {
    id: 'ningxia-reviewer',
    openid: 'o-demo-ningxia-reviewer',
    name: '田沛然',
    idNumber: idNumberOf('19810411', '386'),
    mobile: '13800001033',
    registered: 'verified',
    isReviewer: true,
    ...unit,
  },
]

const professional = {
  region,
  year: 2022,
  category: 'professional',
  subjectId: null,
  baseName: '贺川市继续教育基地（演示）',
  baseLevel: 'province',
  kind: 'online-course',
  providerId: 'platform',
  meets: ['courseware-audited'],
  bankId: 'law-2022',
} as const

/** Professional courses only: public hours of Ningxia come from its own training site alone (NX22-2). */
export const courses: readonly DemoCourse[] = [
  {
    ...professional,
    id: 'nx22-energy',
    title: '清洁能源并网与储能',
    hours: 16,
    summary: '清洁能源产业的专业课，16 学时。样片讲申报职称看几年、看多少。',
    teacher: { name: '沙定波', title: '正高级工程师', unit: '贺川新能源设计院' },
    lectures: [
      lecture('nx22-energy-1', {
        number: 1,
        title: '几年合计看多少',
        hours: 16,
        slides: [
          {
            title: '申报中级职称',
            lines: ['审验近 4 年（2018-2021 年）继续教育学时'],
            figures: [
              { amount: '360', unit: '学时', label: '总学时累计不少于' },
              { amount: '120', unit: '学时', label: '其中公需课不少于' },
            ],
            source: `${NX22} 一（二）`,
            asks: ['申报中级，总学时累计不少于多少？', ['120 学时', '360 学时', '450 学时'], 1],
          },
          {
            title: '申报副高级及以上职称',
            lines: ['审验近 5 年（2017-2021 年）继续教育学时'],
            figures: [
              { amount: '450', unit: '学时', label: '总学时累计不少于' },
              { amount: '150', unit: '学时', label: '其中公需课不少于' },
            ],
            source: `${NX22} 一（二）`,
            asks: ['申报副高级，审验近几年的学时？', ['近 5 年', '近 4 年', '近 3 年'], 0],
          },
        ],
      }),
    ],
  },
  {
    ...professional,
    id: 'nx22-rules',
    title: '继续教育规定：学时怎么折算',
    hours: 8,
    summary: '读懂 2022 年的通知：怎么学、考察和授课怎么折算。8 学时。',
    teacher: { name: '安若素', title: '副研究员', unit: '贺川市继续教育基地（演示）' },
    lectures: [
      lecture('nx22-rules-1', {
        number: 1,
        title: '考察和授课怎么折算',
        hours: 8,
        slides: [
          {
            title: '考察和交流',
            lines: ['按实际考察培训时间', '(路程时间除外)，', '每天以 6 学时折合计算', '专业课程培训学时。'],
            source: `${NX22} 一（三）1`,
            asks: ['考察一天折合多少学时？', ['8 学时', '6 学时', '3 学时'], 1],
          },
          {
            title: '担任培训师资',
            lines: ['继续按照授课 1 学时', '授予 3 学时的标准', '记入个人继续教育总学时。'],
            source: `${NX22} 一（三）1`,
            asks: ['授课 1 学时，记入多少学时？', ['1 学时', '2 学时', '授予 3 学时'], 2],
          },
        ],
      }),
    ],
  },
]
