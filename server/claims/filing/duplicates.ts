import { startOfDay, yearOf } from '../../../domain/kernel/instant'
import { foldTitle } from '../../../domain/ledger/same-learning'
import type { PolicyPack } from '../../../domain/policy/pack'
import type { Context } from '../../kernel/context'
import type { Secrets } from '../../kernel/ports/port'
import { record } from '../../kernel/record'
import { refuse } from '../../kernel/refused'
import type { Reads, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import { formerIdsOf } from '../../people/former-ids'
import type { ClaimDocument, ClaimDraftDocument, EvidenceKeyDocument } from './documents'
import { dayIn, evidenceKeysOf, numberKeysOf } from './read-form'

export type Oddity = ClaimDocument['oddities'][number]

/** A claim that has ended so leaves its evidence free. */
const LEAVES_FREE: readonly ClaimDocument['state'][] = ['withdrawn', 'rejected', 'lapsed']

/** All that makes a claim the same as another: its numbers, and the bytes of its files. */
const keysOf = ({ fields, attachments }: Pick<ClaimDraftDocument, 'fields' | 'attachments'>): string[] => [
  ...new Set([
    ...evidenceKeysOf(fields),
    ...numberKeysOf(fields),
    ...attachments.map(({ sha256 }) => `file:${sha256}`),
  ]),
]

/**
 * The number of a document or a certificate that need not be anybody's alone: one document sends a whole team to a
 * village, so it is told to the reviewer and refuses nothing.
 */
const documentKeysOf = ({ fields }: Pick<ClaimDraftDocument, 'fields'>): string[] => {
  const number = foldTitle(fields['document-number'] ?? '')
  return number.length < LEAST_DOCUMENT_NUMBER ? [] : [`document-number:${number}`]
}

const LEAST_DOCUMENT_NUMBER = 4

/** One person's own, and the one that all people meet on. */
const idsOf = (key: string, personId: string) => ({ own: `${personId}|${key}`, shared: key })

interface Claiming {
  person: PersonDocument
  draft: ClaimDraftDocument
  claimId: string
  pack: PolicyPack
  secrets: Secrets
}

/**
 * The evidence that other claims share. Once per person (NY22-10): refuses EVIDENCE_USED where another claim of
 * theirs stands on it. Another person's claim with the same evidence is an oddity for the reviewer, because a paper
 * may have two authors and a class many pupils.
 */
export async function sharedEvidence(
  reads: Reads,
  { person, draft, claimId, pack, secrets }: Claiming,
): Promise<Oddity[]> {
  const oddities: Oddity[] = []
  const formerIds = await formerIdsOf(reads, person, secrets)
  for (const key of keysOf(draft)) {
    const { own, shared } = idsOf(key, person._id)
    const mine = await reads.get('evidence-keys', own)
    if (mine && mine.claimId !== claimId && !(await isFree(reads, mine)))
      refuse('EVIDENCE_USED', { clauseId: pack.countsOnce.clause ?? '' })
    if (await isRevokedBefore(reads, formerIds, key))
      refuse('EVIDENCE_USED', { clauseId: pack.countsOnce.clause ?? '' })
    const first = await reads.get('evidence-keys', shared)
    if (first && first.personId !== person._id && !(await isFree(reads, first)))
      oddities.push(sharedOddity(key, first.claimId))
  }
  for (const key of documentKeysOf(draft)) {
    const first = await reads.get('evidence-keys', key)
    if (first && first.claimId !== claimId && !(await isFree(reads, first)))
      oddities.push(
        first.personId === person._id
          ? { code: 'OWN_EVIDENCE', text: `本人的另一份申报也写着这个${nameOf(key)}`, claimId: first.claimId }
          : sharedOddity(key, first.claimId),
      )
  }
  return withoutRepeats(oddities)
}

const sharedOddity = (key: string, claimId: string): Oddity => ({
  code: 'SHARED_EVIDENCE',
  text: `用过同样的${nameOf(key)}`,
  claimId,
})

/** One claim that shares a number under two of its forms shares it once: the form with a name is told. */
const withoutRepeats = (oddities: readonly Oddity[]): Oddity[] =>
  oddities.filter(
    ({ text, claimId }, at) =>
      !oddities.some(
        (other, i) =>
          other.claimId === claimId &&
          ((i < at && other.text === text) || (text === UNNAMED && other.text !== UNNAMED)),
      ),
  )

const UNNAMED = '用过同样的编号'

/** Evidence of a claim that was revoked as false stays used, whoever its person is since they left and came back. */
async function isRevokedBefore(reads: Reads, formerIds: readonly string[], key: string): Promise<boolean> {
  for (const formerId of formerIds) {
    const held = await reads.get('evidence-keys', idsOf(key, formerId).own)
    const claim = held && (await reads.get('claims', held.claimId))
    if (claim?.state === 'revoked') return true
  }
  return false
}

const nameOf = (key: string): string => {
  const [kind = ''] = key.split(':')
  const names: Record<string, string> = {
    file: '材料文件',
    doi: ' DOI',
    isbn: ' ISBN',
    'patent-number': '专利号',
    'certificate-number': '证书编号',
    'document-number': '文件号',
  }
  return names[kind] ?? '编号'
}

async function isFree(reads: Reads, { claimId }: EvidenceKeyDocument): Promise<boolean> {
  const claim = await reads.get('claims', claimId)
  return claim === null || LEAVES_FREE.includes(claim.state)
}

/** Takes the evidence for this claim; evidence held by an ended claim is taken over. */
export async function keepEvidence(
  tx: Transaction,
  moment: Pick<Context, 'now' | 'device'>,
  { person, draft, claimId }: Omit<Claiming, 'secrets'>,
): Promise<void> {
  const holder = { claimId, personId: person._id }
  for (const key of keysOf(draft)) {
    const { own, shared } = idsOf(key, person._id)
    const mine = await tx.get('evidence-keys', own)
    if (mine?.claimId !== claimId) await tx.upsert('evidence-keys', mine, { _id: own, ...holder })
    const first = await tx.get('evidence-keys', shared)
    const isAnothers = first !== null && first.personId !== person._id && !(await isFree(tx, first))
    if (isAnothers)
      await tellTheFirst(tx, moment, { firstId: first.claimId, oddity: sharedOddity(key, claimId) })
    else if (first?.claimId !== claimId) await tx.upsert('evidence-keys', first, { _id: shared, ...holder })
  }
  for (const key of documentKeysOf(draft)) {
    const first = await tx.get('evidence-keys', key)
    const isTaken = first !== null && first.claimId !== claimId && !(await isFree(tx, first))
    if (isTaken && first.personId !== person._id)
      await tellTheFirst(tx, moment, { firstId: first.claimId, oddity: sharedOddity(key, claimId) })
    else if (!isTaken && first?.claimId !== claimId)
      await tx.upsert('evidence-keys', first, { _id: key, ...holder })
  }
}

/** Whoever reviews the first claim has not seen the second one: while it waits, it says so, too. */
async function tellTheFirst(
  tx: Transaction,
  moment: Pick<Context, 'now' | 'device'>,
  { firstId, oddity }: { firstId: string; oddity: Oddity },
): Promise<void> {
  const first = await tx.get('claims', firstId)
  if (!first || (first.state !== 'submitted' && first.state !== 'returned')) return
  const oddities = withoutRepeats([...first.oddities, oddity])
  if (!oddities.includes(oddity)) return
  await tx.replace('claims', { ...first, oddities })
  await record(tx, moment, {
    id: `claim-odd:${firstId}:${first.version}`,
    kind: 'claim-odd',
    subject: { of: 'claim', id: firstId },
    by: { actorId: 'clock', role: 'clock', scope: first.queueOrgId || first.unitId },
    after: oddity.text,
  })
}

/**
 * The oddities of a claim as its reviewer reads them. The name of another claim's claimant comes from that claim as it
 * is now, and is never copied, so that it goes where that person is forgotten.
 */
export async function namedOddities(
  reads: Reads,
  { oddities }: Pick<ClaimDocument, 'oddities'>,
): Promise<string[]> {
  const named = oddities.map(({ code, claimId }) => (code === 'SHARED_EVIDENCE' ? claimId : null))
  if (named.every((claimId) => claimId === null)) return oddities.map(({ text }) => text)
  const others = await reads.getMany(
    'claims',
    named.map((claimId) => claimId ?? ''),
  )
  return oddities.map(({ text }, i) =>
    named[i] === null ? text : `${others[i]?.personName ?? '别人'}的申报${text}`,
  )
}

/** Days that two claims of one person share, and days that lie in another year: for the reviewer to weigh. */
export function dayOddities(
  { fields, targetYear }: Pick<ClaimDraftDocument, 'fields' | 'targetYear'>,
  others: readonly ClaimDocument[],
): Oddity[] {
  const span = spanOf(fields)
  const overlapping = others.filter((other) => {
    const theirs = spanOf(other.fields)
    if (!span || !theirs || LEAVES_FREE.includes(other.state)) return false
    return theirs.from <= span.to && span.from <= theirs.to
  })
  const days = [fields.from, fields.to, fields.on].flatMap((text) => dayIn((text ?? '').trim()) ?? [])
  const outside = days.some((on) => yearOf(startOfDay(on)) !== targetYear)
  return [
    ...overlapping.map((other) => ({
      code: 'OVERLAPPING_DAYS',
      text: `与“${other.title}”的日期有重叠（${other.fields.from} 至 ${other.fields.to}）`,
      claimId: other._id,
    })),
    ...(outside ? [{ code: 'OUTSIDE_YEAR', text: `日期不全在 ${targetYear} 年内`, claimId: null }] : []),
  ]
}

/** Days in ISO order compare as text does. */
function spanOf({ from = '', to = '' }: Record<string, string>) {
  const [first, last] = [dayIn(from.trim()), dayIn(to.trim())]
  return first && last ? { from: first, to: last } : null
}
