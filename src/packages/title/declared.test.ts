import type { QuestionView } from '@server/titles/views'
import { answerText, declaredOf } from './declared'

const question = (id: string, kind: QuestionView['kind'], fields: string[] = []): QuestionView => ({
  id,
  kind,
  title: id,
  statement: '',
  fields: fields.map((name) => ({ name, label: name, options: [], many: false })),
  needsTitle: false,
  clauses: [],
})

const QUESTIONS = [
  question('records', 'records', ['years']),
  question('village', 'deeming', ['year', 'termFromYear']),
  question('awards', 'deeming'),
  question('foreign-language', 'substitution'),
  question('computer-module', 'substitution', ['count']),
  question('硕士研究生', 'degree', ['tenureYears']),
  question('series', 'series'),
]

test('nothing answered declares nothing', () => {
  expect(declaredOf(QUESTIONS, {})).toEqual({})
})

test('each kind of answer goes where the rules look for it', () => {
  expect(
    declaredOf(QUESTIONS, {
      records: { years: [2020, 2019] },
      village: { year: [2021], termFromYear: [2018] },
      awards: {},
      'foreign-language': {},
      'computer-module': { count: [3] },
      硕士研究生: { tenureYears: [2] },
      series: {},
    }),
  ).toEqual({
    recordedYears: [2020, 2019],
    deemings: [{ id: 'village', year: 2021, termFromYear: 2018 }, { id: 'awards' }],
    substitutions: [
      { id: 'foreign-language', count: 1 },
      { id: 'computer-module', count: 3 },
    ],
    degree: '硕士研究生',
    tenureYears: 2,
    seriesRequiresExams: true,
  })
})

test('an answer to a question that this notice does not ask says nothing', () => {
  expect(declaredOf([question('awards', 'deeming')], { village: { year: [2021] } })).toEqual({})
})

test.each([
  ['没有', 'records', {}],
  ['2019、2020 年', 'records', { records: { years: [2020, 2019] } }],
  ['有', 'awards', { awards: {} }],
  ['3 项', 'computer-module', { 'computer-module': { count: [3] } }],
])('%s', (words, id, answers) => {
  const asked = QUESTIONS.find((one) => one.id === id)
  expect(asked && answerText(asked, answers)).toBe(words)
})
