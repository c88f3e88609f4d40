import { aimAt, touchedWhat } from './aim'
import { awaitWords } from './awaited-words'
import { type AppDefinition, getApp, hideApp, showApp } from './foreground'
import { prepareFiles } from './layers/file-chooser'
import { reLaunch, stackPaths, topPage } from './page-stack'
import { facts } from './program'
import { calls, problems, setDataStats } from './record'
import { type LaunchOptions, session } from './session'
import { setFontSize, setOffline, setTheme } from './settings'
import { focusField, visibleText } from './visible-text'
import { openedDocument } from './wx/files'
import { album, albumPicture } from './wx/media'
import { holdCode } from './wx/scan'
import { releaseNewVersion } from './wx/system'
import { wx } from './wx/wx'

type ApiCall = (options: object) => Promise<unknown>

interface PreparedFile {
  name: string
  type: string
  base64: string
}

/** The interface of a running phone for tests; the driver is its only user. */
export const phone = {
  pages: facts.pages,
  calls,
  problems,
  packWarnings: facts.warnings,
  setDataStats,
  stack: stackPaths,
  reLaunch,
  visibleText,
  awaitWords,
  aimAt,
  touchedWhat,
  focusField,
  scan: holdCode,
  setOffline,
  setFontSize,
  setTheme,
  release: releaseNewVersion,
  hide: hideApp,
  show: (enter?: LaunchOptions) => showApp(enter),
  setPhoneNumber: (number: string) => {
    session.phoneNumber = number
  },
  nodes: () => document.querySelectorAll('.phone-page:not([hidden]) .phone-scroll *').length,
  album,
  albumPicture,
  openedDocument,
  /** The running app, with the `wx` it was given: for tests of the phone itself. */
  app: (): AppDefinition & { wx: Record<string, ApiCall> } => ({
    ...getApp(),
    wx: wx as unknown as Record<string, ApiCall>,
  }),
  top: () => topPage()?.caller as unknown as { setData(data: Record<string, unknown>): void },
  choose: (files: PreparedFile[]) => {
    prepareFiles(
      files.map(({ name, type, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        return new File([bytes], name, { type })
      }),
    )
  },
  launchedInMs: 0,
  isReady: false,
}

export type PhoneHook = typeof phone

declare global {
  interface Window {
    phone: PhoneHook
  }
}
