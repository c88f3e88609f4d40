import { conditionText, formulaRule } from '../../../domain/policy/explain-item'
import type { Formula, KindCap, LearningKind } from '../../../domain/policy/learning-kind'
import type { Labels, PolicyPack } from '../../../domain/policy/pack'
import { line, rule } from '../line'
import type { PolicyLine, PolicyRule } from '../views'
import { evidenceName, hoursOf, linesName, MODES, yearsName } from '../words'

/** 什么算学时: each kind with its category, formula, caps and conditions; then the caps. */
export const kindLines = (pack: PolicyPack): PolicyLine[] => [
  ...pack.kinds.map((kind) => kindLine(pack, kind)),
  ...pack.caps.map((cap) => capLine(pack, cap)),
]

function kindLine(pack: PolicyPack, kind: LearningKind): PolicyLine {
  const { labels } = pack
  const { id, label, category, formula } = kind
  const into = category ? `计入${labels[category.value]}` : openCategory(pack, kind)
  const capped = capsOf(pack, kind).map((cap) => capText(cap, labels))
  const value = [into, formulaText(formula, labels), ...capped].join(' · ')
  return line(
    pack,
    { id: `kinds.${id}`, title: label, value, more: behind(pack, kind) },
    formulaRule({ formula }),
  )
}

/**
 * Where the kind leaves the category open: a course states its own, and a claim may credit only those the notice
 * allows.
 */
function openCategory({ labels, claimable }: PolicyPack, { route }: LearningKind): string {
  if (route === 'claim') return `计入${claimable.value.map((category) => labels[category]).join('或')}`
  return `按课程计入${labels.public}或${labels.professional}`
}

const capsOf = ({ caps }: PolicyPack, kind: LearningKind): KindCap[] =>
  caps.filter(({ id }) => kind.caps.includes(id))

function formulaText(formula: Formula, labels: Labels): string {
  const { hour } = labels
  switch (formula.kind) {
    case 'actual':
      return `按实际${hour}`
    case 'per-day':
      return `每天折合 ${hoursOf(labels, formula.hoursPerDay.value)}，路程时间除外`
    case 'multiple':
      return `授课 1 ${hour}计 ${formula.factor.value} ${hour}`
    case 'per-item':
      return `每项计 ${hoursOf(labels, formula.hoursPerItem.value)}`
    case 'recognised':
      return '以审核人认定的为准'
  }
}

const capText = ({ per, limit }: KindCap, labels: Labels): string =>
  `${per === 'day' ? '每天' : '每年'}最多 ${hoursOf(labels, limit.value)}`

function capLine(pack: PolicyPack, cap: KindCap): PolicyLine {
  return line(pack, { id: `caps.${cap.id}`, title: cap.label, value: capText(cap, pack.labels) }, cap.limit)
}

/** The rules of a kind beside its formula. */
function behind(pack: PolicyPack, kind: LearningKind): PolicyRule[] {
  const { labels } = pack
  const { id, aliases, category, providers, evidence, ways, pushed } = kind
  const told = (part: string, title: string, value: string) => ({ id: `kinds.${id}.${part}`, title, value })
  const rules: PolicyRule[] = []
  if (category) rules.push(rule(pack, told('category', '计入哪一类', labels[category.value]), category))
  rules.push(...factorRules(pack, kind))
  for (const cap of capsOf(pack, kind))
    rules.push(rule(pack, told(`cap.${cap.id}`, cap.label, capText(cap, labels)), cap.limit))
  for (const { needs, only } of kind.conditions) {
    const title = only ? `条件（${labels[only]}）` : '条件'
    rules.push(rule(pack, told(`needs.${needs.value}`, title, conditionText(needs.value)), needs))
  }
  if (providers) {
    const names = providers.value.map((provider) => providerName(pack, provider))
    rules.push(rule(pack, told('providers', '在哪里学', names.join('、')), providers))
  }
  if (evidence)
    rules.push(
      rule(
        pack,
        told('evidence', '要交的材料', evidence.value.map((name) => evidenceName(name, labels)).join('、')),
        evidence,
      ),
    )
  if (pushed)
    rules.push(
      rule(
        pack,
        told(
          'pushed',
          '谁可以送来名单',
          pushed.value.map(({ by, mode }) => `${SENDERS[by]}（${MODES[mode]}）`).join('、'),
        ),
        pushed,
      ),
    )
  if (ways) rules.push(rule(pack, told('ways', '怎样学', ways.value.join('、')), ways))
  const [first] = rules
  if (first && aliases.length > 0) first.note = [first.note, `通知里也叫${aliases.join('、')}。`].join('')
  return rules
}

const SENDERS = { department: '行业主管部门', base: '基地' } as const

/** A multiple that the notice states of some years only, and the lines that keep a rule of their own. */
function factorRules(pack: PolicyPack, { id, formula }: LearningKind): PolicyRule[] {
  if (formula.kind !== 'multiple') return []
  const { otherYears, ownRule } = formula
  const told = (part: string, title: string, value: string) => ({ id: `kinds.${id}.${part}`, title, value })
  const { hour } = pack.labels
  return [
    ...(otherYears
      ? [
          rule(
            pack,
            told('factor.years', '通知写明的年度', yearsName(otherYears.stated.value)),
            otherYears.stated,
          ),
          rule(
            pack,
            told('factor.other', '其他年度', `授课 1 ${hour}计 ${otherYears.factor.value} ${hour}`),
            otherYears.factor,
          ),
        ]
      : []),
    ...(ownRule
      ? [
          rule(pack, told('ownRule', '按原规定的人员', linesName(ownRule.lines.value)), ownRule.lines),
          rule(pack, told('ownRule.table', '原规定', '以审核人认定的为准'), ownRule.table),
        ]
      : []),
  ]
}

const providerName = ({ providers }: PolicyPack, id: string): string =>
  providers.find((provider) => provider.id === id)?.name.value ?? id
