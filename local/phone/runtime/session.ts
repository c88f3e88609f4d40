import type { ThemeName } from '../packed-program'

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Record<string, unknown>
}

/** The phone's user, its settings, and the answers that a test or the desk has prepared. */
export interface Session {
  openid: string
  unionid: string | undefined
  /** The page the phone is opened at, as a URL of the program; empty for the program's entry page. */
  page: string
  framed: boolean
  fontSizePx: number
  theme: ThemeName
  offline: boolean
  inBackground: boolean
  launch: LaunchOptions
  /** Where the current stay in the program began: launch, or the last return to the foreground. */
  enter: LaunchOptions
  phoneNumber: string
}

const parameters = new URLSearchParams(window.location.search)

function launchQuery(): Record<string, string> {
  const text = parameters.get('query')
  return text ? (JSON.parse(text) as Record<string, string>) : {}
}

const launch: LaunchOptions = {
  path: '',
  query: launchQuery(),
  scene: Number(parameters.get('scene') ?? '1001'),
  referrerInfo: {},
}

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)').matches

export const session: Session = {
  openid: parameters.get('openid') ?? 'guest',
  unionid: parameters.get('unionid') ?? undefined,
  page: parameters.get('page') ?? '',
  framed: parameters.has('frame'),
  fontSizePx: Number(parameters.get('fontSize') ?? '16'),
  theme: (parameters.get('theme') ?? (prefersDark ? 'dark' : 'light')) === 'dark' ? 'dark' : 'light',
  offline: false,
  inBackground: false,
  launch,
  enter: launch,
  phoneNumber: '13800001111',
}
