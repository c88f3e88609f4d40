import type { PolicyPack, PublicSubjects } from '../../../domain/policy/pack'
import { said } from '../../../domain/policy/value'
import { line, rule } from '../line'
import type { PolicyLine } from '../views'
import { hoursOf, joined, MODES, peopleName, yearsName } from '../words'

const CHOICES: Readonly<Record<PublicSubjects['choice']['value'], string>> = {
  allOf: '每个科目都要学完',
  oneOf: '任选一个科目，整个学完',
  free: '在规定的平台上自主选择',
}

const EMPHASES = { focus: '重点学习', also: '加强学习', free: '自主选择' } as const

/** 要学多少: the year's hours, the public subjects, how they may be learned, and whom it concerns. */
export const requirementLines = (pack: PolicyPack): PolicyLine[] => [
  ...yearLines(pack),
  ...publicLines(pack),
  scopeLine(pack),
]

function yearLines(pack: PolicyPack): PolicyLine[] {
  const { requirement, labels, standardYears } = pack
  const years = rule(
    pack,
    { id: 'standardYears', title: '适用年度', value: yearsName(standardYears.value) },
    standardYears,
  )
  if (!('total' in requirement)) {
    const title = `每年要学多少${labels.hour}`
    return [line(pack, { id: 'requirement', title, more: [years] }, requirement)]
  }
  const { total, professional, bothParts } = requirement
  const asks = (id: string, title: string, value: string) => ({ id: `requirement.${id}`, title, value })
  const least = (hours: typeof total.value): string => `不少于 ${hoursOf(labels, hours)}`
  return [
    line(pack, { ...asks('total', '一年一共', least(total.value)), more: [years] }, total),
    line(pack, asks('public', labels.public, least(requirement.public.value)), requirement.public),
    line(pack, asks('professional', labels.professional, least(professional.value)), professional),
    line(
      pack,
      asks(
        'bothParts',
        '怎样算完成',
        bothParts.value ? '两部分同时达标，一部分多出的不能补另一部分' : '只看总数',
      ),
      bothParts,
    ),
  ]
}

function publicLines(pack: PolicyPack): PolicyLine[] {
  const { publicSubjects, labels } = pack
  const { theme, choice, subjects, topics, modes } = publicSubjects
  const themeValue = said(theme)
  const themed = themeValue === null ? {} : { value: themeValue }
  return [
    line(pack, { id: 'public.theme', title: `${labels.public}主题`, ...themed }, theme),
    line(
      pack,
      { id: 'public.choice', title: `${labels.public}怎么选`, value: CHOICES[choice.value] },
      choice,
    ),
    ...subjects.map(({ id, title, hours }) =>
      line(pack, { id: `public.${id}`, title, value: hoursOf(labels, hours.value) }, hours),
    ),
    ...topics.map(({ emphasis, topics: list }) =>
      line(
        pack,
        {
          id: `public.topics.${emphasis}`,
          title: `${labels.public}${EMPHASES[emphasis]}`,
          value: list.value.join('、'),
        },
        list,
      ),
    ),
    line(
      pack,
      {
        id: 'public.modes',
        title: `${labels.public}的学习形式`,
        value: `${joined(MODES, modes.value)}${modes.value.length > 1 ? '都可以' : ''}`,
      },
      modes,
    ),
  ]
}

function scopeLine(pack: PolicyPack): PolicyLine {
  const { scope, minimumAgeYears } = pack
  const people = said(scope)
  const age = rule(
    pack,
    { id: 'minimumAgeYears', title: '年龄', value: `满 ${minimumAgeYears.value} 周岁` },
    minimumAgeYears,
  )
  const value = people === null ? {} : { value: peopleName(people) }
  return line(pack, { id: 'scope', title: '哪些人要学', ...value, more: [age] }, scope)
}
