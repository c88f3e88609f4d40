import type { DemoCourse, DemoLecture, DemoSlide } from '../shapes'

const SX22 = '陕人社函〔2022〕259号'
const SX20 = '陕人社函〔2020〕354号'

const slide = (title: string, lines: string[], source: string): DemoSlide => ({ title, lines, source })

type Question = readonly [prompt: string, options: readonly string[], key: number]

const lecture = (
  id: string,
  given: { number: number; title: string; hours: number; slides: DemoSlide[]; questions: Question[] },
): DemoLecture => ({
  id,
  number: given.number,
  title: given.title,
  nominalMinutes: given.hours * 60,
  slides: given.slides,
  challenges: given.questions.map(([prompt, options, key], i) => ({
    id: `${id}-c${i + 1}`,
    afterSecond: 6 + i * 8,
    prompt,
    options,
    key,
  })),
})

const province = {
  region: 'shaanxi' as const,
  year: 2022,
  baseName: '西秦大学继续教育基地',
  baseLevel: 'province' as const,
  bankId: 'law-2022',
}
const city = { ...province, baseName: '长宁市继续教育基地', baseLevel: 'city' as const }
const publicCourse = { ...province, category: 'public' as const }
const professional = { ...province, category: 'professional' as const, subjectId: null }

export const courses: readonly DemoCourse[] = [
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
          slide('公需课主题', ['开拓奋进新征程，', '建功立业新时代。'], SX22),
          slide('科目一 · 12 小时', ['《深入学习十九届六中全会精神，', '砥砺初心赓续百年历史伟业》'], SX22),
          slide('公需课为必学科目', ['公需课为必学科目，不能认证。'], `${SX22} 二（二）`),
        ],
        questions: [
          ['科目一的培训时长是多少？', ['2 小时', '10 小时', '12 小时'], 2],
          ['公需课能不能用同等学时认证代替？', ['不能，公需课为必学科目', '可以', '只有一半可以'], 0],
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
          slide('科目二 · 10 小时', ['解放思想改革创新再接再厉', '谱写陕西高质量发展新篇章'], SX22),
          slide(
            '面授和网络两种形式',
            ['既可参加各基地组织的面授培训，', '也可登录学习平台进行网络学习。'],
            `${SX22} 一`,
          ),
          slide('学时自动生成', ['面授、网络课程的学习学时', '由学习平台自动生成。'], `${SX22} 二（二）`),
        ],
        questions: [
          ['科目二的培训时长是多少？', ['10 小时', '12 小时', '24 小时'], 0],
          ['网络课程的学时怎样产生？', ['自己填写', '由学习平台自动生成', '由基地认证'], 1],
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
          slide('科目三 · 2 小时', ['中央人才工作会议上的', '重要讲话精神'], SX22),
          slide(
            '三个科目，合计 24 小时',
            ['科目一 12 小时', '科目二 10 小时', '科目三 2 小时'],
            `${SX22} 一`,
          ),
        ],
        questions: [
          ['三个公需科目合计多少小时？', ['20 小时', '24 小时', '56 小时'], 1],
          ['科目三的培训时长是多少？', ['2 小时', '8 小时', '10 小时'], 0],
        ],
      }),
    ],
  },
  {
    ...professional,
    id: 'sx22-water',
    title: '水利工程勘测与数字孪生流域',
    hours: 32,
    summary: '面向水利、勘测专业技术人员的专业课，32 学时。',
    teacher: { name: '韩砚清', title: '教授级高级工程师', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-water-1', {
        number: 1,
        title: '从一张地形图说起',
        hours: 16,
        slides: [
          slide('专业课科目', ['由各级继续教育基地', '根据授权培训专业范围自行确定。'], `${SX22} 一`),
          slide(
            '专业课的学时',
            ['分 8、16、24、32、56 小时', '等五类，每讲 60 分钟左右。'],
            `${SX20} 附件 3`,
          ),
        ],
        questions: [
          ['专业课科目由谁确定？', ['学员自己', '各级基地在授权专业范围内', '用人单位'], 1],
          ['下面哪一个是专业课的学时类别？', ['20 小时', '32 小时', '48 小时'], 1],
        ],
      }),
      lecture('sx22-water-2', {
        number: 2,
        title: '数据从哪里来',
        hours: 16,
        slides: [
          slide('省级基地的学时', ['可作为申报初、中、高级职称的', '申报条件。'], `${SX22} 一`),
          slide('市级基地的学时', ['可作为申报初、中级职称的', '申报条件。'], `${SX22} 一`),
        ],
        questions: [
          ['申报高级职称，要看哪一级基地的学时？', ['市级基地', '省级基地', '都不看'], 1],
          ['市级基地的学时可用于申报？', ['初、中级职称', '高级职称', '都不行'], 0],
        ],
      }),
    ],
  },
  {
    ...professional,
    id: 'sx22-standards',
    title: '工程建设标准与质量责任',
    hours: 16,
    summary: '工程类专业技术人员的专业课，16 学时。',
    teacher: { name: '罗雁书', title: '高级工程师', unit: '西秦大学继续教育基地' },
    lectures: [
      lecture('sx22-standards-1', {
        number: 1,
        title: '谁对质量负责',
        hours: 16,
        slides: [
          slide('同时达标方视为完成', ['公需课不少于 24 小时，', '专业课不少于 56 小时。'], `${SX22} 一`),
          slide('超出的部分不能互抵', ['公需课多学的学时，', '不能顶替专业课。'], '本平台对条款的解读'),
        ],
        questions: [
          ['专业课一年不少于多少小时？', ['24 小时', '56 小时', '80 小时'], 1],
          ['公需 30、专业 50，完成了吗？', ['完成了', '没有，专业课不足 56'], 1],
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
          slide('三条路', ['网络学习、面授学习', '和同等学时认证。'], `${SX22} 二（二）`),
          slide(
            '谁来认证',
            ['学员通过学习平台申请，', '人事主管单位审核认证，', '各基地原则上不得从事学时认证。'],
            `${SX22} 二（二）`,
          ),
          slide('只认平台', ['凡未通过学习平台认定的学时', '均视为无效。'], `${SX22} 二（二）`),
          slide(
            '补学到什么时候',
            ['2021 年及以前年度的考试，', '截止 2022 年 9 月 30 日。'],
            `${SX22} 二（五）`,
          ),
        ],
        questions: [
          ['同等学时由谁审核认证？', ['继续教育基地', '人事主管单位', '学员自己'], 1],
          ['没有通过学习平台认定的学时怎样？', ['视为无效', '减半计入', '照常计入'], 0],
          ['2021 年的补学考试截止到哪一天？', ['2022 年 12 月 31 日', '2022 年 9 月 30 日', '没有截止'], 1],
        ],
      }),
    ],
  },
  {
    ...city,
    category: 'professional',
    subjectId: null,
    id: 'sx22-fees',
    title: '继续教育经费与收费规定',
    hours: 8,
    summary: '市级基地的专业课，8 学时。市级基地的学时可用于申报初、中级职称。',
    teacher: { name: '方若川', title: '高级经济师', unit: '长宁市继续教育基地' },
    lectures: [
      lecture('sx22-fees-1', {
        number: 1,
        title: '一个学时最多收多少钱',
        hours: 8,
        slides: [
          slide(
            '收费标准',
            [
              '网络学习最高不超过 3.6 元/人·课时，',
              '集中面授最高不超过 5 元/人·课时',
              '（含考试及证书费用）。',
            ],
            `${SX22} 三（三）`,
          ),
          slide(
            '单位的经费',
            ['将不低于专业技术人员工资总额的', '1.5% 经费用于本单位继续教育工作。'],
            `${SX22} 三（三）`,
          ),
        ],
        questions: [
          ['网络学习每课时最高收多少？', ['3.6 元', '5 元', '8 元'], 0],
          ['考试费和证书费要另交吗？', ['要', '不要，已含在内'], 1],
        ],
      }),
    ],
  },
]
