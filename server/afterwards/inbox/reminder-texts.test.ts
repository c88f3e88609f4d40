import { remindReviewer, remindTrainee } from './reminder-texts'

const DATE = { label: '2022 年学时截止', day: '2022年12月31日', daysLeft: 7 }
const trainee = (missingPublic: number, missingProfessional: number) =>
  remindTrainee({
    ...{ ...DATE, year: 2022, missingPublic, missingProfessional },
    names: { public: '公需课', professional: '专业课', hour: '学时' },
  })

test.each([
  [2_400, 5_600, '2022 年还差 24 学时公需课、56 学时专业课，2022年12月31日前完成。'],
  [1, 0, '2022 年还差 0.01 学时公需课，2022年12月31日前完成。'],
  [0, 1, '2022 年还差 0.01 学时专业课，2022年12月31日前完成。'],
])('a trainee who misses %d and %d hundredths reads: %3$s', (missingPublic, missingProfessional, text) =>
  expect(trainee(missingPublic, missingProfessional).text).toBe(text),
)

test('the reminder leads to home, and is a message of WeChat’s in few words as well', () => {
  expect(trainee(0, 650)).toEqual({
    title: '2022 年学时截止还有 7 天',
    text: '2022 年还差 6.5 学时专业课，2022年12月31日前完成。',
    place: { page: 'home' },
    subscription: {
      template: 'reminder',
      data: { subject: '2022 年学时截止', note: '2022 年还差 6.5 学时专业课，2022年12月31日前完成。' },
      page: 'pages/home/index',
    },
  })
})

test('a reviewer reads what waits, and is led to the queue', () => {
  expect(remindReviewer({ ...DATE, queue: '有 3 件申报等你审，1 人等你核对' })).toEqual({
    title: '2022 年学时截止还有 7 天',
    text: '有 3 件申报等你审，1 人等你核对，2022年12月31日前要审完。',
    place: { page: 'queue' },
    subscription: {
      template: 'reminder',
      data: { subject: '2022 年学时截止', note: '有 3 件申报等你审，1 人等你核对，2022年12月31日前要审完。' },
      page: 'pages/home/index',
    },
  })
})
