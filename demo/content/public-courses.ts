import type { DemoCourse } from '../shapes'
import { lecture, SX22 } from './lecture'

const publicCourse = {
  region: 'shaanxi',
  year: 2022,
  category: 'public',
  baseName: '西秦大学继续教育基地',
  baseLevel: 'province',
  kind: 'online-course',
  providerId: 'platform',
  meets: ['courseware-audited', 'within-specialty'],
  bankId: 'law-2022',
} as const

/** The three subjects of 2022, with the notice's names and hours (SX22-2). */
export const publicCourses: readonly DemoCourse[] = [
  {
    ...publicCourse,
    id: 'sx22-public-1',
    subjectId: 'sx22-public-1',
    title: '深入学习十九届六中全会精神，砥砺初心赓续百年历史伟业',
    hours: 12,
    summary: '2022 年公需课科目一，12 学时。三个公需科目都要学完，公需课才达标。',
    teacher: { name: '沈怀谷', title: '教授', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-public-1-1', {
        number: 1,
        title: '科目一怎么学',
        hours: 12,
        slides: [
          {
            title: '2022 年公需课主题',
            lines: ['开拓奋进新征程，', '建功立业新时代。'],
            source: `${SX22} 一`,
            asks: [
              '2022 年公需课的主题是哪一句？',
              ['开拓奋进新征程，建功立业新时代', '弘扬延安精神，坚定理想信念', '砥砺初心，赓续百年历史伟业'],
              0,
            ],
          },
          {
            title: '科目一',
            lines: ['《深入学习十九届六中全会精神，', '砥砺初心赓续百年历史伟业》，', '培训时长12小时。'],
            source: `${SX22} 一`,
            asks: ['科目一的培训时长是多少？', ['2 小时', '10 小时', '12 小时'], 2],
          },
          {
            title: '一门都不能少',
            lines: ['公需课为必学科目，', '不能认证。'],
            source: `${SX22} 二（二）`,
            asks: [
              '公需课能不能用同等学时认证代替？',
              ['单位同意就能', '不能，公需课为必学科目', '只能代替一半'],
              1,
            ],
          },
        ],
      }),
    ],
  },
  {
    ...publicCourse,
    id: 'sx22-public-2',
    subjectId: 'sx22-public-2',
    title: '深入学习习近平总书记三次来陕考察重要讲话精神，解放思想改革创新再接再厉谱写陕西高质量发展新篇章',
    hours: 10,
    summary: '2022 年公需课科目二，10 学时。',
    teacher: { name: '温如岚', title: '副教授', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-public-2-1', {
        number: 1,
        title: '科目二怎么学',
        hours: 10,
        slides: [
          {
            title: '科目二',
            lines: [
              '《深入学习习近平总书记三次来陕考察',
              '重要讲话精神，解放思想改革创新再接再厉',
              '谱写陕西高质量发展新篇章》，',
              '培训时长10小时。',
            ],
            source: `${SX22} 一`,
            asks: ['科目二的培训时长是多少？', ['10 小时', '12 小时', '24 小时'], 0],
          },
          {
            title: '面授和网络，两种形式',
            lines: [
              '既可参加各基地组织的面授培训，',
              '也可登录全省专业技术人员',
              '继续教育学习平台进行网络学习。',
            ],
            source: `${SX22} 一`,
            asks: [
              '专业技术人员可以怎样参加培训？',
              ['只能参加面授培训', '只能进行网络学习', '面授或网络，都可以'],
              2,
            ],
          },
          {
            title: '学时怎样产生',
            lines: ['面授、网络课程的学习学时', '由学习平台自动生成。'],
            source: `${SX22} 二（二）`,
            asks: ['网络课程的学时怎样产生？', ['由学员自己填报', '由学习平台自动生成', '由基地手工登记'], 1],
          },
        ],
      }),
    ],
  },
  {
    ...publicCourse,
    id: 'sx22-public-3',
    subjectId: 'sx22-public-3',
    title: '深入学习领会习近平总书记中央人才工作会议上的重要讲话精神',
    hours: 2,
    summary: '2022 年公需课科目三，2 学时。',
    teacher: { name: '叶知秋', title: '研究员', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-public-3-1', {
        number: 1,
        title: '科目三怎么学',
        hours: 2,
        slides: [
          {
            title: '科目三',
            lines: ['《深入学习领会习近平总书记', '中央人才工作会议上的重要讲话精神》，', '培训时长2小时。'],
            source: `${SX22} 一`,
            asks: ['科目三的培训时长是多少？', ['2 小时', '8 小时', '10 小时'], 0],
          },
          {
            title: '三个科目，合计 24 小时',
            lines: ['其中公需课不少于24小时。'],
            figures: [
              { amount: '12', unit: '小时', label: '科目一' },
              { amount: '10', unit: '小时', label: '科目二' },
              { amount: '2', unit: '小时', label: '科目三' },
            ],
            source: `${SX22} 一`,
            asks: ['三个科目合计多少小时？', ['20 小时', '24 小时', '56 小时'], 1],
          },
        ],
      }),
    ],
  },
]
