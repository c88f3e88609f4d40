import { isRegion } from '@domain/kernel/regions'
import type { UnitView } from '@server/people/views'
import { persisted } from './persisted'

/**
 * The typed part of a registration. It stays on this phone until the server has it, and is then wiped; the ID number, for
 * which somebody who finds the phone might look, only for some hours, in which people come back to what they began.
 */
export interface EnrolDraft {
  consentVersion: string
  name: string
  idNumber: string
  mobileMasked: string
  unit: UnitView | null
  /** Of the QR code that the unit came from; empty where it was searched. */
  token: string
}

export const EMPTY_DRAFT: EnrolDraft = {
  consentVersion: '',
  name: '',
  idNumber: '',
  mobileMasked: '',
  unit: null,
  token: '',
}

/** Ours: long enough to ask for a code of the unit or to charge the phone, short of a night. */
const NUMBER_KEPT_MS = 2 * 3_600_000

interface KeptDraft extends EnrolDraft {
  /** When the ID number was last typed. */
  numberAt: number
}

const slot = persisted<KeptDraft>('enrol', readDraft)

/** Every other part stays: only the number is typed again. */
function freshOf(kept: KeptDraft): KeptDraft {
  const isOld = kept.idNumber !== '' && Math.abs(Date.now() - kept.numberAt) > NUMBER_KEPT_MS
  return isOld ? { ...kept, idNumber: '', numberAt: 0 } : kept
}

function load(): KeptDraft {
  const kept = slot.load()
  return kept === null ? { ...EMPTY_DRAFT, numberAt: 0 } : freshOf(kept)
}

export const enrolDraft = {
  load(): EnrolDraft {
    const { numberAt: _typed, ...draft } = load()
    return draft
  },
  /** Every keystroke is kept, so that a killed app loses nothing. */
  keep(change: Partial<EnrolDraft>): EnrolDraft {
    const { numberAt, ...before } = load()
    const draft = { ...before, ...change }
    slot.save({ ...draft, numberAt: change.idNumber === undefined ? numberAt : Date.now() })
    return draft
  },
  /** At each start of the program: an old number leaves the phone's storage, and not only the screen. */
  forgetOldNumber(): void {
    const kept = slot.load()
    if (kept !== null && freshOf(kept) !== kept) slot.save(freshOf(kept))
  },
  keepUnit: ({ unit, token }: { unit: UnitView | null; token: string }): EnrolDraft =>
    enrolDraft.keep({ unit, token }),
  clear: (): void => slot.clear(),
}

function readDraft(stored: unknown): KeptDraft | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { unit, numberAt, ...fields } = stored as Record<string, unknown>
  const texts = Object.entries(fields).filter(
    ([name, text]) => name in EMPTY_DRAFT && typeof text === 'string',
  )
  const typedAt = typeof numberAt === 'number' ? numberAt : 0
  return { ...EMPTY_DRAFT, ...Object.fromEntries(texts), unit: readUnit(unit), numberAt: typedAt }
}

function readUnit(stored: unknown): UnitView | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { id, name, parentName, region } = stored as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string' || typeof parentName !== 'string') return null
  if (typeof region !== 'string' || !isRegion(region)) return null
  return { id, name, parentName, region }
}
