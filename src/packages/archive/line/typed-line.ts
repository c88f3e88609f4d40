import { persisted } from '@/cloud/persisted'
import type { ArchiveOf } from '../use-archive'
import type { TypedLine } from './line-draft'

/** The line that was being written on this phone, until the server has it. */
interface KeptLine extends ArchiveOf {
  lineId: string
  /** Not one that is corrected. */
  isNew: boolean
  typed: TypedLine
}

const slot = persisted<KeptLine>('archive-line', (stored) => (isKept(stored) ? stored : null))

function isKept(stored: unknown): stored is KeptLine {
  if (typeof stored !== 'object' || stored === null) return false
  const { personId, year, lineId, isNew, typed } = stored as Record<string, unknown>
  return (
    typeof personId === 'string' &&
    typeof year === 'number' &&
    typeof lineId === 'string' &&
    typeof isNew === 'boolean' &&
    typeof typed === 'object' &&
    typed !== null
  )
}

/** Of that person and year: of the line that is named, or else the new one that was begun. */
export function typedBefore({ personId, year }: ArchiveOf, lineId: string): KeptLine | null {
  const kept = slot.load()
  if (kept === null || kept.personId !== personId || kept.year !== year) return null
  return (lineId === '' ? kept.isNew : kept.lineId === lineId) ? kept : null
}

export const keepTyped = (line: KeptLine): void => slot.save(line)
export const forgetTyped = (): void => slot.clear()
