import { asksForRecord, type LearningKind, STUDY_RECORD } from '../../../domain/policy/learning-kind'
import type { ClaimState } from '../../../domain/review/claim'
import { refuse } from '../../kernel/refused'
import type { Reads, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { ArchiveLine, StudyArchiveDocument } from './documents'
import { placeOf, recordOf } from './places'

/** The field of a form in which a claim names its line. */
export const RECORD = 'record'

/** A claim that has ended so leaves its line free. */
const LEAVES_FREE: readonly ClaimState[] = ['withdrawn', 'rejected', 'lapsed']

export interface RecordBehind {
  archive: StudyArchiveDocument
  line: ArchiveLine
}

/** As much of a claim as its line asks for; the rest is known above, where claims are filed. */
export interface ClaimOnLine {
  _id: string
  state: ClaimState
}

/** As much of a draft as names a line. */
interface NamingDraft {
  _id: string
  claimId: string | null
  targetYear: number
  fields: Readonly<Record<string, string>>
}

/** The claim that stands on a line; null where it is free. A corrected claim may have gone over to another line. */
export async function holderOf(
  reads: Reads,
  archive: Pick<StudyArchiveDocument, '_id'>,
  { id, claimId }: ArchiveLine,
): Promise<ClaimOnLine | null> {
  const claim = claimId === null ? null : await reads.get('claims', claimId)
  const stands = claim && !LEAVES_FREE.includes(claim.state) && claim.fields[RECORD] === recordOf(archive, id)
  return stands ? claim : null
}

/**
 * The line of the archive that a draft names (NY22-9), found in the archive and nowhere else: what the phone says about
 * a record is not looked at. Null where the kind asks for none; refuses where there is none, or another claim has it.
 */
export async function recordBehind(
  reads: Reads,
  person: PersonDocument,
  draft: NamingDraft,
  kind: LearningKind,
): Promise<RecordBehind | null> {
  if (!asksForRecord(kind)) return null
  const record = (draft.fields[RECORD] ?? '').trim()
  if (record === '') refuse('EVIDENCE_MISSING', { fields: [RECORD] })
  const { archiveId, lineId } = placeOf(record)
  const found = await reads.get('study-archives', archiveId)
  // clause NY22-9
  const archive = found?.personId === person._id && found.targetYear === draft.targetYear ? found : null
  const line = archive?.lines.find(({ id }) => id === lineId)
  if (!archive || line?.state !== 'kept' || line.kind !== kind.id) {
    const clauseId = kind.conditions.find(({ needs }) => needs.value === STUDY_RECORD)?.needs.clause
    refuse('STUDY_RECORD_MISSING', { unitName: person.unitName, clauseId: clauseId ?? '' })
  }
  const holder = await holderOf(reads, archive, line)
  if (holder && holder._id !== (draft.claimId ?? draft._id))
    refuse('STUDY_RECORD_USED', { title: line.title })
  return { archive, line }
}

/** From now on the line is this claim's. */
export async function holdRecord(
  tx: Transaction,
  { archive, line }: RecordBehind,
  claimId: string,
): Promise<void> {
  if (line.claimId === claimId) return
  const lines = archive.lines.map((one) => (one.id === line.id ? { ...one, claimId } : one))
  await tx.replace('study-archives', { ...archive, lines })
}
