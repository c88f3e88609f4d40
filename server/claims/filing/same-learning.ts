import { formatHours, type Hours, ZERO_HOURS } from '../../../domain/kernel/hours'
import { type Day, dayOf } from '../../../domain/kernel/instant'
import { type Learned, likenessOf } from '../../../domain/ledger/same-learning'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { ClaimState, ClaimSubject } from '../../../domain/review/claim'
import type { LearnedLine } from '../../books/hours/documents'
import { type LearnedSpan, likeIt, type Match } from '../../books/hours/learned'
import { refuse } from '../../kernel/refused'
import type { Reads } from '../../kernel/store/port'
import { dayName } from '../../policy/words'
import type { ClaimDocument, ClaimFields } from './documents'
import type { Oddity } from './duplicates'
import { dayIn, evidenceKeysOf } from './read-form'

/** A claim, handed in or not yet, as much of it as can be compared. */
export interface Comparable {
  _id: string
  kind: string
  title: string
  targetYear: number
  fields: ClaimFields
  subject: ClaimSubject
  claimedHours: Hours | null
}

const WAITS: readonly ClaimState[] = ['submitted', 'returned']

/** The days that the form says: a span says when it was held, one day when a work appeared. */
export function spanOf({ from = '', to = '', on = '' }: ClaimFields): LearnedSpan | null {
  const [first, last, only] = [from, to, on].map((text): Day | null => dayIn(text.trim()))
  if (first && last) return { from: first, to: last, held: true }
  return only ? { from: only, to: only, held: false } : null
}

/** Null for a claim of no hours: a deeming and a year are no learning. */
export function learnedOfClaim({ subject, title, fields, claimedHours }: Comparable): Learned | null {
  if (subject.type !== 'hours') return null
  const { item } = subject
  const on = dayOf(item.earnedAt)
  return {
    way: 'claim',
    source: '',
    title,
    ...(spanOf(fields) ?? { from: on, to: on, held: false }),
    hours: claimedHours ?? item.hours ?? ZERO_HOURS,
    code: evidenceKeysOf(fields)[0]?.split(':').slice(1).join(':') ?? '',
  }
}

const WAYS: Record<string, string> = {
  outside: '施教机构已经报送',
  'course-exam': '已经在平台学完并考试合格',
  claim: '已经申报并记入',
}

/** What a claim is like of all that its claimant was credited for: told to them and to each reviewer. */
export async function learnedOddities(reads: Reads, comparing: Comparing): Promise<Oddity[]> {
  const matches = await matchesOf(reads, comparing)
  return matches.map(({ line }) => oddityOf(line, comparing.pack))
}

/**
 * The same for a claim that is not handed in yet. Where it is the very learning that a provider or this platform recorded
 * by itself, and the notice says that nobody declares such learning, it is refused (NY22-16).
 */
export async function undeclaredOddities(reads: Reads, comparing: Comparing): Promise<Oddity[]> {
  const { pack } = comparing
  const matches = await matchesOf(reads, comparing)
  const recorded = matches.find(({ likeness, line }) => likeness === 'same' && line.way !== 'claim')
  const { automatic } = pack.review
  if (recorded && automatic.value.length > 0)
    refuse('LEARNED_ALREADY', {
      title: recorded.line.title,
      year: recorded.line.year,
      clauseId: automatic.clause ?? '',
    })
  return matches.map(({ line }) => oddityOf(line, pack))
}

async function matchesOf(reads: Reads, { claim, learned, entryId = null }: Comparing): Promise<Match[]> {
  const own = learnedOfClaim(claim)
  if (!own) return []
  const lines = learned.filter((line) => line.entryId !== entryId)
  return likeIt(reads, lines, own)
}

const oddityOf = (line: LearnedLine, pack: PolicyPack): Oddity => ({
  code: SAME_LEARNING,
  text: textOf(line, pack),
  claimId: null,
})

const SAME_LEARNING = 'SAME_LEARNING'

interface Comparing {
  claim: Comparable
  learned: readonly LearnedLine[]
  pack: PolicyPack
  /** The credit of this very claim; null before it has one. */
  entryId?: string | null
}

function textOf({ title, year, hours, from, to, way }: LearnedLine, { labels }: PolicyPack): string {
  const days = from === to ? dayName(from) : `${dayName(from)}至${dayName(to)}`
  return `${year} 年度的“${title}”（${days}，${formatHours(hours)} ${labels.hour}）${WAYS[way] ?? '已经记入'}，请核对是不是同一次学习`
}

/** What it is like of the same claimant's claims that still wait: one paper of two dates, one training twice. */
export function waitingOddities(claim: Comparable, others: readonly ClaimDocument[]): Oddity[] {
  const own = learnedOfClaim(claim)
  if (!own) return []
  return others.flatMap((other) => {
    const theirs = learnedOfClaim(other)
    if (!theirs || !WAITS.includes(other.state) || likenessOf(own, theirs) === null) return []
    const text = `与 ${other.targetYear} 年度还在审核的“${other.title}”像是同一次学习，请核对`
    return [{ code: SAME_LEARNING, text, claimId: other._id }]
  })
}
