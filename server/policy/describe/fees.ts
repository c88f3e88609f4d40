import type { CountyReduction, Fees, PolicyPack } from '../../../domain/policy/pack'
import { line, rule } from '../line'
import type { PolicyLine, PolicyRule } from '../views'
import { dayName, yuanOf } from '../words'

/**
 * 收费: the price or its ceiling, the services it includes, the counties with a lower price, the unit's least budget.
 */
export function feeLines(pack: PolicyPack): PolicyLine[] {
  const { fees } = pack
  if ('state' in fees) return [line(pack, { id: 'fees', title: '培训费' }, fees)]
  const rate = fees.kind.value === 'ceiling' ? '最高' : '统一'
  const kind = rule(
    pack,
    {
      id: 'fees.kind',
      title: '价格的性质',
      value: fees.kind.value === 'ceiling' ? '最高不超过' : '规定价格',
    },
    fees.kind,
  )
  const per = (fen: Fees['onlineFenPerHour']): string => `${rate} ${yuanOf(fen.value)}/人·课时`
  return [
    line(
      pack,
      { id: 'fees.online', title: '网络学习', value: per(fees.onlineFenPerHour), more: [kind] },
      fees.onlineFenPerHour,
    ),
    line(
      pack,
      { id: 'fees.faceToFace', title: '面授', value: per(fees.faceToFaceFenPerHour), more: [kind] },
      fees.faceToFaceFenPerHour,
    ),
    line(
      pack,
      {
        id: 'fees.inclusive',
        title: '考试和证书',
        value: fees.inclusive.value ? '已含在内，不另收费' : '另计',
      },
      fees.inclusive,
    ),
    line(
      pack,
      {
        id: 'fees.onlyTrainingHours',
        title: '别的收费',
        value: fees.onlyTrainingHours.value ? '只能收培训费，不能另立项目' : '可以另立项目',
      },
      fees.onlyTrainingHours,
    ),
    'state' in fees.reduction
      ? line(pack, { id: 'fees.reduction', title: '减免' }, fees.reduction)
      : reductionLine(pack, fees.reduction),
    ...fees.doubts.map(({ from, says }, index) => {
      const id = `fees.doubts.${index}`
      const since = rule(pack, { id: `${id}.from`, title: '从哪一天起', value: dayName(from.value) }, from)
      return line(pack, { id, title: '收费前要问清的', more: [since] }, says)
    }),
    line(
      pack,
      {
        id: 'fees.payroll',
        title: '单位的经费',
        value: `不低于工资总额的 ${fees.payrollShareTenths.value / 10}%`,
      },
      fees.payrollShareTenths,
    ),
  ]
}

function reductionLine(pack: PolicyPack, reduction: CountyReduction): PolicyLine {
  const { inEffect, onlineFenPerHour, faceToFaceFenPerHour, counties, aliases } = reduction
  const told = (part: string, title: string, value: string) => ({
    id: `fees.reduction.${part}`,
    title,
    value,
  })
  const more: PolicyRule[] = [
    rule(pack, told('inEffect', '现在还执行吗', inEffect.value ? '执行' : '不执行'), inEffect),
    rule(pack, told('online', '网络学习', `${yuanOf(onlineFenPerHour.value)}/人·课时`), onlineFenPerHour),
    rule(
      pack,
      told('faceToFace', '面授', `${yuanOf(faceToFaceFenPerHour.value)}/人·课时`),
      faceToFaceFenPerHour,
    ),
    ...aliases.flatMap(({ county, name, from }) => {
      const id = `alias.${county}`
      const changed = `${dayName(from.value)}起叫${name.value}`
      return [
        rule(pack, told(id, county, changed), name),
        ...(from.state === name.state && from.clause === name.clause
          ? []
          : [rule(pack, told(`${id}.from`, county, changed), from)]),
      ]
    }),
  ]
  const value = `${counties.value.length} 个县区，网络 ${yuanOf(onlineFenPerHour.value)}、面授 ${yuanOf(faceToFaceFenPerHour.value)}：${counties.value.join('、')}`
  return line(pack, { id: 'fees.reduction', title: '减免', value, more }, counties)
}
