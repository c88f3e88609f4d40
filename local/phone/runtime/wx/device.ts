import { asyncApi } from './async-api'
import { requirePrivacy } from './privacy'

/** Calls that leave no trace on a screen: accepted, recorded, and done. */
const UNSEEN = [
  'vibrateShort vibrateLong hideKeyboard setKeepScreenOn setScreenBrightness setVisualEffectOnCapture',
  'showShareMenu hideShareMenu updateShareMenu hideHomeButton showNavigationBarLoading hideNavigationBarLoading',
  'setBackgroundColor setBackgroundTextStyle setTabBarStyle setTabBarItem showTabBar hideTabBar loadFontFace',
  'makePhoneCall openCustomerServiceChat setEnableDebug addPhoneContact',
]
  .join(' ')
  .split(' ')

let clipboard = ''

const unseen = Object.fromEntries(UNSEEN.map((name) => [name, asyncApi(name, () => undefined)]))

export const deviceApi = {
  ...unseen,
  setClipboardData: asyncApi<{ data: string }>('setClipboardData', async ({ data }) => {
    await requirePrivacy('setClipboardData')
    clipboard = data
  }),
  getClipboardData: asyncApi('getClipboardData', () => ({ data: clipboard })),
}
