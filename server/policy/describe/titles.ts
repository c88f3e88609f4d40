import type { PolicyPack, TitleGate, TitleRule } from '../../../domain/policy/pack'
import type { RuleSource, Value } from '../../../domain/policy/value'
import { line, rule } from '../line'
import type { PolicyLine, PolicyRule } from '../views'
import { hoursOf, joined, LEVELS } from '../words'

type YearsGate = Extract<TitleGate, { kind: 'years' }>
type WindowGate = Extract<TitleGate, { kind: 'window' }>

/** 职称: what each level asks of past years, and which bases' hours serve which level. */
export const titleLines = (pack: PolicyPack): PolicyLine[] => [
  ...pack.titles.map((title) => gateLine(pack, title)),
  ...(['province', 'city'] as const).map((level) =>
    line(
      pack,
      {
        id: `titleLevels.${level}`,
        title: level === 'province' ? '省级基地的学时' : '市级基地的学时',
        value:
          pack.titleLevels[level].value.length === 0
            ? '不能用于申报职称'
            : `可用于申报${joined(LEVELS, pack.titleLevels[level].value)}职称`,
      },
      pack.titleLevels[level],
    ),
  ),
]

function gateLine(pack: PolicyPack, { level, label, gate }: TitleRule): PolicyLine {
  const saying = { id: `titles.${level}`, title: `申报${label}` }
  if ('state' in gate) return line(pack, saying, gate)
  return gate.kind === 'years'
    ? line(pack, { ...saying, value: yearsText(gate), more: yearsRules(pack, gate, saying.id) }, gate.count)
    : line(
        pack,
        { ...saying, value: windowText(pack, gate), more: windowRules(pack, gate, saying.id) },
        gate.years,
      )
}

const lastYear = (before: number): string =>
  before === 0 ? '申报当年' : before === 1 ? '申报的上一年' : `申报前 ${before} 年`

const yearsText = ({ count, since, lastYearBefore, consecutive }: YearsGate): string =>
  [
    `${count.value} 个达标的年度`,
    since
      ? `从 ${since.value} 年到${lastYear(lastYearBefore.value)}`
      : `到${lastYear(lastYearBefore.value)}为止`,
    ...(count.value > 1 ? [consecutive.value ? '要连续' : '可以不连续'] : []),
  ].join('，')

function yearsRules(pack: PolicyPack, gate: YearsGate, id: string): PolicyRule[] {
  const of = (part: string, title: string, value: string, source: RuleSource) =>
    rule(pack, { id: `${id}.${part}`, title, value }, source)
  const { since, lastYearBefore, consecutive, currentOnlyVerified } = gate
  return [
    ...(since ? [of('since', '从哪一年起', `${since.value} 年`, since)] : []),
    of('last', '到哪一年为止', lastYear(lastYearBefore.value), lastYearBefore),
    of('consecutive', '要不要连续', consecutive.value ? '要连续' : '可以不连续', consecutive),
    of(
      'current',
      '申报当年的学时',
      currentOnlyVerified.value ? '审验之后才能用' : '学完就能用',
      currentOnlyVerified,
    ),
  ]
}

const windowText = ({ labels }: PolicyPack, gate: WindowGate): string =>
  `到${lastYear(gate.lastYearBefore.value)}为止近 ${gate.years.value} 年，累计不少于 ${hoursOf(labels, gate.total.value)}，其中${labels.public}不少于 ${hoursOf(labels, gate.public.value)}`

function windowRules(pack: PolicyPack, gate: WindowGate, id: string): PolicyRule[] {
  const { labels } = pack
  const of = (part: string, title: string, value: string, source: Value<unknown>) =>
    rule(pack, { id: `${id}.${part}`, title, value }, source)
  const { lastYearBefore, total, byTenure } = gate
  return [
    of('total', '累计', `不少于 ${hoursOf(labels, total.value)}`, total),
    of('public', labels.public, `不少于 ${hoursOf(labels, gate.public.value)}`, gate.public),
    of('last', '到哪一年为止', lastYear(lastYearBefore.value), lastYearBefore),
    ...(byTenure ? [of('byTenure', '按任职年限计算的学历', byTenure.value.join('、'), byTenure)] : []),
  ]
}
