import { formatHours, type Hours, hundredths } from '../../domain/kernel/hours'
import type { Account, Line } from '../../domain/ledger/account'
import { portionsOf } from '../../domain/ledger/movements'
import type { PolicyPack, Value } from '../../domain/policy/pack'
import { clauseView } from './clause-view'
import type { CreditFacts, EntryDocument, EvidenceLine, VoidFacts } from './documents'
import type { EntryState, EntryView } from './views'

export interface Told {
  entry: EntryDocument
  facts: CreditFacts
  line: Line
  account: Pick<Account, 'caps'>
  /** The pack that decided it. */
  pack: PolicyPack
  /** The reversal, where the credit is void. */
  voiding: { facts: VoidFacts; at: number } | null
  unitName: string
}

/** One line of the ledger with its why: the clauses in their own words, the evidence, and what would cure it. */
export function explainEntry(told: Told): EntryView {
  const { entry, facts, line, pack } = told
  const state = stateOf(line)
  return {
    id: entry._id,
    sequence: entry.sequence,
    title: facts.title,
    category: facts.category,
    hours: facts.hours,
    state,
    earnedAt: entry.earnedAt,
    recordedAt: entry.recordedAt,
    why: whyOf(state, told),
    clauses: rulesOf(state, told).map((value) => clauseView(value, pack)),
    policyVersion: entry.policyVersion,
    evidence: evidenceOf(told),
    cure: cureOf(state, told),
  }
}

/** A credit of which a part is within its cap stands as that part does; the sentence says how much is beyond. */
function stateOf(line: Line): EntryState {
  if (line.voidedBy !== null) return 'void'
  if (line.within === 0) return 'over-cap'
  return line.verified ? 'counted' : 'pending'
}

function whyOf(state: EntryState, { line, facts, pack, account, voiding }: Told): string {
  const { labels } = pack
  const say = (hours: Hours): string => `${formatHours(hours)} ${labels.hour}`
  const category = labels[facts.category]
  const beyond = portionsOf(line).overCap
  const rest = beyond > 0 ? `另有 ${say(beyond)}超出这个科目的上限。` : ''
  const limit = line.bucket === null ? undefined : account.caps[line.bucket]
  switch (state) {
    case 'counted':
      return `学完全部课时并通过考试，${say(line.within)}计入 ${pack.year} 年度${category}。${rest}`
    case 'pending':
      return `已学完并通过考试。等单位核对你的登记后，${say(line.within)}计入 ${pack.year} 年度${category}。${rest}`
    case 'over-cap':
      return `这个科目最多计 ${say(limit ?? hundredths(0))}，之前学的已经计满，这 ${say(line.hours)}不再增加。`
    case 'void':
      return `已按无效处理：${voiding?.facts.reason ?? '见下方条款'}`
  }
}

function rulesOf(state: EntryState, { facts, pack }: Told): Value<unknown>[] {
  const rules: Value<unknown>[] = [pack.generatedByPlatform, pack.requirement[facts.category]]
  const subject = pack.publicSubjects.subjects.find(({ id }) => id === facts.subjectId)
  if (subject) rules.push(subject.hours)
  if (state === 'over-cap') rules.push(pack.publicSubjects.choice)
  if (state === 'pending') rules.push(pack.pendingUntilVerified)
  if (facts.baseLevel !== null) rules.push(pack.titleLevels[facts.baseLevel])
  return [...rules, pack.watching.coveragePercent, pack.exam.passScorePercent]
}

function evidenceOf({ entry, facts, line, voiding }: Told): EvidenceLine[] {
  const steps: { at: number; text: string }[] = [
    ...facts.evidence,
    {
      at: entry.recordedAt,
      text: line.verified && line.releasedAt === null ? '记入学时，立即计入' : '记入学时',
    },
  ]
  if (line.releasedAt !== null) steps.push({ at: line.releasedAt, text: '单位核对通过，由待核验转为已计入' })
  if (voiding) steps.push({ at: voiding.at, text: `按无效处理：${voiding.facts.reason}` })
  return steps.sort((a, b) => a.at - b.at) as EvidenceLine[]
}

function cureOf(state: EntryState, { unitName, pack }: Told): string | null {
  switch (state) {
    case 'counted':
      return null
    case 'pending':
      return `请${unitName}的人事打开“核对本单位人员”确认你；确认后自动计入，不用重学。`
    case 'over-cap':
      return `换一个还没有学的${pack.labels.public}科目，学完即可计入。`
    case 'void':
      return `如有不同意见，请把这个页面给${unitName}的人事看，由他们核查。`
  }
}
