import * as z from 'zod'
import type { Context } from '../../kernel/context'
import { grantIn, type Holder, holderOf } from '../../kernel/holder'
import { sha256Hex, typed } from '../../kernel/inputs'
import { refuse } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import { EVIDENCE_OPENS_SECONDS, KEPT_FILE_REFUSES, keptFile, MOST_FILES } from '../evidence/kept-file'
import { changeLine, ownLine } from './keep-line'
import { placeOf, recordId } from './places'
import { archiveOf, showArchive } from './show-archive'
import type { ArchiveView } from './views'

export const lineFile = z.object({ record: recordId, fileId: z.string().max(400), name: typed(100) })
export const fileOfLine = z.object({ record: recordId, sha256: sha256Hex })

/** Takes an uploaded file into a line, judged by its bytes as a claim's are. The same file twice is once. */
export async function attachToLine(
  ctx: Context,
  keeper: Holder,
  { record, fileId, name }: z.infer<typeof lineFile>,
): Promise<ArchiveView> {
  const { archive } = await ownLine(ctx.store, keeper, record)
  const { personId } = archive
  const file = await keptFile(ctx, keeper.person, { fileId, name, personId })
  const changed = await changeLine(ctx, keeper, {
    record,
    may: 'changed',
    kind: 'study-record-files',
    change: (line) => {
      if (line.attachments.some(({ sha256 }) => sha256 === file.sha256)) return line
      if (line.attachments.length >= MOST_FILES) refuse('INPUT_INVALID', { fields: ['photo'] })
      return { ...line, attachments: [...line.attachments, file] }
    },
  })
  return showArchive(ctx, changed.unitId, archiveOf(changed))
}

attachToLine.refuses = [
  ...KEPT_FILE_REFUSES,
  'INPUT_INVALID',
  'OUT_OF_SCOPE',
  'SELF_REVIEW',
  'STUDY_RECORD_CHANGED',
  'STUDY_RECORD_USED',
] as const
/** A line that is there was kept under a notice that asks for it. */
attachToLine.cannotRefuse = ['STUDY_RECORD_UNRULED'] as const

export async function detachFromLine(
  ctx: Context,
  keeper: Holder,
  { record, sha256 }: z.infer<typeof fileOfLine>,
): Promise<ArchiveView> {
  const archive = await changeLine(ctx, keeper, {
    record,
    may: 'changed',
    kind: 'study-record-files',
    change: (line) => {
      const attachments = line.attachments.filter((one) => one.sha256 !== sha256)
      return attachments.length === line.attachments.length ? line : { ...line, attachments }
    },
  })
  return showArchive(ctx, archive.unitId, archiveOf(archive))
}

detachFromLine.refuses = ['OUT_OF_SCOPE', 'SELF_REVIEW', 'STUDY_RECORD_CHANGED', 'STUDY_RECORD_USED'] as const
/** A line that is there was kept under a notice that asks for it, and holds fewer files than before. */
detachFromLine.cannotRefuse = ['INPUT_INVALID', 'STUDY_RECORD_UNRULED'] as const

/** An address that opens one file for a while: for the person whose archive it is, and for who keeps it. */
export async function lineFileUrl(
  { store, ports, now }: Context,
  person: PersonDocument,
  { record, sha256 }: z.infer<typeof fileOfLine>,
): Promise<{ url: string; expiresAt: number }> {
  const { archiveId, lineId } = placeOf(record)
  const archive = await store.get('study-archives', archiveId)
  const keeps = archive && grantIn(holderOf(person, 'keep-archive', { now }), [archive.unitId]) !== null
  if (!archive || (archive.personId !== person._id && !keeps)) refuse('OUT_OF_SCOPE', {})
  const line = archive.lines.find(({ id }) => id === lineId)
  const found = line?.attachments.find((one) => one.sha256 === sha256)
  return found ? ports.files.temporaryUrl(found.fileId, EVIDENCE_OPENS_SECONDS) : refuse('FILE_UNKNOWN', {})
}

lineFileUrl.refuses = ['FILE_UNKNOWN', 'OUT_OF_SCOPE'] as const
