import type { LocalCloud } from '../../local/cloud'
import type { Context } from '../../server/kernel/context'
import { CONSENT_VERSION, consent } from '../../server/people/consent'
import { enter } from '../../server/people/enter'
import { phone } from '../../server/people/phone'
import { register } from '../../server/people/register'

/** The facts that a person gives at registration; a new field is given here, for every person who is seeded. */
interface Registering {
  name: string
  idNumber: string
  mobile: string
  /** The code of the unit that they scanned. */
  token: string
}

/** Registers a person as the phone does: entered by the unit's code, agreed, with a number, then by name. */
export async function registerByCode(
  as: () => Context,
  { phoneCodes }: LocalCloud,
  { name, idNumber, mobile, token }: Registering,
): Promise<void> {
  await enter(as(), { channel: 'unit-code', scene: 1047, token })
  await consent(as(), { version: CONSENT_VERSION })
  await phone(as(), { code: phoneCodes.issue(mobile) })
  await register(as(), { name, idNumber, token, consentVersion: CONSENT_VERSION, channel: 'unit-code' })
}
