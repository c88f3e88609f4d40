import type { PolicyPack } from '../../../domain/policy/pack'
import { said } from '../../../domain/policy/value'
import { line, rule } from '../line'
import type { PolicyLine } from '../views'
import { dayName, peopleName } from '../words'

/** 什么不算: excluded topics, categories that cannot be claimed, surplus, repeated evidence, bases, dishonesty. */
export const notCountedLines = (pack: PolicyPack): PolicyLine[] => [
  ...exclusionLines(pack),
  claimableLine(pack),
  line(
    pack,
    {
      id: 'carryOver',
      title: `多出的${pack.labels.hour}`,
      value: pack.carryOver.value ? '可以转到下一年度' : '不转到下一年度',
    },
    pack.carryOver,
  ),
  line(
    pack,
    {
      id: 'countsOnce',
      title: '同一项学了两次',
      value: pack.countsOnce.value ? '只计一次' : '每次都计',
    },
    pack.countsOnce,
  ),
  ...baseLines(pack),
  ...oversightLines(pack),
  integrityLine(pack),
]

/** The consequences of false hours, and for the body that certified them (SX22-16). */
const oversightLines = (pack: PolicyPack): PolicyLine[] => [
  line(
    pack,
    {
      id: 'oversight.voidsFalseHours',
      title: `查实不真实的${pack.labels.hour}`,
      value: pack.oversight.voidsFalseHours.value ? '按无效处理，本人可以提出异议' : '不作处理',
    },
    pack.oversight.voidsFalseHours,
  ),
  line(
    pack,
    {
      id: 'oversight.withdrawsCertifying',
      title: '违规认证的单位',
      value: pack.oversight.withdrawsCertifying.value ? '取消认证权限，改正后恢复' : '不取消认证权限',
    },
    pack.oversight.withdrawsCertifying,
  ),
]

function exclusionLines(pack: PolicyPack): PolicyLine[] {
  return pack.exclusions.map(({ topic, label, excluded, onlyFor, recognised }) => {
    const whose = onlyFor && {
      id: `exclusions.${topic}.onlyFor`,
      title: '只对哪些人',
      value: peopleName(onlyFor.value),
    }
    const named = {
      id: `exclusions.${topic}.recognised`,
      title: '名称里有这些词的',
      value: recognised.value.map(({ all }) => all.join('＋')).join('、'),
    }
    const more = [...(onlyFor && whose ? [rule(pack, whose, onlyFor)] : []), rule(pack, named, recognised)]
    const value = excluded.value ? `不作${pack.labels.hour}登记` : '可以登记'
    return line(pack, { id: `exclusions.${topic}`, title: label, value, more }, excluded)
  })
}

function claimableLine(pack: PolicyPack): PolicyLine {
  const { claimable, labels } = pack
  const names = claimable.value.map((category) => labels[category])
  const value = names.length === 0 ? '都不能' : names.length > 1 ? names.join('、') : `只有${names[0]}`
  return line(pack, { id: 'claimable', title: '哪些可以申报认定', value }, claimable)
}

function baseLines(pack: PolicyPack): PolicyLine[] {
  const { admitted, national, disqualified, certifies } = pack.bases
  const names = said(admitted)
  const lines = [
    line(
      pack,
      { id: 'bases.admitted', title: '可以办班的基地', ...(names ? { value: names.join('、') } : {}) },
      admitted,
    ),
    line(
      pack,
      { id: 'bases.national', title: '国家级基地', value: national.value ? '可以办班' : '不在其内' },
      national,
    ),
    line(
      pack,
      {
        id: 'bases.certifies',
        title: `基地能不能认证${pack.labels.hour}`,
        value: certifies.value ? '可以' : '不可以',
      },
      certifies,
    ),
  ]
  if (!disqualified) return lines
  const from = dayName(disqualified.from.value)
  const since = rule(
    pack,
    { id: 'bases.disqualified.from', title: '从哪天起', value: from },
    disqualified.from,
  )
  const gone = {
    id: 'bases.disqualified',
    title: '不再作为省级基地',
    value: `${disqualified.names.value.join('、')}；${from}起，以前的${pack.labels.hour}保留`,
    more: [since],
  }
  return [...lines, line(pack, gone, disqualified.names)]
}

function integrityLine(pack: PolicyPack): PolicyLine {
  const { integrityRecordYears: record } = pack
  const value = record.state === 'silent' ? {} : { value: `列入信用记录 ${record.value} 年` }
  return line(pack, { id: 'integrity', title: '弄虚作假', ...value }, record)
}
