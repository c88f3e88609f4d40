import * as z from 'zod'
import type { StudyArchiveDocument } from './documents'

export const archiveIdOf = (of: { unitId: string; personId: string; year: number }): string =>
  `${of.unitId}:${of.personId}:${of.year}`

/** How a claim and a screen name one line: its archive, and its own id. */
export const recordOf = ({ _id }: Pick<StudyArchiveDocument, '_id'>, lineId: string): string =>
  `${_id}:${lineId}`

/** A record as a phone names it. */
export const recordId = z.string().min(1).max(400)

export function placeOf(record: string): { archiveId: string; lineId: string } {
  const at = record.lastIndexOf(':')
  return { archiveId: record.slice(0, Math.max(0, at)), lineId: record.slice(at + 1) }
}
