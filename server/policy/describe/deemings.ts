import type { DeemingRule, PolicyPack, Substitution } from '../../../domain/policy/pack'
import { said } from '../../../domain/policy/value'
import { heldLevelsText } from '../../../domain/title/held-title'
import { line, rule } from '../line'
import type { PolicyLine, PolicyRule } from '../views'
import { DEEMED_WHEN, dayName, hoursOf, levelsName, linesName, peopleName, yearsName } from '../words'

const CHOSEN = {
  'duty-year': '履行职责的那一年',
  any: '任意一年',
  'any-in-term': '任现职期间任意一年',
} as const

/** 视同和免除: facts that stand for learning, and past passes that stand for public hours. */
export const deemingLines = (pack: PolicyPack): PolicyLine[] => [
  ...pack.deemings.map((deeming) => deemingLine(pack, deeming)),
  ...pack.substitutions.map((substitution) => substitutionLine(pack, substitution)),
]

function coversText({ labels }: PolicyPack, { covers, years }: DeemingRule): string {
  switch (covers.value) {
    case 'year':
      return `视同完成${years ? ` ${years.value} 个` : '一个'}年度`
    case 'all-years':
      return '视同完成审验年限内的全部学习'
    case 'professional':
      return `视同完成${labels.professional}，${labels.public}仍然要学`
    case 'waived':
      return `申报职称时不作要求，不产生${labels.hour}`
  }
}

function deemingLine(pack: PolicyPack, deeming: DeemingRule): PolicyLine {
  const { id, label, covers } = deeming
  const value = coversText(pack, deeming)
  return line(pack, { id: `deemings.${id}`, title: label, value, more: deemingRules(pack, deeming) }, covers)
}

function deemingRules(pack: PolicyPack, deeming: DeemingRule): PolicyRule[] {
  const { years, yearChosen, leastMonths, when, titleYears, onlyFor, onlyLines, onlyLevels, onlyHeld } =
    deeming
  const told = (part: string, title: string, value: string) => ({
    id: `deemings.${deeming.id}.${part}`,
    title,
    value,
  })
  return [
    ...(years ? [rule(pack, told('years', '几个年度', `${years.value} 个`), years)] : []),
    ...(yearChosen ? [rule(pack, told('yearChosen', '哪一年', CHOSEN[yearChosen.value]), yearChosen)] : []),
    ...(leastMonths
      ? [rule(pack, told('leastMonths', '至少多久', `满 ${leastMonths.value} 个月`), leastMonths)]
      : []),
    ...(when ? [rule(pack, told('when', '条件', DEEMED_WHEN[when.value]), when)] : []),
    ...(titleYears
      ? [rule(pack, told('titleYears', '哪些年度的职称评审', yearsName(titleYears.value)), titleYears)]
      : []),
    ...(onlyFor ? [rule(pack, told('onlyFor', '只对哪些人', peopleName(onlyFor.value)), onlyFor)] : []),
    ...(onlyLines
      ? [rule(pack, told('onlyLines', '只对哪些行业', linesName(onlyLines.value)), onlyLines)]
      : []),
    ...(onlyLevels
      ? [rule(pack, told('onlyLevels', '申报哪些职称', levelsName(pack, onlyLevels.value)), onlyLevels)]
      : []),
    ...(onlyHeld
      ? [rule(pack, told('onlyHeld', '现职称是哪些', heldLevelsText(onlyHeld.value)), onlyHeld)]
      : []),
  ]
}

function substitutionLine(pack: PolicyPack, substitution: Substitution): PolicyLine {
  const { labels } = pack
  const { id, label, hoursEach, atMost, lastDay, onlySeriesWithoutExam, cappedAtRequirement } = substitution
  const told = (part: string, title: string, value?: string) => ({
    id: `substitutions.${id}.${part}`,
    title,
    ...(value === undefined ? {} : { value }),
  })
  const most = said(atMost)
  const more = [
    rule(pack, told('atMost', '最多几项', most === null ? undefined : `${most} 项`), atMost),
    rule(pack, told('lastDay', '到什么时候', `${dayName(lastDay.value)}，以后不再执行`), lastDay),
    rule(
      pack,
      told('series', '哪些系列', onlySeriesWithoutExam.value ? '不要求这项考试的系列' : '所有系列'),
      onlySeriesWithoutExam,
    ),
    rule(
      pack,
      told('capped', '上限', cappedAtRequirement.value ? `不超过${labels.public}的要求` : '没有上限'),
      cappedAtRequirement,
    ),
  ]
  const value = `每项代替${labels.public} ${hoursOf(labels, hoursEach.value)}，到 ${dayName(lastDay.value)}`
  return line(pack, { id: `substitutions.${id}`, title: label, value, more }, hoursEach)
}
