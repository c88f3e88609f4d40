import * as adapter from 'glass-easel-miniprogram-adapter'
import { watchAim } from './aim'
import { emitAppEvent } from './app-events'
import { assetUrl } from './asset-url'
import type { Builtin, Surroundings } from './builtins/builtin'
import { registerBuiltins } from './builtins/register'
import { defineBehavior, defineComponent, definePage } from './definitions'
import { sitAtDesk } from './desk'
import { postToDesk } from './desk-post'
import { shapeEvents } from './event-shape'
import { callApp, defineApp, getApp, isAppDefined } from './foreground'
import { glassEasel } from './glass-easel'
import { openPicker } from './layers/picker-sheet'
import { watchMissingHandlers } from './missing-handlers'
import { openLogicLayer, requireModule } from './modules'
import { callPage } from './page'
import { applyPageMeta } from './page-meta'
import { launchPage, measureAgain, stackCallers, topPage } from './page-stack'
import { folderOf, parsePageUrl } from './page-url'
import { followCloudClock, keepCloudClock } from './phone-clock'
import { facts } from './program'
import { announceReady } from './ready-lifetime'
import { calls, describeError, problem } from './record'
import { session } from './session'
import { countSetData, isLibrary } from './set-data'
import { addStyle, showTheme } from './styles'
import { phone } from './test-hook'
import { listenToAnimations, listenToTouches } from './touch'
import { pressOpenType } from './wx/account'
import { completeSelectorQueries } from './wx/nodes'
import { wx } from './wx/wx'
import { installWxsGlobals } from './wxs'

/** Errors reach the program's own `onError` too, as on a phone, and are always a problem here. */
function watchErrors(): void {
  const report = (text: string) => {
    problem(text)
    emitAppEvent('Error', { message: text, stack: text })
    callApp('onError', text)
  }
  glassEasel.addGlobalErrorListener((error) => {
    report(describeError(error))
    return false
  })
  glassEasel.addGlobalWarningListener((warning) => {
    const text = String((warning as { message?: string }).message ?? warning)
    if (isSerious(text)) problem(text)
    return false
  })
  window.addEventListener('error', (event) => {
    if (!/ResizeObserver loop/.test(event.message)) report(describeError(event.error ?? event.message))
  })
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    emitAppEvent('UnhandledRejection', { reason: event.reason })
    callApp('onUnhandledRejection', { reason: event.reason })
    problem(`unhandled rejection: ${describeError(event.reason)}`)
  })
}

/** glass-easel also warns about habits of libraries that work on every phone. */
const isSerious = (text: string): boolean => !isLibrary(text) && /handler|listener|method/i.test(text)

function share(button: Builtin): void {
  const page = topPage()
  const target = { id: button.component.id, dataset: button.component.dataset }
  const message = page ? callPage(page, 'onShareAppMessage', { from: 'button', target }) : undefined
  calls.push({ name: 'shareAppMessage', data: message })
}

type Navigate = (options: { url: string; delta: number; fail(error: Error): void }) => unknown

const surroundings: Surroundings = {
  assetUrl: (source, builtin) => {
    const owner = builtin.component.ownerShadowRoot?.getHostNode() as { is?: string } | undefined
    return assetUrl(source, folderOf(owner?.is ?? ''))
  },
  openType: (type, button) => pressOpenType(type, button, share),
  openPicker,
  pageMeta: applyPageMeta,
  navigate({ properties }) {
    const openType = String(properties.openType || 'navigate')
    const method = { navigate: 'navigateTo', redirect: 'redirectTo' }[openType] ?? openType
    const call = (wx as unknown as Record<string, Navigate>)[method]
    const url = String(properties.url ?? '')
    call?.({ url, delta: Number(properties.delta) || 1, fail: (error) => problem(describeError(error)) })
  },
}

function firstUrl(): string {
  const asked = session.page || `/${facts.app.entryPagePath ?? facts.app.pages[0] ?? ''}`
  const extra = Object.entries(session.launch.query).map(([name, value]) => `${name}=${value}`)
  if (extra.length === 0) return asked
  return `${asked}${asked.includes('?') ? '&' : '?'}${extra.join('&')}`
}

function prepare(): void {
  installWxsGlobals()
  shapeEvents()
  countSetData()
  completeSelectorQueries(adapter.component.ComponentCaller.prototype)
  watchMissingHandlers()
  announceReady()
  registerBuiltins(surroundings)
  openLogicLayer({
    wx,
    App: defineApp,
    Page: definePage,
    Component: defineComponent,
    Behavior: defineBehavior,
    getApp,
    getCurrentPages: stackCallers,
  })
}

function launch(): void {
  const startedAt = performance.now()
  const url = firstUrl()
  Object.assign(session.launch, parsePageUrl(url))
  requireModule('app.js')
  if (!isAppDefined()) throw new Error('app.js did not call App()')
  callApp('onLaunch', session.launch)
  callApp('onShow', session.launch)
  launchPage(url)
  phone.launchedInMs = Math.round(performance.now() - startedAt)
}

async function start(): Promise<void> {
  window.phone = phone
  watchErrors()
  sitAtDesk()
  for (const warning of facts.warnings) problem(`pack: ${warning}`)
  const screen = document.getElementById('phone')
  if (!screen) throw new Error('the phone has no screen')
  watchAim()
  listenToTouches(screen)
  listenToAnimations(screen)
  showTheme(session.theme)
  addStyle(facts.appStyle)
  // A phone has its font before any program runs: a canvas draws once, with the fonts already loaded.
  void document.fonts.load('16px "PingFang SC"')
  window.addEventListener('resize', measureAgain)
  try {
    await followCloudClock()
    prepare()
    launch()
  } catch (error) {
    problem(`launch: ${describeError(error)}`)
  }
  keepCloudClock()
  phone.isReady = true
  postToDesk({ type: 'ready' })
}

void start()
