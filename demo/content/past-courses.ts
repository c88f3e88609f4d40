import type { DemoCourse } from '../shapes'
import { lecture, SX22 } from './lecture'

const past = {
  region: 'shaanxi',
  year: 2021,
  subjectId: null,
  baseName: '西秦大学继续教育基地',
  baseLevel: 'province',
  kind: 'online-course',
  providerId: 'platform',
  meets: ['courseware-audited', 'within-specialty'],
  bankId: 'law-2022',
} as const

/** Courses of 2021 for make-up study (SX22-14): one of each category, both short samples. */
export const pastCourses: readonly DemoCourse[] = [
  {
    ...past,
    id: 'sx21-public',
    category: 'public',
    title: '2021 年度公需课补学',
    hours: 24,
    summary: '补学 2021 年度的公需课，24 学时。学完并通过考试，学时计入 2021 年度。',
    teacher: { name: '沈怀谷', title: '教授', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx21-public-1', {
        number: 1,
        title: '补学计入哪一年',
        hours: 12,
        slides: [
          {
            title: '哪些年度可以补学',
            lines: ['2021年度及以前公需课', '和专业课科目补学。'],
            source: `${SX22} 二（五）`,
            asks: ['哪些科目可以补学？', ['只有专业课', '公需课和专业课科目', '只有公需课'], 1],
          },
          {
            title: '补学到什么时候',
            lines: ['2021年及以前年度公需课和', '专业课科目考试日期', '截止2022年9月30日。'],
            source: `${SX22} 二（五）`,
            asks: ['补学的考试截止到哪一天？', ['2022年12月31日', '2022年9月30日', '2022年10月1日'], 1],
          },
        ],
      }),
      lecture('sx21-public-2', {
        number: 2,
        title: '公需课一门都不能少',
        hours: 12,
        slides: [
          {
            title: '必学科目',
            lines: ['公需课为必学科目，', '不能认证。'],
            source: `${SX22} 二（二）`,
            asks: ['公需课能不能认证？', ['不能认证', '可以认证', '单位同意就能认证'], 0],
          },
          {
            title: '同时达标',
            lines: ['公需课和专业课学习学时同时达标', '方视为完成年度继续教育培训要求。'],
            source: `${SX22} 一`,
            asks: ['怎样才算完成一个年度？', ['只看总数', '只看专业课', '同时达标'], 2],
          },
        ],
      }),
    ],
  },
  {
    ...past,
    id: 'sx21-works',
    category: 'professional',
    title: '2021 年度专业课补学：工程档案与质量追溯',
    hours: 8,
    summary: '补学 2021 年度的专业课，8 学时。学完并通过考试，学时计入 2021 年度。',
    teacher: { name: '罗雁书', title: '高级工程师', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx21-works-1', {
        number: 1,
        title: '选对基地再补学',
        hours: 8,
        slides: [
          {
            title: '面授要看基地',
            lines: ['自行选择具有相应培训专业', '和培训权限的基地', '参加面授学习。'],
            source: `${SX22} 二（五）`,
            asks: ['面授补学要选什么样的基地？', ['离家最近的基地', '具有相应培训专业', '收费最低的基地'], 1],
          },
          {
            title: '也可以网上学',
            lines: ['或在全省专业技术人员', '继续教育平台进行网络学习。'],
            source: `${SX22} 二（五）`,
            asks: ['不去面授，还可以怎样补学？', ['网络学习', '购买教材', '单位盖章'], 0],
          },
        ],
      }),
    ],
  },
]
