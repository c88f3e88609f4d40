import { dayOf, formatDay, yearOf } from '../kernel/instant'
import { compilePack } from './compile-pack'
import { topicOf } from './decide-item'
import { coversYear, isOfLine } from './deeming-of'
import { conditionText } from './explain-item'
import type { YearFacts } from './facts'
import type { LearningKind } from './learning-kind'
import type { Notice } from './pack'
import { scopeOf } from './scope-of'

/**
 * What a verdict took for granted because the facts do not say it, and what it cannot see from one year: in Chinese, to
 * be told beside it. A fact that is left out never decides in silence.
 */
export const assumedOf = (pack: Notice, facts: YearFacts): string[] => [
  ...personAssumed(pack, facts),
  ...deemingsAssumed(pack, facts),
  ...itemsAssumed(pack, facts),
]

function personAssumed(pack: Notice, { personKind, line }: YearFacts): string[] {
  const own = pack.review.exceptions.find((exception) => exception.case === line)
  const isOutside = personKind !== undefined && scopeOf(pack, personKind) === false
  return [
    ...(isOutside ? ['通知列举的人员范围里没有这一类人；是否适用请问人社部门。'] : []),
    ...(own
      ? [`${own.label}的培训、审验按行业主管部门的安排；这里按本通知的学时看，行业另有要求的以其为准。`]
      : []),
  ]
}

function deemingsAssumed(pack: Notice, { year, line, deemings = [] }: YearFacts): string[] {
  return deemings.flatMap((fact) => {
    const rule = pack.deemings.find(({ id }) => id === fact.id)
    if (!rule || !isOfLine(rule, line) || !coversYear(rule, fact, year)) return []
    const years = rule.years?.value ?? 1
    return [
      `“${rule.label}”一共只抵${years}年，抵了${year}年，别的年度不能再抵。`,
      ...(rule.onlyLines !== null && line === undefined ? [`“${rule.label}”：假定属于通知规定的人员。`] : []),
    ]
  })
}

function itemsAssumed(pack: Notice, { year, personKind, line, items, untimely }: YearFacts): string[] {
  const compiled = compilePack(pack)
  const limited = compiled.exclusions.filter(
    ({ topic, onlyFor }) => onlyFor && items.some((item) => topicOf(compiled, item) === topic),
  )
  const ruled = pack.kinds.filter(
    ({ id, formula }) =>
      formula.kind === 'multiple' && formula.ownRule && items.some(({ kind }) => kind === id),
  )
  const before = items.filter(({ id, earnedAt }) => yearOf(earnedAt) < year && untimely?.has(id) !== true)
  return [
    ...before.map(
      ({ id, earnedAt }) =>
        `“${id}”的日期是${formatDay(dayOf(earnedAt))}，不在${year}年度；请核对，多出的${pack.labels.hour}不转到下一年度。`,
    ),
    ...(personKind === undefined
      ? limited.map(({ label }) => `没有写明单位性质，“${label}”按通知规定的人员看，不作登记。`)
      : []),
    ...(line === undefined ? ruled.map(({ label }) => `“${label}”：假定没有另行规定。`) : []),
    ...pack.kinds.flatMap((kind) => conditionsAssumed(kind, items)),
  ]
}

const conditionsAssumed = ({ id, label, conditions }: LearningKind, items: YearFacts['items']): string[] =>
  items.some(({ kind, meets }) => kind === id && meets === undefined)
    ? conditions
        .filter(({ assumed }) => assumed)
        .map(({ needs }) => `“${label}”：假定${conditionText(needs.value)}。`)
    : []
