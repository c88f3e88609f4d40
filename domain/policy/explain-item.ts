import { formatHours, type Hours } from '../kernel/hours'
import { type Day, formatDay } from '../kernel/instant'
import type { LearningItem, YearFacts } from './facts'
import type { LearningKind } from './learning-kind'
import type { PolicyPack } from './pack'
import { ruleText, ruleTexts } from './rule-text'
import type { RuleSource } from './value'
import type { ExplainedItem, ItemVerdict, RuleText } from './verdict'

interface Told {
  readonly facts: YearFacts
  readonly fact: LearningItem
  readonly verdict: ItemVerdict
}

/** The rules and the cure that all items of one kind and one standing share. */
interface Grounds {
  readonly rules: readonly RuleText[]
  readonly cure: string | null
}

const grounds = new WeakMap<PolicyPack, Map<string, Grounds>>()

/** Explains one item in words: the reason, its rules, and the way out. */
export function explainItem(pack: PolicyPack, told: Told): ExplainedItem {
  const kind = kindsOf(pack).get(told.fact.kind)
  const about: About = { ...told, pack, kind }
  const { id, category, reason, hours, counted, pending, overCap, refused, by } = told.verdict
  const { rules, cure } = groundsOf(about)
  const why = whyOf(about)
  return { id, category, reason, hours, counted, pending, overCap, refused, by, why, rules, cure }
}

/** Looked up once for all items that share everything on which the rules can depend. */
function groundsOf(about: About): Grounds {
  const { pack, fact, verdict } = about
  const known = grounds.get(pack) ?? new Map<string, Grounds>()
  grounds.set(pack, known)
  const condition = verdict.reason === 'CONDITION_MISSING' ? verdict.by : null
  const { year, line } = about.facts
  const told = `${fact.topic}|${verdict.reason === 'TOPIC_EXCLUDED' ? verdict.by : ''}|${fact.evidenceKey === undefined}`
  const given = `${year}|${line}|${fact.kind}|${fact.subjectId}|${fact.base?.level}|${told}`
  const routes = routesOf(about)
  const opened = routes && JSON.stringify(ruleText(routes))
  const key = `${verdict.category}|${verdict.reason}|${condition}|${given}|${opened}`
  const found = known.get(key)
  if (found) return found
  const made = { rules: ruleTexts(rulesOf(about)), cure: cureOf(about) }
  known.set(key, made)
  return made
}

/**
 * The routes by which the year may be made up for, where the item came by another: those of the notice that opened
 * the year.
 */
const routesOf = ({ facts, fact, verdict }: About): RuleSource | null =>
  verdict.reason === 'MAKE_UP_ROUTE' ? (facts.untimely?.get(fact.id)?.rule ?? null) : null

const kinds = new WeakMap<PolicyPack, ReadonlyMap<string, LearningKind>>()

function kindsOf(pack: PolicyPack): ReadonlyMap<string, LearningKind> {
  const known = kinds.get(pack) ?? new Map(pack.kinds.map((kind) => [kind.id, kind]))
  kinds.set(pack, known)
  return known
}

interface About extends Told {
  readonly pack: PolicyPack
  readonly kind: LearningKind | undefined
}

const labelOf = ({ pack, verdict }: About): string => pack.labels[verdict.category]

function whyOf(about: About): string {
  const { pack, verdict, kind, facts } = about
  const say = (hours: Hours): string => `${formatHours(hours)} ${pack.labels.hour}`
  const name = kind?.label ?? '这一项'
  const beyond = verdict.overCap > 0 ? `另有 ${say(verdict.overCap)}超出上限，不再增加。` : ''
  switch (verdict.reason) {
    case 'COUNTED':
      return `${name}，${say(verdict.counted)}计入 ${facts.year} 年度${labelOf(about)}。${beyond}`
    case 'PENDING':
      return `${name}，${say(verdict.pending)}等待核验，核验后计入 ${facts.year} 年度${labelOf(about)}。${beyond}`
    case 'OVER_CAP':
      return `${limitOf(about)}之前的已经计满，这 ${say(verdict.hours)}不再增加。`
    case 'OTHER_SUBJECT':
      return `${labelOf(about)}要学完同一个科目，不同科目的${pack.labels.hour}不能相加；现在以学得最多的科目计算。`
    case 'AWAITS_RECOGNITION':
      return `${name}的${pack.labels.hour}由审核人认定，还没有认定。`
    case 'KIND_UNKNOWN':
      return '本地区当年的通知里没有这一类学习。'
    case 'CATEGORY_NOT_CLAIMABLE':
      return `${labelOf(about)}不能通过认证取得。`
    case 'CATEGORY_MISSING':
      return `这门课程没有写明是${pack.labels.public}还是${pack.labels.professional}。`
    case 'SUBJECT_UNKNOWN':
      return `不是 ${facts.year} 年度规定的${pack.labels.public}科目。`
    case 'MODE_NOT_ADMITTED':
      return `${pack.labels.public}不能以这种形式学习。`
    case 'TOPIC_EXCLUDED':
      return `${pack.exclusions.find(({ topic }) => topic === verdict.by)?.label ?? '这类内容'}不作${pack.labels.hour}登记。`
    case 'CONDITION_MISSING':
      return `${name}计入${pack.labels.hour}的条件还没有满足：${conditionText(verdict.by)}。`
    case 'PROVIDER_NOT_LAWFUL':
      return `不是通知认可的学习平台或机构，${pack.labels.hour}无效。`
    case 'BASE_DISQUALIFIED':
      return `${verdict.by}已不再是省级继续教育基地。`
    case 'BASE_UNKNOWN':
      return `${verdict.by}不在通知公布的基地名单里。`
    case 'LEVEL_NOT_SERVED':
      return `这一级基地的${pack.labels.hour}不能用于申报这个级别的职称。`
    case 'DUPLICATE':
      return '同一课程或同一成果已经计过一次。'
    case 'OUTSIDE_YEAR':
      return `${dayText(verdict.by)}取得的${pack.labels.hour}不能计入 ${facts.year} 年度。`
    case 'MAKE_UP_ROUTE':
      return `${name}不是补学 ${facts.year} 年度的途径。`
    case 'VOIDED':
      return `已按无效处理：${verdict.by}`
  }
}

const dayText = (day: string | null): string => (day === null ? '别的年度' : formatDay(day as Day))

function limitOf({ pack, verdict }: About): string {
  const cap = pack.caps.find(({ id }) => id === verdict.by)
  const subject = pack.publicSubjects.subjects.find(({ id }) => id === verdict.by)
  const limit = cap?.limit.value ?? subject?.hours.value
  const what = cap?.label ?? (subject ? '这个科目' : '这一项')
  return limit === undefined ? '' : `${what}最多计 ${formatHours(limit)} ${pack.labels.hour}，`
}

const CONDITIONS: Record<string, string> = {
  'exam-passed': '考试合格',
  'plan-approved': '培训计划经人社部门审核通过',
  'organiser-recognised': '由规定的部门举办、批准、备案或认可',
  'study-record-kept': '用人单位建立学习档案并确定学时',
  'within-specialty': '在基地授权的专业范围内',
  documented: '有考察或培训的文件',
  'provider-certified': '院校或机构出具学时证明',
  'courseware-audited': '课件审核通过',
  published: '已公开发表或出版',
  'outcome-recognised': '是科研成果奖励、专利，或用人单位认可的重要成果',
}

/** Words a condition for a person. */
export const conditionText = (condition: string | null): string => CONDITIONS[condition ?? ''] ?? '见通知'

/** The rules that decided an item: its content, its formula, its cap. */
function rulesOf(about: About): (RuleSource | null | undefined)[] {
  const { pack, kind, verdict, fact } = about
  const own = kind ? [kind.category, formulaRule(kind, about.facts), kind.providers] : []
  const subject = pack.publicSubjects.subjects.find(({ id }) => id === fact.subjectId)
  const caps = pack.caps.filter(({ id }) => kind?.caps.includes(id)).map(({ limit }) => limit)
  const conditions = kind?.conditions.filter(({ only }) => !only || only === verdict.category) ?? []
  const met = conditions.map(({ needs }) => needs)
  const isNational = fact.base?.level === 'nation'
  const base = fact.base
    ? [pack.titleLevels[fact.base.level], isNational ? pack.bases.national : pack.bases.admitted]
    : []
  const once = fact.evidenceKey === undefined ? null : pack.countsOnce
  const topic = pack.exclusions.filter((exclusion) => exclusion.topic === (fact.topic ?? verdict.by))
  const excluded = topic.flatMap((exclusion) => [
    exclusion.excluded,
    exclusion.onlyFor,
    ...(fact.topic === undefined ? [exclusion.recognised] : []),
  ])
  const claimed = kind?.route === 'claim' ? pack.claimable : null
  const asked = 'total' in pack.requirement ? pack.requirement[verdict.category] : pack.requirement
  const generated = kind && kind.route !== 'claim' ? pack.review.automatic : null
  const asPublic =
    verdict.category === 'public'
      ? [pack.publicSubjects.modes, pack.publicSubjects.choice, subject?.hours]
      : []
  switch (verdict.reason) {
    case 'BASE_DISQUALIFIED':
      return [pack.bases.disqualified?.names, pack.bases.disqualified?.from]
    case 'BASE_UNKNOWN':
      return [pack.bases.admitted, pack.bases.national]
    case 'MAKE_UP_ROUTE':
      return [routesOf(about)]
    case 'OUTSIDE_YEAR':
      return [pack.carryOver]
    case 'TOPIC_EXCLUDED':
      return excluded
    case 'CATEGORY_NOT_CLAIMABLE':
      return [pack.claimable]
    case 'CONDITION_MISSING':
      return met.filter(({ value }) => value === verdict.by)
    case 'OVER_CAP':
      return [...caps, ...(verdict.category === 'public' ? [subject?.hours, pack.publicSubjects.choice] : [])]
    case 'PENDING':
      return [generated, ...own, asked, pack.pendingUntilVerified, pack.review.yearlySubmission, ...base]
    default:
      return [generated, claimed, ...own, asked, ...asPublic, ...met, ...caps, ...base, once, ...excluded]
  }
}

/** The rule that a kind's formula rests on. */
export function formulaRule(
  { formula }: Pick<LearningKind, 'formula'>,
  { year, line }: Partial<Pick<YearFacts, 'year' | 'line'>> = {},
): RuleSource {
  switch (formula.kind) {
    case 'actual':
      return formula.says
    case 'per-day':
      return formula.hoursPerDay
    case 'multiple': {
      const { factor, otherYears, ownRule } = formula
      if (ownRule && line !== undefined && ownRule.lines.value.includes(line)) return ownRule.table
      return otherYears && year !== undefined && !otherYears.stated.value.includes(year)
        ? otherYears.factor
        : factor
    }
    case 'per-item':
      return formula.hoursPerItem
    case 'recognised':
      return formula.table
  }
}

function cureOf({ pack, kind, verdict }: About): string | null {
  const { labels } = pack
  switch (verdict.reason) {
    case 'COUNTED':
    case 'KIND_UNKNOWN':
      return null
    case 'PENDING':
      return '不用重学；核验通过后自动计入。'
    case 'OVER_CAP':
      return verdict.category === 'public' && pack.publicSubjects.choice.value === 'allOf'
        ? `换一个还没有学完的${labels.public}科目。`
        : '用另一类学习补足，例如网络课程。'
    case 'OTHER_SUBJECT':
      return '选定一个科目，把它学完。'
    case 'AWAITS_RECOGNITION':
      return '请提醒审核人认定学时，并备好证明材料。'
    case 'CATEGORY_NOT_CLAIMABLE':
      return `请在学习平台学习${labels[verdict.category]}。`
    case 'CATEGORY_MISSING':
      return '请向举办单位问清楚课程类别后再登记。'
    case 'SUBJECT_UNKNOWN':
      return `请学习当年规定的${labels.public}科目。`
    case 'MODE_NOT_ADMITTED':
      return '请改用通知规定的学习形式。'
    case 'CONDITION_MISSING':
      return kind?.conditions.find(({ needs }) => needs.value === verdict.by)?.cure ?? null
    case 'PROVIDER_NOT_LAWFUL':
      return lawfulText(pack, kind)
    case 'BASE_DISQUALIFIED':
    case 'BASE_UNKNOWN':
      return '请选择通知公布的基地。'
    case 'LEVEL_NOT_SERVED':
      return '请学习省级基地的课程。'
    case 'TOPIC_EXCLUDED':
      return `请选择其他${labels.public}或${labels.professional}。`
    case 'DUPLICATE':
      return '请选择另一门课程或另一项成果。'
    case 'OUTSIDE_YEAR':
      return `请按取得${labels.hour}的年度登记；往年能不能补学，看通知开放的年度。`
    case 'MAKE_UP_ROUTE':
      return '请按通知规定的途径补学。'
    case 'VOIDED':
      return '如有不同意见，请向单位人事提出。'
  }
}

function lawfulText(pack: PolicyPack, kind: LearningKind | undefined): string {
  const names = (kind?.providers?.value ?? []).map(
    (id) => pack.providers.find((provider) => provider.id === id)?.name.value ?? pack.labels.issuerName,
  )
  return `请到${names.join('、')}学习。`
}
