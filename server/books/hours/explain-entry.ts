import type { Account, Line } from '../../../domain/ledger/account'
import { portionsOf } from '../../../domain/ledger/movements'
import { countedPublic } from '../../../domain/ledger/year-complete'
import { explainItem } from '../../../domain/policy/explain-item'
import type { PolicyPack } from '../../../domain/policy/pack'
import { limitedBy } from '../../../domain/policy/share-limit'
import type { RuleSource } from '../../../domain/policy/value'
import type { ExplainedItem, ItemVerdict, Reason } from '../../../domain/policy/verdict'
import type { PersonDocument } from '../../people/documents'
import { clauseViews } from './clause-view'
import type { AccountDocument, CreditFacts, EntryDocument, EvidenceLine, VoidFacts } from './documents'
import type { EntryState, EntryView } from './views'

export interface Told {
  entry: EntryDocument
  facts: CreditFacts
  line: Line
  account: Pick<AccountDocument, keyof Account | 'region' | 'year'>
  /** The pack that decided it. */
  pack: PolicyPack
  /** The reversal, where the credit is void. */
  voiding: { facts: VoidFacts; at: number } | null
  unitName: string
  /** As whom it was learned, where the person corrected their name or number afterwards. */
  learnedAs: PersonDocument['learnedAs'] | null
}

/** Explains one line of the ledger: the clauses in their own words, the evidence, and the cure. */
export function explainEntry(told: Told): EntryView {
  const { entry, facts, pack, account } = told
  const verdict = verdictOf(told)
  const year = { region: account.region, year: account.year, items: [facts.item] }
  const explained = explainItem(pack, { facts: year, fact: facts.item, verdict })
  return {
    id: entry._id,
    sequence: entry.sequence,
    title: facts.title,
    category: facts.category,
    categoryName: pack.labels[facts.category],
    hours: facts.hours,
    state: STATES[verdict.reason] ?? 'over-cap',
    earnedAt: entry.earnedAt,
    recordedAt: entry.recordedAt,
    why: explained.why,
    clauses: clauseViews(pack, [...voidedBy(told), ...explained.rules, ...rulesOf(told)]),
    policyVersion: entry.policyVersion,
    evidence: evidenceOf(told),
    cure: cureOf(explained, told),
  }
}

const STATES: Partial<Record<Reason, EntryState>> = {
  COUNTED: 'counted',
  PENDING: 'pending',
  VOIDED: 'void',
  DUPLICATE: 'void',
}

/** A line as the interpreter would have judged it: the ledger has shared the caps already. */
function verdictOf(told: Told): ItemVerdict {
  const { line, facts, entry } = told
  const { counted, pending, overCap } = portionsOf(line)
  const reason = reasonOf(told)
  return {
    id: entry._id,
    category: facts.category,
    reason,
    hours: line.hours,
    counted,
    pending,
    overCap,
    refused: portionsOf(line).void,
    by: reason === 'VOIDED' ? (told.voiding?.facts.reason ?? null) : line.bucket && limitedBy(line.bucket),
  }
}

/** A credit of which a part is within its cap stands as that part does; the sentence says how much is beyond. */
function reasonOf({ line, account, pack }: Told): Reason {
  if (line.voidedBy !== null) return 'VOIDED'
  if (line.repeats) return 'DUPLICATE'
  if (line.within === 0) return 'OVER_CAP'
  if (pack.publicSubjects.choice.value === 'oneOf' && line.category === 'public') {
    const own = account.lines.filter(({ bucket }) => bucket === line.bucket)
    const sum = own.reduce((hours, { within }) => hours + within, 0)
    if (sum < countedPublic(account, pack)) return 'OTHER_SUBJECT'
  }
  return line.verified ? 'COUNTED' : 'PENDING'
}

/** The rules checked before posting: the lecture watched, the exam passed; the levels that reviewed it. */
function rulesOf({ facts, pack }: Told): RuleSource[] {
  switch (facts.cause.kind) {
    case 'course-exam':
      return [pack.watching.coveragePercent, pack.exam.passScorePercent]
    case 'claim':
    case 'objection':
      return [pack.review.chain]
    // The kind's rule on its provider stands among the item's own rules.
    case 'outside':
      return []
  }
}

/** A void line names first the rule that voided it. */
const voidedBy = ({ line, pack }: Told): RuleSource[] =>
  line.voidedBy === null ? [] : [pack.oversight.voidsFalseHours]

function evidenceOf({ entry, facts, line, voiding, pack, learnedAs }: Told): EvidenceLine[] {
  const { hour } = pack.labels
  const steps: { at: number; dayOnly?: true; text: string }[] = [
    ...facts.evidence,
    {
      at: entry.recordedAt,
      text: `记入${hour}${line.verified && line.releasedAt === null ? '，立即计入' : ''}`,
    },
  ]
  const yearly = pack.review.yearlySubmission.value
  if (line.releasedAt !== null)
    steps.push({
      at: line.releasedAt,
      text: `${yearly ? `年度${hour}申请审验通过` : '单位核对通过'}，由待核验转为已计入`,
    })
  if (learnedAs && entry.recordedAt < learnedAs.until)
    steps.push({
      at: learnedAs.until,
      text: `学的时候登记为${learnedAs.name}（${learnedAs.idNumberMasked}），这时更正了登记`,
    })
  if (voiding) steps.push({ at: voiding.at, text: `按无效处理：${voiding.facts.reason}` })
  return steps.sort((a, b) => a.at - b.at) as EvidenceLine[]
}

/** Names the person or body who can help, which the rules do not know. */
function cureOf({ reason, cure }: ExplainedItem, { unitName, pack, account }: Told): string | null {
  switch (reason) {
    case 'PENDING':
      if (pack.review.yearlySubmission.value)
        return `请到“申报”提交 ${account.year} 年度${pack.labels.hour}申请；逐级审验通过后自动计入，不用重学。`
      return `请${unitName}的人事打开“核对本单位人员”确认你；确认后自动计入，不用重学。`
    case 'VOIDED':
      return '不同意的，可以在这里提出异议，写明理由，由另一位工作人员重新核查。'
    default:
      return cure
  }
}
