import { createHash } from 'node:crypto'
import { plainFileName } from '../../../domain/kernel/plain-text'
import type { Context } from '../../kernel/context'
import { refuse } from '../../kernel/refused'
import type { PersonDocument } from '../../people/documents'
import type { Attachment } from './attachment'
import { extensionOf } from './file-type'
import { FILE_REFUSALS, openFile } from './open-file'

/** Where a phone may put files, and functions alone read them; see `uploads` in server/collections.ts. */
const INCOMING = 'incoming'
export const MOST_BYTES = 20 * 1024 * 1024
export const MOST_FILES = 9
/** For which its address opens a file: it may show an ID card, and whoever has the address opens it. */
export const EVIDENCE_OPENS_SECONDS = 600
const TICKET_BYTES = 12

/** A path of their own for one file. It is no permission yet: only what is attached is looked at. */
export function uploadTicket({ dice }: Pick<Context, 'dice'>, { _id }: PersonDocument): { path: string } {
  return { path: `${INCOMING}/${_id}/${Buffer.from(dice.bytes(TICKET_BYTES)).toString('hex')}` }
}

export const KEPT_FILE_REFUSES = [...FILE_REFUSALS, 'FILE_EMPTY', 'FILE_TOO_LARGE', 'FILE_UNKNOWN'] as const

/**
 * An uploaded file as its bytes show it, opened and copied to where only functions write, without what a photo tells
 * beside its picture. Both are noted under `personId`, the person whose learning they show, so that they are found when
 * that person is forgotten.
 */
export async function keptFile(
  ctx: Pick<Context, 'ports' | 'store' | 'now'>,
  { _id }: PersonDocument,
  { fileId, name: given, personId }: { fileId: string; name: string; personId: string },
): Promise<Attachment> {
  const { ports, store } = ctx
  const name = plainFileName(given)
  // Of the id, only its path is believed, and only where this person was told to put it.
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1] ?? ''
  if (!path.startsWith(`${INCOMING}/${_id}/`) || path.includes('..')) refuse('FILE_UNKNOWN', {})
  const bytes = await ports.files.read(fileId, MOST_BYTES + 1)
  if (bytes === null) refuse('FILE_UNKNOWN', {})
  if (bytes.length === 0) refuse('FILE_EMPTY', { name })
  if (bytes.length > MOST_BYTES) refuse('FILE_TOO_LARGE', { name, limitBytes: MOST_BYTES })
  const { type, shown } = await openFile(bytes, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = await ports.files.keep(`evidence/${_id}/${sha256}.${extensionOf(type)}`, shown)
  const attachment = { fileId: kept, name, type, bytes: shown.length, sha256 }
  const found = { _id: path, ...attachment, uploaded: fileId, personId, at: ctx.now }
  await store.insertIfAbsent('evidence-files', found)
  return attachment
}
