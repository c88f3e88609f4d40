import type { RefusalCode } from '@domain/kernel/refusal'
import type { EnrolDraft } from '@/cloud/enrol-draft'
import { type Route, routes } from '@/routes'
import { idNumberHint, nameHint } from './identity-hints'

export type EnrolStep = 'consent' | 'identity' | 'phone' | 'unit' | 'confirm'

export const STEPS: readonly EnrolStep[] = ['consent', 'identity', 'phone', 'unit', 'confirm']
export const STEP_NAMES: readonly string[] = ['同意', '实名', '手机', '单位', '确认']

const ROUTES: Record<EnrolStep, () => Route> = {
  consent: routes.enrolConsent,
  identity: routes.enrolIdentity,
  phone: routes.enrolPhone,
  unit: routes.enrolUnit,
  confirm: routes.enrolConfirm,
}

export const routeOf = (step: EnrolStep): Route => ROUTES[step]()

/** The first step that is not done yet: a killed app goes on there, and a corrected step returns there. */
export function nextStepOf(draft: EnrolDraft): EnrolStep {
  if (draft.consentVersion === '') return 'consent'
  if (nameHint(draft.name, draft.idNumber) !== '' || idNumberHint(draft.idNumber) !== '') return 'identity'
  if (draft.mobileMasked === '') return 'phone'
  if (draft.unit === null) return 'unit'
  return 'confirm'
}

/** Which step mends a refused registration; null where no step does. */
export function stepMending(code: RefusalCode): EnrolStep | null {
  if (code === 'CONSENT_MISSING') return 'consent'
  if (code.startsWith('NAME_') || code === 'IDENTITY_FIXED' || code.startsWith('ID_NUMBER_'))
    return 'identity'
  if (code.startsWith('PHONE_')) return 'phone'
  if (code === 'UNIT_UNKNOWN' || code.startsWith('TOKEN_')) return 'unit'
  return null
}
