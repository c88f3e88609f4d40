import { yearOf } from '../../domain/kernel/instant'
import { asksForTerm, isOfHeld, isOfLine } from '../../domain/policy/deeming-of'
import type { DeemingRule, Substitution } from '../../domain/policy/pack'
import { said } from '../../domain/policy/value'
import { clauseViews } from '../books/hours/clause-view'
import { DEEMED_WHEN, dayName, hoursOf, linesName, peopleName, yearsName } from '../policy/words'
import { hasStandard, type TitleQuestion } from './title-question'
import type { QuestionField, QuestionView } from './views'

/** How far back a term, a degree or a tenure is asked for. */
const YEARS_BACK = 12
const MOST_COUNTED = 6

/** The facts that the notice accepts beside hours, as questions that only the trainee can answer. */
export const questionsOf = (of: TitleQuestion): QuestionView[] => [
  ...recordsQuestion(of),
  ...of.pack.deemings.filter((rule) => isAsked(of, rule)).map((rule) => deemingQuestion(of, rule)),
  ...degreeQuestions(of),
  ...(of.rule.gate && 'kind' in of.rule.gate && of.rule.gate.kind === 'window'
    ? of.pack.substitutions.map((rule) => substitutionQuestion(of, rule))
    : []),
  ...seriesQuestion(of),
]

/** Years without a standard count by their record; and the current year, where it must be verified first. */
function recordsQuestion(of: TitleQuestion): QuestionView[] {
  const { gate } = of.rule
  if (!('kind' in gate) || gate.kind !== 'years') return []
  const current = gate.currentOnlyVerified.value ? [of.input.applicationYear] : []
  const options = of.years.filter((year) => current.includes(year) || !hasStandard(of, year))
  if (options.length === 0) return []
  return [
    {
      id: 'records',
      kind: 'records',
      title: '当年已经审验完成的年度',
      statement: '这些年度当年已审验、登记为完成',
      fields: [{ name: 'years', label: '哪些年度', options, many: true }],
      needsTitle: false,
      clauses: clauseViews(of.pack, [of.pack.standardYears, gate.currentOnlyVerified]),
    },
  ]
}

/** A rule for another level of title, or for people whom the register knows not to be these, is not asked about. */
function isAsked(
  { rule: { level }, standing: { personKind, line, title } }: TitleQuestion,
  deeming: DeemingRule,
): boolean {
  const { onlyFor, onlyLevels } = deeming
  return (
    (onlyLevels === null || onlyLevels.value.includes(level)) &&
    (onlyFor === null || personKind === undefined || onlyFor.value.includes(personKind)) &&
    isOfLine(deeming, line) &&
    isOfHeld(deeming, title && (title.held?.level ?? 'none'))
  )
}

function deemingQuestion(of: TitleQuestion, rule: DeemingRule): QuestionView {
  const { leastMonths, when, onlyFor, titleYears, onlyLines, onlyLevels, onlyHeld } = rule
  const conditions = [
    leastMonths ? `满 ${leastMonths.value} 个月` : '',
    when ? DEEMED_WHEN[when.value] : '',
    onlyFor && of.standing.personKind === undefined ? `属于${peopleName(onlyFor.value)}` : '',
    onlyLines && of.standing.line === undefined ? `属于${linesName(onlyLines.value)}` : '',
    titleYears ? `${yearsName(titleYears.value)}的职称评审` : '',
  ].filter((condition) => condition !== '')
  const asked = [leastMonths, when, titleYears, onlyFor, onlyLines, onlyLevels, onlyHeld]
  const sources = [rule.covers, rule.years, rule.yearChosen, ...asked]
  return {
    id: rule.id,
    kind: 'deeming',
    title: rule.label,
    statement: conditions.length === 0 ? '我有这一项，能提供证明' : `我有这一项：${conditions.join('，')}`,
    fields: fieldsOf(of, rule),
    needsTitle: asksForTerm(rule) && of.standing.title === undefined,
    clauses: clauseViews(
      of.pack,
      sources.filter((source) => source !== null),
    ),
  }
}

function fieldsOf(of: TitleQuestion, { covers, yearChosen, when }: DeemingRule): QuestionField[] {
  const back = yearsBack(of)
  const one = (name: string, label: string, options: number[]): QuestionField => ({
    name,
    label,
    options,
    many: false,
  })
  if (covers.value === 'year')
    return yearChosen?.value === 'any-in-term'
      ? [one('year', '选哪一年', of.years)]
      : [one('year', yearChosen?.value === 'any' ? '选哪一年' : '是哪一年', of.years)]
  switch (when?.value) {
    case 'within-years-looked-at':
      return [one('enrolledYear', '哪一年入学', back), one('graduatedYear', '哪一年毕业', back)]
    case 'after-present-title':
      return [one('obtainedYear', '哪一年取得', back)]
    default:
      return []
  }
}

const yearsBack = ({ now }: TitleQuestion): number[] =>
  Array.from({ length: YEARS_BACK }, (_, index) => yearOf(now) - index)

/** How long the title is held is the register's to say; only who holds none yet says how long they have worked. */
function degreeQuestions({ pack, rule: { gate }, standing: { title } }: TitleQuestion): QuestionView[] {
  if (!('kind' in gate) || gate.kind !== 'window' || gate.byTenure === null) return []
  const { byTenure, years } = gate
  const options = Array.from({ length: years.value }, (_, index) => index + 1)
  return byTenure.value.map((degree) => ({
    id: degree,
    kind: 'degree',
    title: degree,
    statement: '按任职年限计算',
    fields:
      title?.held === null
        ? [{ name: 'tenureYears', label: '任职几年（满几年选几年）', options, many: false }]
        : [],
    needsTitle: title === undefined,
    clauses: clauseViews(pack, [byTenure]),
  }))
}

function substitutionQuestion({ pack }: TitleQuestion, rule: Substitution): QuestionView {
  const most = said(rule.atMost)
  const options = Array.from({ length: most ?? MOST_COUNTED }, (_, index) => index + 1)
  const { hoursEach, atMost, lastDay, onlySeriesWithoutExam, cappedAtRequirement } = rule
  return {
    id: rule.id,
    kind: 'substitution',
    title: rule.label,
    statement: `以前考试合格，每项代替${pack.labels.public} ${hoursOf(pack.labels, hoursEach.value)}，到 ${dayName(lastDay.value)}为止`,
    fields: most === 1 ? [] : [{ name: 'count', label: '有几项', options, many: false }],
    needsTitle: false,
    clauses: clauseViews(pack, [hoursEach, atMost, lastDay, onlySeriesWithoutExam, cappedAtRequirement]),
  }
}

function seriesQuestion({ pack, rule: { gate } }: TitleQuestion): QuestionView[] {
  const rules = pack.substitutions
    .map(({ onlySeriesWithoutExam }) => onlySeriesWithoutExam)
    .filter(({ value }) => value)
  if (rules.length === 0 || !('kind' in gate) || gate.kind !== 'window') return []
  return [
    {
      id: 'series',
      kind: 'series',
      title: '我的职称系列要求外语、计算机考试',
      statement: `要求考试的系列，考试成绩不能再代替${pack.labels.hour}`,
      fields: [],
      needsTitle: false,
      clauses: clauseViews(pack, rules),
    },
  ]
}
