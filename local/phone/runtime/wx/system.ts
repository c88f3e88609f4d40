import { type AppListener, addAppListener, removeAppListener } from '../app-events'
import { pageHeightPx } from '../page-stack'
import { session } from '../session'
import { asyncApi } from './async-api'

/** The measures of the phone that is drawn: an iPhone with a notch, 390 by 844. */
export const STATUS_BAR_PX = 47
const NAVIGATION_PX = 44
const HOME_INDICATOR_PX = 34

function windowInfo() {
  const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = window
  const bottom = height - HOME_INDICATOR_PX
  return {
    pixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: pageHeightPx(),
    statusBarHeight: STATUS_BAR_PX,
    screenTop: STATUS_BAR_PX + NAVIGATION_PX,
    safeArea: { left: 0, right: width, top: STATUS_BAR_PX, bottom, width, height: bottom - STATUS_BAR_PX },
  }
}

const deviceInfo = () => ({
  abi: 'arm64-v8a',
  brand: 'iPhone',
  model: 'iPhone 14<iPhone14,7>',
  system: 'iOS 17.5',
  platform: 'ios',
  cpuType: '',
  benchmarkLevel: 45,
  memorySize: '6144',
  deviceOrientation: 'portrait',
})

const appBaseInfo = () => ({
  SDKVersion: '3.8.0',
  version: '8.0.56',
  language: 'zh_CN',
  theme: session.theme,
  fontSizeSetting: session.fontSizePx,
  fontSizeScaleFactor: session.fontSizePx / 16,
  enableDebug: false,
  host: { appId: '', env: 'WeChat' },
})

const systemInfo = () => ({ ...appBaseInfo(), ...deviceInfo(), ...windowInfo() })

const capsule = () => {
  const right = window.innerWidth - 7
  const top = STATUS_BAR_PX + 6
  return { width: 87, height: 32, top, bottom: top + 32, left: right - 87, right }
}

const networkType = () => (session.offline ? 'none' : 'wifi')

/** Events a program may listen to. Those that nothing here can cause are accepted and never fire. */
const APP_EVENTS = [
  'AppShow AppHide Error UnhandledRejection PageNotFound ThemeChange NetworkStatusChange WindowResize',
  'KeyboardHeightChange MemoryWarning UserCaptureScreen AudioInterruptionBegin AudioInterruptionEnd',
  'NeedPrivacyAuthorization AppRoute AppRouteDone LazyLoadError BeforePageLoad BeforePageUnload',
  'NetworkWeakChange CopyUrl DeviceMotionChange ScreenRecordingStateChanged',
]
  .join(' ')
  .split(' ')

function eventApi(): Record<string, unknown> {
  const api: Record<string, unknown> = {}
  for (const name of APP_EVENTS) {
    api[`on${name}`] = (listener: AppListener) => addAppListener(name, listener)
    api[`off${name}`] = (listener?: AppListener) => removeAppListener(name, listener)
  }
  return api
}

const silentManager = () => ({
  info() {},
  log() {},
  warn() {},
  debug() {},
  error() {},
  setFilterMsg() {},
  addFilterMsg() {},
})

const waiting: (() => void)[] = []

/** A release that came down while the program runs; nothing is there to be put in place, so it begins anew. */
export function releaseNewVersion(): void {
  for (const listener of waiting) listener()
}

const updateManager = {
  onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
    setTimeout(() => listener({ hasUpdate: false }), 0),
  onUpdateReady: (listener: () => void) => void waiting.push(listener),
  onUpdateFailed() {},
  applyUpdate: () => window.location.reload(),
}

export const systemApi = {
  ...eventApi(),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getSystemInfoSync: systemInfo,
  getSystemInfo: asyncApi('getSystemInfo', systemInfo),
  getSystemInfoAsync: asyncApi('getSystemInfoAsync', systemInfo),
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemSetting: () => ({ bluetoothEnabled: true, locationEnabled: true, wifiEnabled: true }),
  getAppAuthorizeSetting: () => ({ albumAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
  getMenuButtonBoundingClientRect: capsule,
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
  }),
  getLaunchOptionsSync: () => session.launch,
  getEnterOptionsSync: () => session.enter,
  getNetworkType: asyncApi('getNetworkType', () => ({
    networkType: networkType(),
    isConnected: !session.offline,
  })),
  getUpdateManager: () => updateManager,
  getLogManager: silentManager,
  getRealtimeLogManager: silentManager,
  reportEvent() {},
  reportMonitor() {},
  reportAnalytics() {},
  reportPerformance() {},
  nextTick: (run: () => void) => queueMicrotask(run),
  base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
  arrayBufferToBase64: (buffer: ArrayBuffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
}
