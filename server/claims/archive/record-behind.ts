import { formatHours } from '../../../domain/kernel/hours'
import { asksForRecord, STUDY_RECORD } from '../../../domain/policy/learning-kind'
import { refuse } from '../../kernel/refused'
import type { Reads, Transaction } from '../../kernel/store/port'
import type { PersonDocument } from '../../people/documents'
import type { ClaimForm } from '../filing/claim-form'
import type { ClaimDocument, ClaimDraftDocument } from '../filing/documents'
import type { ArchiveLine, StudyArchiveDocument } from './documents'
import { placeOf, recordOf } from './places'

/** The field of a form in which a claim names its line. */
export const RECORD = 'record'

/** A claim that has ended so leaves its line free. */
const LEAVES_FREE: readonly ClaimDocument['state'][] = ['withdrawn', 'rejected', 'lapsed']

export interface RecordBehind {
  archive: StudyArchiveDocument
  line: ArchiveLine
}

/** The claim that stands on a line; null where it is free. A corrected claim may have gone over to another line. */
export async function holderOf(
  reads: Reads,
  archive: Pick<StudyArchiveDocument, '_id'>,
  { id, claimId }: ArchiveLine,
): Promise<ClaimDocument | null> {
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
  { person, draft, form }: { person: PersonDocument; draft: ClaimDraftDocument; form: ClaimForm },
): Promise<RecordBehind | null> {
  if (form.group !== 'hours' || !asksForRecord(form.kind)) return null
  const record = (draft.fields[RECORD] ?? '').trim()
  if (record === '') refuse('EVIDENCE_MISSING', { fields: [RECORD] })
  const { archiveId, lineId } = placeOf(record)
  const found = await reads.get('study-archives', archiveId)
  const archive = found?.personId === person._id && found.targetYear === draft.targetYear ? found : null
  const line = archive?.lines.find(({ id }) => id === lineId)
  if (!archive || line?.state !== 'kept' || line.kind !== form.kind.id) {
    const clauseId = form.kind.conditions.find(({ needs }) => needs.value === STUDY_RECORD)?.needs.clause
    refuse('STUDY_RECORD_MISSING', { unitName: person.unitName, clauseId: clauseId ?? '' })
  }
  const holder = await holderOf(reads, archive, line)
  if (holder && holder._id !== (draft.claimId ?? draft._id))
    refuse('STUDY_RECORD_USED', { title: line.title })
  return { archive, line }
}

/** The draft as the archive has it: the unit said what was learned and how many hours it is, not whoever claims them. */
export function filledFrom(
  draft: ClaimDraftDocument,
  { line }: RecordBehind,
  { fields }: Pick<ClaimForm, 'fields'>,
): ClaimDraftDocument {
  const { title, from, to, way, how, hours } = line
  const said: Record<string, string> = { title, from, to, on: to, way, how, hours: formatHours(hours) }
  const kept = fields.filter(({ input }) => input === 'kept').map(({ id }) => [id, said[id] ?? ''] as const)
  return {
    ...draft,
    fields: { ...draft.fields, ...Object.fromEntries(kept) },
    attachments: [...line.attachments, ...besideRecord(draft, line)],
  }
}

/** What whoever claims added of their own: one sheet of an archive may stand behind several of its lines. */
export const besideRecord = (
  { attachments }: Pick<ClaimDraftDocument, 'attachments'>,
  line: Pick<ArchiveLine, 'attachments'>,
) => attachments.filter((own) => !line.attachments.some(({ sha256 }) => sha256 === own.sha256))

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
