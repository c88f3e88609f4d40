import { isRegion } from '@domain/kernel/regions'
import type { UnitView } from '@server/people/views'
import { persisted } from './persisted'

/** The typed part of a registration. It stays on this phone until the server has it, and is then wiped. */
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

const slot = persisted<EnrolDraft>('enrol', readDraft)

export const enrolDraft = {
  load: (): EnrolDraft => slot.load() ?? EMPTY_DRAFT,
  /** Every keystroke is kept, so that a killed app loses nothing. */
  keep(change: Partial<EnrolDraft>): EnrolDraft {
    const draft = { ...enrolDraft.load(), ...change }
    slot.save(draft)
    return draft
  },
  keepUnit: ({ unit, token }: { unit: UnitView | null; token: string }): EnrolDraft =>
    enrolDraft.keep({ unit, token }),
  clear: (): void => slot.clear(),
}

function readDraft(stored: unknown): EnrolDraft | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { unit, ...fields } = stored as Record<string, unknown>
  const texts = Object.entries(fields).filter(
    ([name, text]) => name in EMPTY_DRAFT && typeof text === 'string',
  )
  return { ...EMPTY_DRAFT, ...Object.fromEntries(texts), unit: readUnit(unit) }
}

function readUnit(stored: unknown): UnitView | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { id, name, parentName, region } = stored as Record<string, unknown>
  if (typeof id !== 'string' || typeof name !== 'string' || typeof parentName !== 'string') return null
  if (typeof region !== 'string' || !isRegion(region)) return null
  return { id, name, parentName, region }
}
