import type { PolicyPack, TitleGate, TitleRule } from '../../../domain/policy/pack'
import { line, rule } from '../line'
import type { PolicyLine, PolicyRule } from '../views'
import { hoursOf, joined, LEVELS } from '../words'

type YearsGate = Extract<TitleGate, { kind: 'years' }>
type WindowGate = Extract<TitleGate, { kind: 'window' }>

/** 职称: the requirement of each level for past years, and which base levels serve which title. */
export const titleLines = (pack: PolicyPack): PolicyLine[] => [
  ...pack.titles.map((title) => gateLine(pack, title)),
  ...(['nation', 'province', 'city'] as const).map((level) =>
    line(
      pack,
      {
        id: `titleLevels.${level}`,
        title: `${BASE_LEVELS[level]}级基地的${pack.labels.hour}`,
        value:
          pack.titleLevels[level].value.length === 0
            ? '不能用于申报职称'
            : `可用于申报${joined(LEVELS, pack.titleLevels[level].value)}职称`,
      },
      pack.titleLevels[level],
    ),
  ),
]

const BASE_LEVELS = { nation: '国家', province: '省', city: '市' } as const

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

/** How a rule behind a line is headed, under the line's own id. */
const under =
  (id: string) =>
  (part: string, title: string, value: string): { id: string; title: string; value: string } => ({
    id: `${id}.${part}`,
    title,
    value,
  })

function yearsRules(pack: PolicyPack, gate: YearsGate, id: string): PolicyRule[] {
  const told = under(id)
  const { since, lastYearBefore, consecutive, currentOnlyVerified } = gate
  const present = currentOnlyVerified.value ? '审验之后才能用' : '学完就能用'
  return [
    ...(since ? [rule(pack, told('since', '从哪一年起', `${since.value} 年`), since)] : []),
    rule(pack, told('last', '到哪一年为止', lastYear(lastYearBefore.value)), lastYearBefore),
    rule(pack, told('consecutive', '要不要连续', consecutive.value ? '要连续' : '可以不连续'), consecutive),
    rule(pack, told('current', `申报当年的${pack.labels.hour}`, present), currentOnlyVerified),
  ]
}

const windowText = ({ labels }: PolicyPack, gate: WindowGate): string =>
  `到${lastYear(gate.lastYearBefore.value)}为止近 ${gate.years.value} 年，累计不少于 ${hoursOf(labels, gate.total.value)}，其中${labels.public}不少于 ${hoursOf(labels, gate.public.value)}`

function windowRules(pack: PolicyPack, gate: WindowGate, id: string): PolicyRule[] {
  const told = under(id)
  const { labels } = pack
  const { lastYearBefore, total, byTenure, byTenureLikely } = gate
  const least = (hours: typeof total): string => `不少于 ${hoursOf(labels, hours.value)}`
  return [
    rule(pack, told('total', '累计', least(total)), total),
    rule(pack, told('public', labels.public, least(gate.public)), gate.public),
    rule(pack, told('last', '到哪一年为止', lastYear(lastYearBefore.value)), lastYearBefore),
    ...(byTenure
      ? [rule(pack, told('byTenure', '按任职年限计算的学历', byTenure.value.join('、')), byTenure)]
      : []),
    ...(byTenureLikely
      ? [
          rule(
            pack,
            told('byTenureLikely', '写成这样也先按此看', byTenureLikely.value.join('、')),
            byTenureLikely,
          ),
        ]
      : []),
  ]
}
