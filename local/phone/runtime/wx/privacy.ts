import { emitAppEvent, hasAppListener } from '../app-events'
import { askForPrivacy } from '../layers/consent-sheet'
import { facts, privacyGuide } from '../program'
import { ApiFailure, asyncApi } from './async-api'
import { readStored, writeStored } from './storage'

/** Kept beside the program's own storage, under a name that a program could not mean. */
const AGREED_KEY = '__wechat_privacy_agreed__'

const checked = (): boolean => facts.app.__usePrivacyCheck__ === true
const agreed = (): boolean => readStored(AGREED_KEY).value === true

export const agreeToPrivacy = (): void => writeStored(AGREED_KEY, true)

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

/** A program may ask in its own words; it answers through `resolve`, once a person has tapped its button. */
function askThroughProgram(apiName: string): Promise<boolean> {
  return new Promise((answer) => {
    const resolve = ({ event }: Resolution) => {
      if (event !== 'exposureAuthorization') answer(event === 'agree')
    }
    emitAppEvent('NeedPrivacyAuthorization', resolve, { referrer: apiName })
  })
}

/**
 * Asks once, before the first use of anything that touches a person's data. What the guide does not name is refused,
 * whatever the person says.
 */
export async function requirePrivacy(apiName: string): Promise<void> {
  if (!privacyGuide.includes(apiName) && apiName !== 'requirePrivacyAuthorize')
    throw new ApiFailure('api scope is not declared in the privacy agreement', { errno: 112 })
  if (!checked() || agreed()) return
  const allowed = hasAppListener('NeedPrivacyAuthorization')
    ? await askThroughProgram(apiName)
    : await askForPrivacy()
  if (!allowed) throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
  agreeToPrivacy()
}

export const privacyApi = {
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: checked() && !agreed(),
    privacyContractName: '《小程序隐私保护指引》',
  })),
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () =>
    requirePrivacy('requirePrivacyAuthorize'),
  ),
  openPrivacyContract: asyncApi('openPrivacyContract', () => undefined),
}
