import type { QuestionView } from '@server/titles/views'

/** The trainee's answers, by question and field. A question without an entry was not ticked. */
export type Answers = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

/** The server's form of declared facts. */
export interface Declared {
  degree?: string
  tenureYears?: number
  seriesRequiresExams?: boolean
  deemings?: { id: string; [field: string]: string | number }[]
  substitutions?: { id: string; count: number }[]
  recordedYears?: number[]
}

/** Answers that belong to this region's questions; others (of a region left behind) say nothing here. */
export function declaredOf(questions: readonly Asked[], answers: Answers): Declared {
  const ticked = questions.flatMap((question) => {
    const values = answers[question.id]
    return values === undefined ? [] : [{ ...question, values }]
  })
  const of = (kind: QuestionView['kind']) => ticked.filter((answer) => answer.kind === kind)
  const [degree] = of('degree')
  const tenureYears = degree?.values.tenureYears?.[0]
  const deemings = of('deeming').map(({ id, values }) => ({ ...firstOf(values), id }))
  const substitutions = of('substitution').map(({ id, values }) => ({ id, count: values.count?.[0] ?? 1 }))
  const recordedYears = of('records').flatMap(({ values }) => [...(values.years ?? [])])
  return {
    ...(degree === undefined ? {} : { degree: degree.id }),
    ...(tenureYears === undefined ? {} : { tenureYears }),
    ...(of('series').length === 0 ? {} : { seriesRequiresExams: true }),
    ...(deemings.length === 0 ? {} : { deemings }),
    ...(substitutions.length === 0 ? {} : { substitutions }),
    ...(recordedYears.length === 0 ? {} : { recordedYears }),
  }
}

/** As much of a question as its answer needs; kept with the answers, so that they can be sent before it is asked again. */
export type Asked = Pick<QuestionView, 'id' | 'kind'>

const firstOf = (values: Answers[string]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first]])),
  )

/** A deeming's or record's answer in a few words, for its line: 2021 年; 2 项; nothing more than 有. */
export function answerText(question: QuestionView, answers: Answers): string {
  const values = answers[question.id]
  if (values === undefined) return '没有'
  const said = question.fields.flatMap(({ name }) => values[name] ?? [])
  if (said.length === 0) return '有'
  const unit = question.kind === 'substitution' ? ' 项' : ' 年'
  return `${[...said].sort((a, b) => a - b).join('、')}${unit}`
}
