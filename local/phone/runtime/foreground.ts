import { emitAppEvent } from './app-events'
import { hideTop, revealTop } from './page-stack'
import { describeError, problem } from './record'
import { type LaunchOptions, session } from './session'

/** The argument that the program passed to `App()`. */
export type AppDefinition = Record<string, unknown>

let app: AppDefinition | undefined

export const getApp = (): AppDefinition => app ?? {}

export function defineApp(definition: AppDefinition): void {
  app = definition
}

export const isAppDefined = (): boolean => app !== undefined

export function callApp(name: string, value?: unknown): void {
  const method = app?.[name]
  if (typeof method !== 'function') return
  try {
    method.call(app, value)
  } catch (error) {
    problem(`app ${name}: ${describeError(error)}`)
  }
}

/** The person turns to something else; the program lives on without a screen. */
export function hideApp(): void {
  if (session.inBackground) return
  session.inBackground = true
  hideTop()
  callApp('onHide', {})
  emitAppEvent('AppHide', {})
}

export function showApp(enter: LaunchOptions = session.enter): void {
  if (!session.inBackground) return
  session.inBackground = false
  session.enter = enter
  callApp('onShow', enter)
  emitAppEvent('AppShow', enter)
  revealTop()
}
