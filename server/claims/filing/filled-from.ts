import { formatHours } from '../../../domain/kernel/hours'
import type { ArchiveLine } from '../archive/documents'
import type { RecordBehind } from '../archive/record-behind'
import type { ClaimForm } from './claim-form'
import type { ClaimDraftDocument } from './documents'

/**
 * The draft as the archive has it: the unit, and not the claimant, said which item was learned and how many hours it
 * is.
 */
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

/** The claimant's own additions: one sheet of an archive may stand behind several of its lines. */
export const besideRecord = (
  { attachments }: Pick<ClaimDraftDocument, 'attachments'>,
  line: Pick<ArchiveLine, 'attachments'>,
) => attachments.filter((own) => !line.attachments.some(({ sha256 }) => sha256 === own.sha256))
