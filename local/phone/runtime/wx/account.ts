import type { Builtin } from '../builtins/builtin'
import { askForPhoneNumber } from '../layers/consent-sheet'
import { calls, problem } from '../record'
import { session } from '../session'
import { type ApiFailure, asyncApi } from './async-api'
import { agreeToPrivacy, requirePrivacy } from './privacy'

interface SubscribeOptions {
  tmplIds?: string[]
}

async function phoneCode(phoneNumber: string): Promise<string> {
  const response = await fetch('/_cloud/_local/phone-code', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phoneNumber, openid: session.openid }),
  })
  const { code } = (await response.json()) as { code?: string }
  if (!code) throw new Error('the local cloud gave no code for the phone number')
  return code
}

/** The program never sees the number: it gets a code, which its function changes into the number once. */
async function getPhoneNumber(button: Builtin): Promise<void> {
  const refuse = (why: string, errno: number) =>
    button.fire('getphonenumber', { errMsg: `getPhoneNumber:fail ${why}`, errno })
  try {
    await requirePrivacy('getPhoneNumber')
  } catch (failure) {
    const { message, fields } = failure as ApiFailure
    refuse(message, Number(fields.errno))
    return
  }
  const number = await askForPhoneNumber(session.phoneNumber)
  if (number === null) {
    refuse('user deny', 1400001)
    return
  }
  session.phoneNumber = number
  try {
    if (session.offline) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    button.fire('getphonenumber', { errMsg: 'getPhoneNumber:ok', code: await phoneCode(number) })
  } catch (error) {
    refuse((error as Error).message, -1)
  }
}

const HARMLESS = ['contact', 'feedback', 'openSetting', 'launchApp', 'lifestyle']

/** The effect of a tap on `<button open-type>`, beside the tap itself. */
export function pressOpenType(type: string, button: Builtin, share: (button: Builtin) => void): void {
  // Several may be joined: `getPhoneNumber|agreePrivacyAuthorization`.
  for (const part of type.split('|')) {
    calls.push({ name: `button.${part}` })
    if (part === 'getPhoneNumber' || part === 'getRealtimePhoneNumber') void getPhoneNumber(button)
    else if (part === 'agreePrivacyAuthorization') {
      agreeToPrivacy()
      button.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
    } else if (part === 'share') share(button)
    else if (part === 'chooseAvatar') button.fire('chooseavatar', { avatarUrl: '' })
    else if (!HARMLESS.includes(part)) problem(`open-type "${part}" is not known to this phone`)
  }
}

export const accountApi = {
  login: asyncApi('login', () => ({ code: `local-${crypto.randomUUID()}` })),
  checkSession: asyncApi('checkSession', () => undefined),
  requestSubscribeMessage: asyncApi<SubscribeOptions>('requestSubscribeMessage', ({ tmplIds }) =>
    Object.fromEntries((tmplIds ?? []).map((id) => [id, 'accept'])),
  ),
  getSetting: asyncApi('getSetting', () => ({ authSetting: {} })),
  authorize: asyncApi('authorize', () => undefined),
  openSetting: asyncApi('openSetting', () => ({ authSetting: {} })),
}
